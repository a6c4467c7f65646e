import { book } from "../book.ts";

/** Fluid in the pleural space, and the blunted angles that leave it open. */
export const PLEURAL_EFFUSION = book("PE", {
  names: `
    [p] pleural effusions
    pleural effusion
    effusion
    [p] effusions
    [m] pleural fluid
    [m] pleural (space |)fluid collection
    [m] fluid in the pleural space
    <$side> pleural effusion
    <$side> effusion
    [p] bilateral effusions
    subpulmonic effusion
    parapneumonic effusion
    loculated effusion
    hemothorax
    empyema
    layering effusion
  `,
  findings: `
    <size> <$side> pleural effusion
    <size> <$side> pleural effusion
    <size> <$side> effusion
    (<chronic>|<size>) <$side>-sided (pleural |)effusion
    [p] <size> bilateral pleural effusions
    [p] (<size>|<chronic>) (bibasilar|bilateral|layering) (pleural |)effusions
    [p] bilateral (pleural |)effusions, (right greater than left|left greater than right)
    [p] (bilateral pleural effusions|effusions), (left larger than right|right more than left|larger on the left|right > left)
    <chronic> <size> <$side> pleural effusion
    (loculated|partially loculated|layering|free-flowing|subpulmonic|dependent) <$side> pleural effusion
    <size> (layering|loculated|subpulmonic) effusion on the <$side>
    <size> amount of <$side> pleural fluid
    [m] (<degree>|<size>|) <$side> pleural fluid
    [m] pleural fluid (layering |tracking |)(along the <$side> (chest wall|major fissure)|in the <$side> (minor|major) fissure|at the <$side> base|posteriorly)
    [m] fluid (tracking |)(in|within|along) the (minor|major|right major|oblique) fissure
    pleural effusion (on the <$side>|at the <$side> base), <size>
    <size> effusion at the <$side> (lung base|costophrenic angle)
    <size> hemothorax on the <$side>
    <$side> (parapneumonic|malignant|postoperative) effusion
    (trace|tiny|very small) posterior effusion
    <size> volume of <$side> pleural fluid
    [p] pleural effusions (bilaterally|posteriorly|on the lateral view)
    [m] <$side> hydrothorax
    <size> <$side> (PLEURAL EFFUSION|pleural eff.|pl effusion)
    collection of (pleural |)fluid at the <$side> base
  `,
  denied: `
    pleural effusion
    effusion
    [p] pleural effusions
    [p] effusions
    [m] pleural fluid
    (large|sizable|significant|gross|appreciable|substantial) (pleural |)effusion
    [p] (large |sizable |)(layering|bilateral) effusions
    (left|right)(-sided|) (pleural |)effusion
    pleural fluid collection
    [m] (free|layering) pleural fluid
    [m] evidence of pleural fluid
    [p] pleural effusions (on either side|bilaterally)
    effusion in either hemithorax
    [m] fluid in the pleural spaces
    subpulmonic effusion
  `,
  clauses: `
    PE+: (there is |)fluid (layers|layering) along the <$side> (lateral chest wall|hemithorax|hemidiaphragm) (consistent with|indicating) an effusion
    PE+: the <$side> hemidiaphragm is obscured by (a pleural effusion|pleural fluid)
    PE+: blunting of the <$side> costophrenic (angle|sulcus), (due to|consistent with|compatible with|from|indicating) (a |)(small|tiny|trace) (pleural |)effusion
    PE+: <$side> costophrenic angle is blunted by (a small effusion|pleural fluid)
    PE+: (meniscus|meniscus sign) at the <$side> base (consistent with|compatible with|indicating) (a |)pleural effusion
    PE+: veil-like (density|haze) over the <$side> hemithorax (consistent with|reflecting) layering (pleural fluid|effusion)
    PE+: (status post|following) thoracentesis, (with|there is) (a |)(small|residual|decreased) <$side> (pleural |)effusion
    PE+: <$side> effusion has (re-accumulated|reaccumulated|increased|layered out)
    PE+: fluid tracks (into|along) the (minor|major) fissure
    PE+ LO+: complete opacification of the <$side> hemithorax (due to|consistent with) (a |)(large|massive) (pleural |)effusion
    PE+: small effusion (left, none on the right|right, none left|on the right, none on the left)
    PE+: there is a small amount of (pleural |)fluid on the (left, no right effusion|right, no left effusion)
    PE?: blunting of the <$side> costophrenic (angle|sulcus|recess)
    PE?: (mild|slight|minimal|subtle|persistent|chronic|stable|) blunting of (the <$side>|both|the posterior|the lateral) costophrenic (angle|angles|sulcus|sulci)
    PE?: the <$side> costophrenic (angle|sulcus) is (slightly |mildly |)(blunted|obscured|indistinct|not well seen)
    PE?: blunted <$side> (CP|costophrenic) angle
    PE?: <$side> costophrenic angle blunting (is |)(unchanged|again seen|noted|present)
    PE?: both costophrenic angles (are|appear) (blunted|hazy)
    PE?: (posterior|lateral) costophrenic (sulcus|sulci) (is|are) not (entirely |)(included|seen) and (a small|an) effusion (cannot|could not) be excluded
    PE?: the <$side> costophrenic angle is (excluded|cut off|not included)( from the film|), (so|limiting evaluation for) (small |)effusion( cannot be excluded|)
    PE?: (blunting|haziness) of the <$side> costophrenic angle (may|might|could) (represent|be|reflect) (a |)(small|tiny|trace) (pleural |)effusion
    PE? PO?: blunting of the <$side> costophrenic angle, (small|trace) effusion (versus|vs|or) pleural (thickening|scarring)
    PE? PO?: <$side> costophrenic angle blunting (which |)(may|could) (represent|reflect) (pleural thickening|pleural scarring|pleural reaction) or (a |)(small|tiny) (pleural |)effusion
    PE? AT? LO+: <$side> basilar opacity (is |)either (effusion or atelectasis|atelectasis or (pleural fluid|effusion))
    PE?: (hazy|hazy density at the) <$side> (base|lung base) could be layering fluid
    PE?: (small|trace) effusions (are|may be) (suspected|difficult to exclude)
    PE?: effusions are (difficult|hard) to (assess|evaluate) on this supine (film|view|study)
    PE?: evaluation for (pleural |)effusion is limited
    PE?: meniscus at the <$side> base suggests (small |)(effusion|pleural fluid)
    PE?: (if there is|should there be) concern for effusion, (a |)decubitus (view|film) (is recommended|may help)
    PE?: decubitus (views|films|radiographs) (would be helpful|are recommended|could be obtained) to (exclude|evaluate for|assess for) (a |)(small |)(pleural |)effusion
    PE~: no (increase|significant increase|enlargement) (in|of) (the |)(pleural |)effusions
    PE-: no (pleural |)effusion on (either side|the left or right)
    PE-: (the |)<$side> (pleural |)effusion (seen previously |)(is|has) (now |completely |)(resolved|cleared|gone)
    PE-: interval resolution of (the |)(<$side> |bilateral |)(pleural |)effusion(s|)
    PE-: previously (seen|noted|described) (<$side> |)(pleural |)effusion (is no longer (seen|evident|present)|has (resolved|cleared))
    PE-: pleural spaces are (free|clear) of (fluid|effusion)
    PE-: costophrenic angles are (sharp|clear) without (pleural |)effusion
    PE-: (the |)(costophrenic angles|costophrenic sulci) are (sharp|clear) (and there is|with) no (pleural |)effusion
    PE-: pleura: no (effusion|effusions|pleural effusion)
    PE-: no fluid (is seen |)in the pleural (space|spaces)
    PE-: effusions: none
    PE-: (a |)(pleural |)effusion is (not (suspected|seen|apparent)|felt to be unlikely|unlikely)
    PE- PO+: <$side> costophrenic angle blunting is (chronic and |)(due to|related to|consistent with) (pleural (scarring|thickening)|old pleural reaction), (not|rather than) (fluid|effusion)
    PE- PX-: the pleural spaces (are|show|contain) no (effusion|fluid) (or|and no) pneumothorax
  `,
});
