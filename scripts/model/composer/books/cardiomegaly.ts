import { book } from "../book.ts";

/** The size of the heart. */
export const CARDIOMEGALY = book("CM", {
  names: `
    [m] cardiomegaly
    [m] cardiomegaly
    [m] cardiac enlargement
    enlarged heart
    [m] (mild cardiomegaly|left ventricular enlargement)
    enlarged cardiac silhouette
    [m] enlargement of the (heart|cardiac silhouette)
  `,
  findings: `
    [m] <degree> cardiomegaly
    [m] <degree> cardiomegaly
    [m] <chronic> cardiomegaly
    [m] <degree> (cardiac enlargement|enlargement of the (heart|cardiac silhouette))
    (mildly|moderately|markedly|slightly|severely) enlarged (heart|cardiac silhouette)
    [m] stable (mild |moderate |)cardiomegaly
    [m] (left ventricular|biventricular|four-chamber|right atrial|left atrial|global|generalized) (cardiac |)enlargement
    [m] cardiomegaly (with a left ventricular configuration|of a mild degree|for AP technique|, mild|, stable)
    enlarged heart
    [m] increased (cardiac|heart) size
    [m] enlarged heart size
    large (heart|cardiac silhouette)
    [m] CARDIOMEGALY
    globular enlarged cardiac silhouette
  `,
  denied: `
    [m] cardiomegaly
    [m] (significant|frank|definite|overt|gross) cardiomegaly
    [m] cardiac enlargement
    [m] enlargement of the (heart|cardiac silhouette)
  `,
  clauses: `
    CM+: <heart> <is-enlarged>
    CM+: <heart> <is-enlarged>
    CM+: <heart-size> <size-enlarged>
    CM+: (there is |)cardiomegaly (, stable|that is unchanged|which is (stable|unchanged|similar to the prior|chronic))
    CM+: cardiomegaly (again (seen|noted)|is (again seen|present|stable|unchanged|noted|mild)|persists|<compared>|without (interval |)change)
    CM+ EC~: <heart> <is-enlarged>, (the |)(mediastinum|mediastinal contours) (stable|unchanged)
    CM+ EC-: <heart> <is-enlarged>, <mediastinum> <is-normal>
    CM+ EC-: (although|while) <heart> <is-enlarged>, <mediastinum> <is-normal>
    CM+ OA: <heart> <is-enlarged> (and|with) (the aorta is tortuous|a tortuous aorta|atherosclerotic aorta|aortic atherosclerosis|calcified aorta|an unfolded aorta|prominent pulmonary arteries|hiatal hernia)
    CM+ OA: cardiomegaly (and|with) (tortuous aorta|aortic atherosclerosis|ectatic aorta|aortic tortuosity|pulmonary arterial enlargement)
    CM+ OA: (hypertensive|arteriosclerotic|valvular) (heart|cardiovascular) disease with (cardiomegaly|cardiac enlargement|an enlarged heart)
    CM+ OA: enlarged heart, (cardiomyopathy or pericardial effusion|pericardial effusion not excluded|consider pericardial effusion)
    CM?: <heart> <is-borderline>
    CM?: <heart> <is-borderline>
    CM?: <heart-size> <is-borderline>
    CM?: borderline (cardiomegaly|heart size|cardiac enlargement|cardiac size)
    CM?: (borderline|questionable|possible|probable|suspected|equivocal) (mild |)(cardiomegaly|cardiac enlargement|enlargement of the heart)
    CM?: (there is |)(borderline|questionable) (cardiomegaly|enlargement of the cardiac silhouette)
    CM?: (cardiomegaly|cardiac enlargement) (cannot be excluded|is possible|is suspected|is questioned|may be present|is difficult to exclude)
    CM? EC-: <heart> <is-borderline>, <mediastinum> <is-normal>
    CM? OA: <heart> is (borderline|at the upper limits of normal) (and|with) (the aorta is tortuous|a tortuous aorta|aortic calcification|an ectatic aorta)
    CM?: (upper normal|upper limits of normal|high normal|top normal) heart size
    CM~: <heart> <is-stable>
    CM~: <heart> <is-stable>
    CM~: <heart-size> <is-stable>
    CM~: (stable|unchanged) (heart size|cardiac silhouette|cardiac size|appearance of the heart|cardiac contour|heart)
    CM~: (stable|unchanged) appearance of the (heart|cardiac silhouette)
    CM~: no (interval |significant |)change in (the |)(heart size|size of the heart|cardiac silhouette|appearance of the heart)
    CM~ OA: <heart> <is-stable>, (the |)aorta (is |)(tortuous|calcified|ectatic|atherosclerotic)
    CM-: <heart> <is-normal>
    CM-: <heart> <is-normal>
    CM-: <heart> is normal (in|for) size( and (shape|contour|configuration)|)
    CM-: <heart> (is|appears|remains) (of normal size|normal in size|within normal limits (for|in) size|not enlarged|within normal limits of size)
    CM-: <heart-size> <size-normal>
    CM-: <heart-size> <size-normal>
    CM-: normal (heart size|heart|cardiac silhouette|cardiac size|sized heart|size heart|cardiac contour)
    CM-: (normal-sized|normal sized) (heart|cardiac silhouette)
    CM-: no (evidence of |)(cardiomegaly|cardiac enlargement|enlargement of the heart)
    CM-: (heart|cardiac silhouette|heart size)( size|)(:| -) (normal|within normal limits|WNL|unremarkable|not enlarged)
    CM-: <heart-size> and (pulmonary vascularity|pulmonary vasculature|vascularity|pulmonary vascular markings|vascular pattern) <are-normal>
    CM-: (normal heart size|heart size normal) and (normal |)pulmonary (vascularity|vasculature)
    CM- OA: <heart> (is normal in size|is not enlarged|is within normal limits), (the |)(thoracic |)aorta is (tortuous|calcified|ectatic|unfolded|atherosclerotic|elongated|uncoiled)
    CM- OA: <heart-size> <size-normal> with (a tortuous aorta|atherosclerotic calcification of the aorta|aortic ectasia|prominent pulmonary arteries)
    CM- EC-: <heart-size> <size-normal> (and|with) (a |)(normal|unremarkable) (mediastinum|mediastinal contour|mediastinal silhouette)
    CM-: cardiomegaly (has resolved|is no longer (seen|evident|present)|is not (seen|present)|resolved)
    CM-: <heart> has returned to normal size
    CM-: (heart and lungs|lungs and heart|heart, lungs and bones|heart, lungs and pleura) (are |)(normal|within normal limits|unremarkable)
  `,
});
