import { book } from "../book.ts";

/** Mass, nodule, cavity and tumor of the lung. */
export const LUNG_LESION = book("LL", {
  names: `
    nodule
    [p] nodules
    mass
    [p] masses
    (pulmonary|lung|parenchymal|noncalcified) (nodule|mass|lesion)
    [p] (pulmonary|lung|parenchymal) (nodules|masses)
    [p] (metastases|pulmonary metastases|lung metastases)
    [m] (malignancy|neoplasm|tumor|lung cancer|bronchogenic carcinoma|metastatic disease)
    nodular density
    [LL LO] nodular opacity
    cavitary lesion
    (malignant|neoplastic) process
    [p] metastatic (nodules|lesions|deposits)
    (lung|pulmonary) (neoplasm|tumor)
  `,
  findings: `
    <tiny> (<$side> |)(pulmonary |lung |)nodule (in|at|within) the <zone>
    <mm> (pulmonary |lung |noncalcified |)nodule (in|at|within|projecting over|overlying) the <zone>
    <mm> <zone-adjective> (nodule|mass|lesion)
    (<tiny>|<chronic>|<mm>) <$side> (upper|lower) lobe (nodule|mass)
    [p] (multiple|several|numerous|scattered|innumerable|a few|two|at least three|bilateral) (small |tiny |<mm> |noncalcified |)(pulmonary |lung |)nodules
    [p] (multiple|bilateral|several) (pulmonary|lung|cavitary) (masses|nodules|lesions)
    (<tiny>|large|<mm>) mass (in|at|within|arising from) the <zone>
    (large|spiculated|lobulated|<mm>|cavitating|necrotic|central) (<$side> |)(hilar |suprahilar |perihilar |)(lung |)mass
    (thick-walled|thin-walled|<mm>|large|new) (cavitary|cavitating) (lesion|mass|nodule) (in|at) the <zone>
    [LL LO] (<tiny>|<mm>|vague|<chronic>) nodular opacity (in|at|projecting over|overlying) the <zone>
    [p LL LO] (scattered|bilateral|multiple|ill-defined) nodular opacities (in the <zone>|)
    (<tiny>|<mm>|vague|<chronic>|well-defined) nodular density (in|at|projecting over|within) the <zone>
    [p] (a few |several |small |scattered |)nodular densities (in|at) the <zone>
    (masslike|mass-like) lesion (in|at) the <zone>
    [LL LO] (masslike|mass-like) opacity with (a |)central mass in the <zone>
    [p] (pulmonary|lung|bilateral|known) (metastases|metastatic nodules|metastatic lesions)
    [m] metastatic (disease|nodules) (to|in) (the lungs|both lungs)
    (primary |known |)(lung|bronchogenic) (carcinoma|tumor|neoplasm|cancer) (in|of) the <lobe>
    coin lesion (in|at) the <zone>
    (noncalcified|uncalcified|indeterminate|solid|subsolid|part-solid) (pulmonary |lung |)(nodule|lesion) (in|at) the <zone>
    pulmonary (nodule|mass|lesion), <zone-adjective>
    rounded (lesion|mass|nodule) (behind the heart|at the <base>|in the <zone>)
    apical (mass|tumor|Pancoast tumor)
  `,
  denied: `
    nodule
    [p] nodules
    mass
    [p] masses
    (suspicious|pulmonary|lung|discrete|dominant|focal|noncalcified|concerning|measurable) (nodule|mass|lesion)
    [p] (suspicious|pulmonary|lung|discrete|dominant|noncalcified) (nodules|masses|lesions)
    [p] (pulmonary|lung) (nodules|masses|nodules or masses)
    suspicious (pulmonary|lung|parenchymal) (nodule|mass|lesion)
    [m] (lung|pulmonary) (malignancy|metastatic disease)
    [p] (pulmonary |lung |)metastases
    cavitary lesion
    mass lesion
    [p] (mass lesions|nodules)
    nodular density
    [LL LO] nodular opacity
    [m] metastatic disease (in|to) the lungs
  `,
  clauses: `
    LL+: (nodule|nodular density|mass|lesion) (in|at) the <zone> (measures|measuring|is|, approximately) <mm>( in (size|diameter)|)
    LL+: (nodule|mass) (in|at) the <zone> (warrants|needs|requires) (follow-up|further evaluation|CT|a chest CT|biopsy)
    LL+: <follow-up> <recommend> (for|to evaluate|to characterize|to further evaluate) the (<$side> |<mm> |)(upper lobe |lower lobe |)(pulmonary |lung |)(nodule|mass)
    LL+: (known|biopsy-proven|treated) (<$side> |)(upper lobe |lower lobe |hilar |)(lung cancer|carcinoma|lung mass|tumor) (is |)(again |)(seen|unchanged|noted|stable)
    LL+ PE+: (<$side> |)(lung |hilar |)mass with (associated |ipsilateral |a small |)(pleural |)effusion
    LL+ AT+: (central|hilar|endobronchial) mass with (postobstructive |distal |)(atelectasis|collapse)
    LL+: nodule (in|at) the <zone>, (possibly|perhaps|may be|may represent|could be|could represent|which may be|might be) (a |)(granuloma|calcified granuloma|hamartoma|nipple shadow)
    LL+: (nodular density|nodule|small nodule) (in|at|over) the <zone> (may|could|might) (represent|be|reflect) (a |)(granuloma|vessel on end|nipple shadow|bone island|confluence of shadows)
    LL+: <mm> nodule (in|at) the <zone>, (malignancy|neoplasm) (cannot be excluded|is not excluded)
    LL+: no change in (the |)(<$side> |)(upper lobe |lower lobe |)(lung |pulmonary |)(nodule|mass|nodules)
    LL?: (possible|questionable|suspected|probable|equivocal) (<mm> |small |tiny |subtle |)(pulmonary |lung |noncalcified |)(nodule|mass|lesion|nodular density) (in|at|projecting over) the <zone>
    LL? LO+: (opacity|rounded opacity|focal opacity|density) (in|at) the <zone>, (underlying |)(mass|nodule|neoplasm|malignancy|tumor) (cannot be excluded|is not excluded|should be excluded|is a consideration)
    LL? LO+: (rounded|focal|vague|ill-defined|hilar) (opacity|opacification) (in|at|over) the <zone> (may|might|could) (represent|be|reflect) (a |)(nodule|mass|pulmonary nodule|lesion)
    LL? LO+: (opacity|rounded opacity|focal opacity|vague opacity) (in|at|over) the <zone>, (<follow-up>|CT) (is recommended |is suggested |)to (exclude|rule out|evaluate for) (a |an underlying |)(nodule|mass|lesion|neoplasm)
    LL?: (density|rounded density|nodular shadow) (in|at|projecting over) the <zone>, (nipple shadow|vessel on end|granuloma|bone island|rib end|costochondral calcification) (versus|vs|vs.|or) (a |)(pulmonary |lung |parenchymal |)nodule
    LL?: (round|rounded|small) density (in|at|over) the <zone> (may|could|might) (represent|be) (either |)(a |)(nodule|lesion|parenchymal nodule) or (a |)(nipple shadow|vessel seen on end|summation shadow)
    LL?: (prominent|full|enlarged) <$side> hilum, (mass|underlying mass|neoplasm) (cannot be excluded|is not excluded|versus vascular prominence)
    LL?: (repeat|repeat study|repeat film|repeat PA view) with nipple markers (is |)(recommended|suggested|advised) to exclude (a |)(pulmonary |)nodule
    LL?: (metastases|metastatic disease|malignancy|neoplasm|lung cancer|an underlying mass) (cannot be excluded|is not excluded|is (a |)(concern|consideration|possibility)|should be considered)
    LL?: (nodule|nodularity|nodules) (is |are |)(questioned|suspected) (in|at) the <zone>
    LL-: (rounded density|nodular shadow|density) (over|at|projecting over) the <$side> (base|lower lung|lung base) (is|represents|corresponds to) (a |the )nipple shadow(,|;| and) (no|not a) (pulmonary |lung |)nodule
    LL-: (no|without) (suspicious |)(nodule|mass|nodules or masses|pulmonary nodules|mass lesion) (is |)(seen |identified |)in either lung
    LL-: (lungs are |both lungs are |)(clear of|free of|without|negative for) (suspicious |)(nodules|masses|nodule or mass|mass)
    LL-: (previously (seen|described|questioned|noted) |the |prior )(<$side> |)(upper lobe |lower lobe |)(nodule|nodular density|nodular opacity) (is no longer (seen|identified|evident|visible)|has resolved|is not (seen|confirmed|reproduced) (on this exam|today|on the current study))
    LL-: nipple markers confirm (that |)the density (is|as) (a |)nipple shadow and (there is |)no nodule
    LL-: (mass|nodule|malignancy|neoplasm) is (not (seen|suspected|identified)|unlikely|considered unlikely)
    LL-: no (findings|evidence|radiographic evidence) (of|to suggest) (metastatic disease|metastases|malignancy|pulmonary metastases|neoplasm|intrathoracic metastatic disease)
    LL- OA: (calcified granuloma|granuloma|calcified nodule|benign calcified granuloma) (in|at) the <zone>, (no|without) (other |suspicious |noncalcified |)(nodule|nodules|mass)
    LL~: no new (pulmonary |lung |)(nodule|nodules|mass|lesions|metastases)
    LL~: no (additional|interval development of new) (nodules|masses)
  `,
});
