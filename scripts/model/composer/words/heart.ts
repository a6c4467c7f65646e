/**
 * @file Subjects and predicates of sentences on heart and mediastinum.
 *
 * A subject decides which observations a sentence labels: "the heart" Cardiomegaly, "the
 * mediastinum" Enlarged Cardiomediastinum, "heart and mediastinum" both.
 */
export const HEART_WORDS = {
  heart: `
    (the |)heart
    (the |)heart
    (the |)cardiac silhouette
    (the |)cardiac silhouette
    (the |)heart shadow
    (the |)cardiac shadow
    (the |)cardiac contour
    (the |)heart silhouette
    (the |)cardiac outline
    (the |)transverse diameter of the heart
  `,
  "heart-size": `
    (the |)heart size
    (the |)heart size
    (the |)cardiac size
    (the |)size of the heart
    (the |)overall heart size
    (the |)size of the cardiac silhouette
    (the |)overall cardiac size
    (the |)cardiac silhouette size
    (the |)cardiothoracic ratio
  `,
  mediastinum: `
    (the |)mediastinum
    (the |)mediastinum
    (the |)mediastinal contour
    (the |)mediastinal silhouette
    (the |)cardiomediastinal silhouette
    (the |)cardiomediastinal silhouette
    (the |)cardiomediastinal contour
    (the |)superior mediastinum
    (the |)upper mediastinum
    (the |)mediastinal width
    (the |)cardiomediastinum
    (the |)cardiomediastinal silhouette
    (the |)width of the mediastinum
    (the |)mediastinal shadow
    (the |)cardio-mediastinal silhouette
    (the |)cardiomediastinal shadow
    (the |)mediastinal outline
  `,
  "mediastinal-contours": `
    (the |)mediastinal contours
    (the |)mediastinal structures
    (the |)cardiomediastinal contours
    (the |)mediastinal and hilar contours
    (the |)hilar and mediastinal contours
    (the |)mediastinal and hilar structures
    (the |)cardiomediastinal structures
    (the |)mediastinal borders
    (the |)mediastinum and hila
    (the |)hila and mediastinum
    (the |)mediastinal margins
    (the |)mediastinum and hilar contours
    (the |)mediastinum and pulmonary vasculature
    (the |)cardiomediastinal silhouette and (pulmonary vasculature|pulmonary vascularity|hila|vascularity|bony thorax)
    (the |)(trachea and mediastinum|hila, trachea and mediastinum)
  `,
  "heart-and-mediastinum": `
    (the |)heart and mediastinum
    (the |)heart (size |)and mediastinal (contours|contour|silhouette|structures)
    (the |)heart (size |)and mediastinum
    (the |)cardiac and mediastinal (contours|silhouettes|structures|shadows|borders|margins)
    (the |)cardiac silhouette and (the |)mediastinum
    (the |)mediastinum and heart
    (the |)heart, mediastinum(,|) and (hila|hilar structures|pulmonary vessels|aorta)
    (the |)cardiac, mediastinal(,|) and hilar (contours|structures|silhouettes)
    (the |)heart size and cardiomediastinal (contours|silhouette)
    (the |)heart size, mediastinal contours(,|) and (pulmonary vascularity|hilar contours|vasculature)
    (the |)cardiac silhouette, mediastinal contour(,|) and pulmonary vasculature
    (the |)mediastinal contours and heart size
    (the |)cardiac size and mediastinal width
    (the |)hilar, cardiac and mediastinal contours
    (the |)cardiac silhouette and mediastinal contours
  `,
  "is-normal": `
    is normal
    is normal
    is within normal limits
    is unremarkable
    appears normal
    appears unremarkable
    within normal limits
    normal
    unremarkable
    is WNL
    is of normal appearance
    is grossly normal
    is grossly unremarkable
    has a normal appearance
    remains normal
    remains within normal limits
    looks normal
    is stable and (normal|within normal limits)
    shows no abnormality
    is not remarkable
    is normal for (age|technique|portable technique)
    is normal in appearance
    is felt to be within normal limits
    shows nothing abnormal
    stable and unremarkable
    is maintained and normal
  `,
  "are-normal": `
    are normal
    are normal
    are within normal limits
    are unremarkable
    appear normal
    appear unremarkable
    within normal limits
    normal
    unremarkable
    are WNL
    are grossly normal
    remain normal
    are stable and (normal|unremarkable|within normal limits)
    are unchanged and within normal limits
    are of normal appearance
    look normal
    are normal in appearance
    are grossly within normal limits
    are grossly unremarkable
    are all within normal limits
    are also unremarkable
    are normal for (age|a patient of this age|the AP technique)
  `,
  "size-normal": `
    is normal
    is normal
    is within normal limits
    is within the normal range
    normal
    within normal limits
    is WNL
    appears normal
    is not enlarged
    remains normal
    is unremarkable
    is stable and (normal|within normal limits)
    is (not increased|not abnormal)
    is grossly normal
    is normal for (age|AP technique|portable technique)
    appears to be within normal limits
  `,
  "is-stable": `
    is stable
    is stable
    is unchanged
    unchanged
    stable
    is (grossly |essentially |)(stable|unchanged)
    remains (stable|unchanged)
    is stable (in appearance|in size|in contour|from prior)
    has not changed
    shows no (interval |significant |)change
    is similar to (the |)prior (exam|study|)
    is unchanged <compared>
    stable <compared>
    no (interval |)change
    is not significantly changed
    is without (interval |)change
    appears stable
    appears similar
  `,
  "are-stable": `
    are stable
    are stable
    are unchanged
    unchanged
    stable
    are (grossly |essentially |)(stable|unchanged)
    remain (stable|unchanged)
    have not changed
    show no (interval |significant |)change
    are similar to (the |)prior (exam|study)
    are unchanged <compared>
    are not significantly changed
    are without (interval |)change
    appear stable
    appear unchanged
  `,
  "is-enlarged": `
    is enlarged
    is enlarged
    is (mildly|moderately|slightly|markedly|severely|minimally|diffusely|massively|grossly|chronically) enlarged
    is (again |once again |still |also |persistently |stably )(mildly |moderately |)enlarged
    remains (mildly |moderately |)(enlarged|large)
    appears (mildly |moderately |somewhat |)enlarged
    (mildly |moderately |markedly |)enlarged
    is large
    is increased in size
    shows (mild |moderate |)enlargement
    demonstrates (mild |moderate |marked |)(enlargement|left ventricular enlargement)
    has (increased|enlarged) (in size |)<compared>
    is (mildly |moderately |)(prominent and enlarged|dilated)
    is larger than normal
    is enlarged but (stable|unchanged)
    is stable and (mildly |)enlarged
    is globular and enlarged
    is above normal in size
    is abnormally large
    is unchanged, (mildly |moderately |)enlarged
  `,
  "size-enlarged": `
    is enlarged
    is (mildly|moderately|slightly|markedly|severely) (enlarged|increased)
    is increased
    is above (the |)(upper |)(limits of |)normal
    remains (mildly |)(enlarged|increased)
    is (abnormally |)large
    exceeds normal
    is enlarged (and stable|but stable|<compared>)
    mildly enlarged
    enlarged
    has increased
    is mildly increased
  `,
  "is-borderline": `
    is borderline
    is borderline (enlarged|in size|large)
    is at the upper (limit|limits) of normal( in size|)
    is upper (limits of |)normal( in size|)
    borderline enlarged
    upper limits of normal
    is top normal
    is top normal in size
    is high normal
    is within upper limits of normal
    is borderline to (slightly |mildly |)enlarged
    appears borderline
    may be (slightly |mildly |minimally |)(enlarged|prominent)
    is possibly (mildly |)enlarged
    is probably (mildly |slightly |)enlarged
    is questionably enlarged
    is at the upper end of normal
    is difficult to (assess|evaluate) (on this (AP|portable|supine) (view|film|study)|)
    is not well (evaluated|assessed|seen)
    (could|might) be (mildly |)enlarged
    (appears enlarged|appears large), (which may be|possibly|perhaps|probably) (accentuated by|due to|related to|exaggerated by) (AP technique|technique|portable technique|low lung volumes|projection|poor inspiration)
    is suspected to be enlarged
    is (partially |largely |)obscured
    is (difficult|hard) to (assess|evaluate)
    cannot be (adequately |reliably |)(assessed|evaluated)( on this (film|view)| because of the effusion|)
    borderline
    is upper normal to mildly enlarged
    is prominent for technique and may be enlarged
  `,
  "is-widened": `
    is widened
    is (mildly|slightly|moderately|markedly) widened
    is wide
    is (mildly |)(prominent|enlarged)
    is prominent
    is enlarged
    is (mildly |moderately |)enlarged
    appears (widened|wide|prominent|enlarged)
    remains (widened|prominent|enlarged)
    is (again |still |persistently )(widened|prominent|enlarged)
    is abnormally (wide|widened)
    has (widened|increased in width|enlarged) <compared>
    (is |)widened (but stable|and stable|unchanged|to the right|superiorly)
    demonstrates (widening|enlargement|prominence)
    is full and widened
    shows widening (superiorly|on the right|)
    is stably enlarged
    is stable (and|but) (enlarged|widened|prominent)
    is wider than (normal|on the prior)
  `,
  "is-perhaps-widened": `
    may be (slightly |mildly |)(widened|prominent|enlarged)
    could be widened
    is borderline (widened|in width|enlarged|wide)
    is possibly (mildly |)widened
    is questionably (widened|prominent|enlarged)
    is probably (slightly |)(widened|enlarged)
    is at the upper limits of normal
    (appears|is) (widened|prominent), (possibly|perhaps|probably|may be) (due to|related to|secondary to|exaggerated by) (rotation|AP technique|supine position|technique|portable technique|magnification)
    is (difficult to (assess|evaluate)|not well (assessed|evaluated)|suboptimally evaluated) (due to|because of|secondary to) (rotation|technique|patient positioning)
    is borderline
    is upper limits of normal in width
    is suspicious for widening
    is (partially |)obscured
    is (partially |largely |)obscured (by|due to) (adjacent opacity|the effusion|consolidation|rotation)
    is suspected to be widened
  `,
} as const satisfies Readonly<Record<string, string>>;
