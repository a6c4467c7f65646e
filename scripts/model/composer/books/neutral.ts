/**
 * @file Sentences that label nothing and leave No Finding alone: normal structures that belong to
 * no observation, summaries, technique, communication, and normal variants.
 */
import { parseClauses } from "../book.ts";

/** "Nothing acute": names no observation. */
export const NOTHING_ACUTE = parseClauses(`
    : no (acute|active) (cardiopulmonary|cardiothoracic|cardio-pulmonary|cardiac or pulmonary|pulmonary|intrathoracic|chest|thoracic|cardiorespiratory) (abnormality|abnormalities|disease|process|findings|finding|pathology|disease process|changes|abnormality identified|abnormality is seen)
    : no (acute|active) (cardiopulmonary|intrathoracic|pulmonary|chest) (abnormality|abnormalities|disease|process|findings|pathology)
    : no (evidence of |radiographic evidence of |plain film evidence of |definite |convincing |)(acute|active) (cardiopulmonary|intrathoracic|pulmonary|cardiac or pulmonary|thoracic|chest|lung) (disease|abnormality|process|pathology|disease process)
    : there is no (evidence of |)(acute|active) (cardiopulmonary|pulmonary|intrathoracic|chest|cardiothoracic) (abnormality|disease|process|pathology)
    : (nothing acute|(no acute|no active) (findings|disease|process|abnormality|abnormalities|pathology|changes|chest findings|radiographic abnormality))
    : no (acute or (significant|chronic)|significant acute) (abnormality|cardiopulmonary abnormality|findings)
    : (no evidence of|no radiographic evidence of|negative for) (active |acute |)(tuberculosis|TB|granulomatous disease|sarcoidosis|tuberculous disease)
    : no (acute |)(traumatic|posttraumatic) (injury|abnormality|intrathoracic injury|findings)
    : (no suspicious|no acute) (findings|abnormality) (on this (exam|study)|)
    : no (new |interval |)(acute |)(abnormality|process|findings|cardiopulmonary process)
    : I (see|find) no acute (abnormality|cardiopulmonary abnormality|active disease)
`);

/** "Normal chest": fits only a report without a finding. */
export const NORMAL_CHEST = parseClauses(`
    : (negative|normal|unremarkable) (chest|chest radiograph|chest x-ray|chest film|exam|examination|study|chest examination|two view chest|PA and lateral chest)
    : (negative|normal|unremarkable) (frontal |AP |PA and lateral |two-view |portable |)(chest|radiographs of the chest|views of the chest|chest radiographs)
    : (essentially |)(normal|negative) (chest|chest x-ray|study|examination)
    : (this is a |)normal (PA and lateral |)(chest|chest x-ray|chest examination)
    : (no acute findings|no acute process|no active disease), stable chest
    : (stable|unchanged) (chest|exam|examination|appearance of the chest|chest radiograph|chest x-ray)( without acute (abnormality|findings)| <compared>|)
    : (no (significant |interval |significant interval |)change|no (interval |)change in the appearance of the chest) (<compared>|)
    : ((chest|chest x-ray|CXR|lungs)(:| -)|(chest|chest x-ray|CXR) is) (within normal limits|normal|unremarkable|negative)
    : no (radiographic |significant |plain film |)abnormality (is seen|is identified|detected|of the chest|noted|in the chest|seen)
    : no (cardiopulmonary|intrathoracic|significant) (abnormality|disease|pathology)
    : clear (chest|lungs)
    : no (radiographic |)(explanation|cause) for (the |)(patient's symptoms|chest pain|cough|shortness of breath) (is |)(identified|seen|)
    : exam (is |)(within normal limits|normal|unremarkable)
`);

/** Normal structures that belong to no observation, by region. */
export const NORMAL_BY_REGION = {
  lungs: parseClauses(`
    : no focal (lung|pulmonary|parenchymal) (abnormality|finding)
    : (the |)(lung apices|lung bases|apices|bases|lung fields) are (clear|unremarkable|well aerated)
    : (both lungs|lungs) are (equally |symmetrically |fully |normally |)(aerated|expanded|inflated)
    : (the |)((lung parenchyma|pulmonary parenchyma) (is|appears)|airways are) (clear|normal|unremarkable)
      : (the |both |)lungs are (clear|clear|well aerated|well-aerated|well inflated|normally inflated|well expanded|clear bilaterally|grossly clear|clear and well expanded|free of acute disease|symmetrically inflated|normal|adequately inflated|fully inflated|unremarkable)
      : (the |both |)(lungs|lung fields|lung zones) (appear|remain|are|look) (clear|normal|well aerated|unremarkable)
      : lungs (clear|are clear|unremarkable|well inflated and clear)
      : clear lungs( bilaterally|)
      : (the |)(left|right) lung is (clear|well aerated|unremarkable|well expanded)
      : lung volumes are (normal|adequate|within normal limits|preserved|good)
      : (the |)(lungs|lung volumes) are (normally|well|adequately) (expanded|inflated)
      : (the |)(retrosternal|retrocardiac) (clear |air |)space is (clear|normal|unremarkable)
      : (pulmonary interstitium|lung parenchyma|pulmonary parenchyma) is (normal|clear|unremarkable)
      : (lungs are |)otherwise (clear|unremarkable)
  `),
  vessels: parseClauses(`
      : (the |)((pulmonary vascularity|pulmonary vasculature|vascularity|pulmonary vascular pattern) is|(pulmonary vessels|pulmonary vascular markings|pulmonary vessels) are) (normal|within normal limits|unremarkable|normal in caliber)
      : (normal|unremarkable) pulmonary (vascularity|vasculature|vascular markings|vascular pattern)
  `),
  pleura: parseClauses(`
      : (lungs|chest|lungs/pleura)(:| -) (clear|well expanded|well inflated and clear|clear bilaterally)
      : (the |both |)(costophrenic angles|costophrenic sulci|CP angles|lateral costophrenic angles) are (sharp|clear|well defined|sharp bilaterally|preserved|maintained)
      : (the |)(pleural spaces|pleural surfaces) are (clear|normal|unremarkable|smooth)
      : pleura (is|are) (normal|unremarkable)
  `),
  hila: parseClauses(`
      : (the |)(hila|hilar structures|hilar contours|hilar shadows|pulmonary hila) are (normal|unremarkable|within normal limits|symmetric|not enlarged|stable)
      : (the |)(trachea|airway|tracheobronchial tree) is (midline|patent|normal|unremarkable|patent and midline)
      : (the |)(aorta|thoracic aorta|aortic contour|aortic knob|aortic arch) is (normal|unremarkable|within normal limits|not dilated|normal in (caliber|contour))
      : (normal|unremarkable) (bones|hila|osseous structures|soft tissues|trachea|aorta|upper abdomen|bony thorax|diaphragm)
  `),
  bones: parseClauses(`
    : (visualized |)(osseous structures|bony structures|bones)( of the thorax| of the chest|) (are without|without|show no|demonstrate no) acute (abnormality|findings|osseous abnormality)
    : (age-appropriate|expected|no significant) (osseous|bony|skeletal) (findings|appearance|change)
    : (the |)(skeleton|thoracic cage|rib cage|shoulder girdle) is (intact|unremarkable|normal|symmetric)
      : (the |)((bones|osseous structures|bony structures|visualized bones|skeletal structures|visualized osseous structures|ribs) (are|appear)|(bony thorax|osseous thorax|thoracic skeleton|bony skeleton) is) (intact|unremarkable|grossly intact|normal|within normal limits|grossly unremarkable|normal for age|intact and unremarkable)
      : (bones|osseous structures|bones and soft tissues|bones/soft tissues|soft tissues)(:| -) (unremarkable|normal|intact|no acute (findings|abnormality)|within normal limits)
      : no acute (bony|osseous|skeletal|bone) (abnormality is (seen|identified)|abnormality|abnormalities|findings|lesion|process|injury)
      : (the |)((soft tissues|overlying soft tissues|thoracic soft tissues|visualized soft tissues) (are|appear)|chest wall is) (unremarkable|normal|within normal limits)
      : (the |)((thoracic spine|spine) is|(vertebral bodies|thoracic vertebrae) are) (unremarkable|normal|intact|normally aligned|maintained in height|in normal alignment)
      : vertebral body heights are (maintained|preserved|normal)
  `),
  other: parseClauses(`
      : (no|there are no) (suspicious|aggressive|destructive|lytic|suspicious lytic or blastic) (bone|bony|osseous) (lesions|lesion) (are |)(seen|identified|)
      : (the |)(diaphragm is|(hemidiaphragms|diaphragms|diaphragmatic contours) are) (normal|unremarkable|intact|well defined|smooth)
      : (the |)(visualized |imaged |)(upper abdomen|abdomen|upper abdominal bowel gas pattern|gastric bubble) is (unremarkable|normal|within normal limits)
      : no (free (air|intraperitoneal air|subdiaphragmatic air|gas)|pneumoperitoneum|subdiaphragmatic free air) (is |)(seen|identified|below the diaphragm|under the diaphragm|beneath the hemidiaphragms|)
      : no (pneumomediastinum|subcutaneous emphysema|mediastinal shift|hilar adenopathy|adenopathy|lymphadenopathy|hilar enlargement|hilar lymphadenopathy|tracheal deviation|pericardial effusion)
      : (no|there is no) (hyperinflation|emphysema|bronchiectasis|peribronchial cuffing|peribronchial thickening|hiatal hernia)
      : (azygos lobe|azygos fissure|azygos lobe and fissure), (a |)normal variant
      : (incidental |)(azygos (lobe|fissure)|cervical rib|bifid rib|pericardial fat pad) (is |)(noted|seen|present|)(, |)(a normal variant|normal variant|an anatomic variant)
      : (prominent |)(epicardial|pericardial) fat pad(, a normal (finding|variant)| is a normal variant)
      : nipple shadows (are |)(noted|seen|projecting over both (lung bases|bases))
      : (overlying|external) (monitor|EKG|ECG|telemetry) (leads|wires) (are noted|are present|seen|overlie the chest|noted|)
      : (overlying|external) (artifact|objects|jewelry|clothing artifact|necklace) (noted|present|projecting over the chest|)
      : (artifact|density|opacity) (over|overlying|projecting over) the <$side> (chest|lung|apex|base) (is|represents|is due to) (an |)(overlying |external )(hair braid|artifact|clothing|snap|EKG lead|button|jewelry|monitor lead)
      : (apparent |increased |)(density|opacity) at the (<$side> base|bases|lung bases) is (due to|related to|from|explained by|secondary to) (overlying |superimposed |)(breast tissue|soft tissue|soft tissues|breast shadow|pectoral muscle)
      : (opacity|density|nodular density|rounded density) (projecting over|overlying|at) the <$side> (lung base|upper lung|chest|apex|lower lung) is (in|within|from|related to|due to) the (soft tissues|overlying skin|costochondral junction|first rib end|anterior rib end|nipple)
      : (remainder|the remainder) of the (exam|chest|study|lungs|examination) is (unremarkable|normal|clear|negative|unchanged)
      : (status post|post|s/p|history of|prior|patient is post|previous) (CABG|median sternotomy|cholecystectomy|thyroidectomy|cardiac surgery|coronary bypass|mastectomy|lobectomy)
      : (oxygen tubing|nasal cannula|oxygen mask|ventilator tubing|blood pressure cuff|hair clip|bra clasp|zipper|snaps) (overlies|projects over|overlying|over) the (chest|neck|<$side> hemithorax|upper chest)
    : (skin fold|skinfold|skin folds) (over|projecting over|overlying) the <$side> (hemithorax|chest|apex)
    : (costochondral|costal cartilage|rib cartilage) calcification (is noted|, age related|, a normal finding)
    : (bifid|anomalous|fused) (anterior |)rib, (a |)(normal|developmental|congenital) variant
    : ((sternum|manubrium) is|(clavicles|scapulae|shoulders) are) (intact|unremarkable|normal)
    : (contrast|oral contrast|residual barium) (is |)(noted |seen |)in the (colon|stomach|upper abdomen)
      : (normal|age-appropriate|age appropriate) (chest |)(findings|appearance)
      : no (abnormal |)(calcification|calcifications)
      : (no|without) <mark>
      : (no|no evidence of) <mark> (is |)(seen|identified|noted)
      : there is no <mark>
  `),
} as const;

/** Talk about the study: neither finding nor label. */
export const REMARK_CLAUSES = parseClauses(`
    : <follow-up> <recommend>
    : (clinical correlation|correlation with clinical (findings|history)|comparison with (prior|outside) films) is (recommended|suggested|advised)
    : (please |)correlate clinically
    : (findings|results|these findings|the above findings|critical results) (were |)(discussed|communicated|called|reported|telephoned|relayed) (with|to) <doctor> (at|on) <time>( on <date>| by telephone|)
    : (discussed|d/w|reported to|called to) <doctor> (at|on) <time>
    : (electronically signed|dictated|signed) by <doctor>( on <date>|)
    : (I have|the attending radiologist has) (personally |)reviewed the (images|films) (and agree with the report|)
    : (comparison|compared) (is made |)(to|with) (the |)(prior |previous |)(study|exam|chest x-ray|radiograph|examination) (of|from|dated) <date>
    : (no |)(prior|previous|comparison) (studies|films|exams|examinations) (are |)(available|unavailable)(| for comparison)
    : (the |)(patient|study|film|exam|examination) is (slightly |mildly |)(rotated|underpenetrated|overpenetrated|limited by body habitus|limited by rotation|lordotic|limited by technique)
    : (AP|portable|supine|upright|semi-upright|single|frontal) (view|portable view|radiograph|film) (of the chest |)(was |is |)(obtained|submitted|provided|presented|performed)(| at <time>)
    : (two|2|PA and lateral|frontal and lateral|three) (views|radiographs|images) (of the chest |)(were |)(obtained|submitted|provided|reviewed|performed)(| on <date>)
    : (examination|exam|study) (is |)(limited|somewhat limited) (by|due to) (body habitus|patient positioning|motion|portable technique|rotation)
    : (lateral|lordotic|oblique) view (is |was )(limited|not obtained|suboptimal)
    : (patient|the patient) (could not|was unable to) (stand|raise (the |)arms|take a deep breath|be positioned optimally)
    : (no change|stable|unchanged) <compared>
    : (otherwise |)(no (significant |other |)(change|interval change)|stable|unchanged)
    : (see|please see) (report of (the |)(chest CT|subsequent CT)|separate report|CT report|findings above|above|the separately dictated (report|CT))
    : (end of|addendum to) (report|impression)
    : (code|category) (1|2|3)
    : (see|refer to) <mark>
    : (history|clinical history|known history|given history|remote history) of (<asked>|<chronic-illness>)
    : (reason for exam|indication|clinical concern|clinical question)(:| is|) (<asked>|rule out <asked>|cough|chest pain|<chronic-illness>)
    : patient (with|has) (a |)(known |)history of (<asked>|<chronic-illness>)
    : (study|exam|film) (was |)(requested|ordered|obtained) (to (evaluate|look|assess) for|for) <asked>
    : <doctor> (was |)(notified|informed|paged) (of the (findings|results)|at <time>|)
    : (these images were|this study was) (interpreted|reviewed|read) (on|at) <time>
`);
