import { book } from "../book.ts";

/** The width of the mediastinum and of the cardiomediastinal silhouette. */
export const ENLARGED_CARDIOMEDIASTINUM = book("EC", {
  names: `
    [m] (mediastinal|superior mediastinal) widening
    widened mediastinum
    [m] widening of the (superior |upper |)mediastinum
    enlarged cardiomediastinal silhouette
    [m] enlargement of the cardiomediastinal silhouette
    [m] mediastinal (widening|enlargement|prominence)
    prominent mediastinum
  `,
  findings: `
    [m] <degree> (mediastinal|superior mediastinal|upper mediastinal) widening
    [m] <degree> widening of the (superior |upper |)(mediastinum|mediastinal silhouette|mediastinal contour)
    (mildly|slightly|markedly|moderately|abnormally|persistently) (widened|prominent|enlarged) (mediastinum|mediastinal silhouette|cardiomediastinal silhouette|superior mediastinum|mediastinal contour)
    [m] <degree> (enlargement|prominence) of the (cardiomediastinal silhouette|mediastinum|cardiomediastinal contours|superior mediastinum)
    [m] <chronic> (mediastinal widening|widening of the mediastinum|enlargement of the cardiomediastinal silhouette)
    (enlarged|prominent|widened|stable enlarged|large) cardiomediastinal silhouette
    (widened|prominent|full|wide) (mediastinum|superior mediastinum|upper mediastinum)
    [m] right paratracheal and mediastinal widening
    [m] mediastinal widening (from (lipomatosis|tortuous great vessels|adenopathy|a thyroid goiter|vascular ectasia)|due to (tortuous vessels|mediastinal fat|a mass))
    [m] fullness and widening of the mediastinum
  `,
  denied: `
    [m] (mediastinal|superior mediastinal) widening
    [m] widening of the mediastinum
    [m] mediastinal (enlargement|widening)
    widened mediastinum
  `,
  clauses: `
    EC+: <mediastinum> <is-widened>
    EC+: <mediastinum> <is-widened>
    EC+: <mediastinal-contours> (are|appear|remain) (widened|prominent|enlarged)
    EC+: (there is |)(mediastinal widening|widening of the mediastinum)( (that is|which is) (stable|unchanged|new)| <compared>|)
    EC+ CM+: <heart-and-mediastinum> (are|remain|appear) (enlarged|prominent and enlarged)
    EC+ CM-: (the |)mediastinum is (widened|prominent|enlarged), (the |)heart (is |)(normal in size|not enlarged|normal)
    EC+ CM+: (enlarged heart|heart is enlarged|cardiomegaly) (and|with) (a |)(widened|prominent) mediastinum
    EC+ OA: (mediastinum is widened|widened mediastinum|mediastinal widening) (with|due to|from) (adenopathy|a tortuous aorta|an aortic aneurysm|tortuous great vessels|a retrosternal goiter)
    EC+ CM~: stable (heart|cardiac silhouette) and (mildly |)(widened|prominent) mediastinum
    EC?: <mediastinum> <is-perhaps-widened>
    EC?: <mediastinum> <is-perhaps-widened>
    EC?: (borderline|questionable|possible|suspected|probable|equivocal|apparent but questionable) (mediastinal widening|widening of the mediastinum|enlargement of the cardiomediastinal silhouette|mediastinal prominence)
    EC?: (mediastinal widening|widening of the mediastinum|enlargement of the cardiomediastinal silhouette) (cannot be excluded|is possible|is suspected|may be present|may be positional|is questioned|may be related to technique)
    EC?: <mediastinum> (cannot be|is not) (adequately |well |)(assessed|evaluated) (on this (portable |supine |rotated |)(film|study|view|exam)|due to rotation|because of rotation)
    EC? CM?: <heart-and-mediastinum> are (borderline|at the upper limits of normal|difficult to evaluate|accentuated by technique and possibly enlarged)
    EC?: (if there is|should there be) concern for (mediastinal widening|a widened mediastinum), (CT|upright PA film) (is recommended|may be helpful)
    EC~: <mediastinum> <is-stable>
    EC~: <mediastinum> <is-stable>
    EC~: <mediastinal-contours> <are-stable>
    EC~ CM~: <heart-and-mediastinum> <are-stable>
    EC~ CM~: <heart-and-mediastinum> <are-stable>
    EC~: (stable|unchanged) (cardiomediastinal silhouette|mediastinum|mediastinal contours|mediastinal silhouette|appearance of the mediastinum|cardiomediastinal contours)
    EC~ CM~: (stable|unchanged) (cardiac and mediastinal (contours|silhouettes)|heart and mediastinum|appearance of the heart and mediastinum|heart size and mediastinal contours)
    EC~ CM-: <heart-size> <size-normal>, <mediastinum> (is |)(stable|unchanged)
    EC~: no (interval |significant |)change in (the |)(mediastinum|cardiomediastinal silhouette|mediastinal contours)
    EC-: <mediastinum> <is-normal>
    EC-: <mediastinum> <is-normal>
    EC-: <mediastinum> <is-normal>
    EC-: <mediastinal-contours> <are-normal>
    EC-: <mediastinal-contours> <are-normal>
    EC- CM-: <heart-and-mediastinum> <are-normal>
    EC- CM-: <heart-and-mediastinum> <are-normal>
    EC- CM-: <heart-and-mediastinum> <are-normal>
    EC- CM-: <heart> and <mediastinum> <are-normal>
    EC- CM-: <heart> <is-normal>(,|;) <mediastinum> <is-normal>
    EC- CM-: <heart> is normal in size(,| and| with) (the |a |)(mediastinum is unremarkable|unremarkable mediastinum|mediastinal contours are normal|normal mediastinal contour)
    EC-: normal (cardiomediastinal silhouette|mediastinum|mediastinal contours|mediastinal silhouette|cardiomediastinal contours|mediastinal contour|mediastinal and hilar contours)
    EC- CM-: normal (heart size and mediastinal contours|heart and mediastinum|cardiac and mediastinal (contours|silhouettes)|cardiac silhouette and mediastinum|heart, mediastinum and hila)
    EC-: <mediastinum> is (not (widened|enlarged)|midline and (normal|unremarkable)|of normal width|normal in (width|contour|size|caliber)|normal in size and (contour|configuration))
    EC-: no (evidence of |)(mediastinal widening|widening of the mediastinum)
    EC-: (mediastinum|cardiomediastinal silhouette|mediastinal contours)(:| -) (normal|unremarkable|within normal limits|WNL)
    EC- OA: <mediastinum> <is-normal>, (the |)aorta is (tortuous|calcified|ectatic|atherosclerotic)
    EC- CM-: (the |)(trachea|trachea and airways|airway) (is|are) midline, (the |)(heart and mediastinum|cardiac and mediastinal contours) <are-normal>
    EC- CM?: <heart> is (borderline|borderline in size|upper limits of normal in size), (the |)mediastinum (is |)(normal|unremarkable|within normal limits)
    EC-: (mediastinal widening|widening of the mediastinum|previously seen mediastinal widening) (is not (seen|present)|has resolved|is no longer (seen|present)|resolved)
    EC- CM-: (the |)(heart|heart size), mediastinum(,|) (pulmonary vessels, |hila, |)(lungs |bones |)and (pleura|diaphragm|soft tissues|osseous structures) (are |)(normal|unremarkable|within normal limits)
  `,
});
