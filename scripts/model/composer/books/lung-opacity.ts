import { book } from "../book.ts";

/** Opacity, infiltrate, airspace disease, markings, scar and fibrosis of the lung. */
export const LUNG_OPACITY = book("LO", {
  names: `
    infiltrate
    [p] infiltrates
    [m] airspace disease
    [m] (focal |)airspace disease
    opacity
    [p] opacities
    (focal|pulmonary|lung|airspace|parenchymal) opacity
    [p] (airspace|parenchymal|lung|interstitial) opacities
    [m] (scarring|scar|pulmonary scarring|parenchymal scarring)
    [m] (fibrosis|pulmonary fibrosis|interstitial fibrosis)
    (pulmonary|focal|alveolar|interstitial|acute) infiltrate
    [m] interstitial (lung |)disease
    (airspace|alveolar|interstitial) process
    [m] (air space|air-space) disease
    [p] increased (lung |interstitial |)markings
    [m] parenchymal (opacification|density)
    [m] (reticulation|interstitial thickening)
  `,
  findings: `
    <shape> <zone-adjective> opacity
    [p] <shape> <zone-adjective> opacities
    [p] <shape> opacities (in|at|within|involving) the <zone>
    <shape> opacity (in|at|within|projecting over|overlying) the <zone>
    (<shape>|<degree>) <zone-adjective> infiltrate
    [p] (<shape>|<chronic>) (<bi>|bilateral) infiltrates
    (patchy|focal|subtle|new|vague|hazy|interstitial|alveolar|small) infiltrate (in|at|within|involving) the <zone>
    [m] (<shape>|<chronic>|<degree>) <zone-adjective> airspace disease
    [m] (<shape>|<chronic>) (airspace|air space|alveolar|interstitial) disease (in|at|of) the <zone>
    [m] (increased|hazy|patchy|abnormal|ill-defined|vague) (density|opacity|opacification) (in|at|of|over) the <zone>
    [p] (increased|prominent|coarse|coarsened|accentuated|chronic|diffuse) (interstitial|lung|bronchovascular interstitial|reticular|reticulonodular interstitial|bibasilar|perihilar) markings
    [m] (<degree>|<chronic>|diffuse) interstitial (prominence|thickening|coarsening|opacity|disease|change)
    (<chronic>|<degree>|diffuse|coarse) (interstitial|reticular|reticulonodular) (pattern|abnormality)
    [m] <zone-adjective> (scarring|fibrosis|scar)
    [m] (<degree>|<chronic>|linear|biapical|apical|bibasilar) (pulmonary |parenchymal |)(scarring|fibrosis) (in|at) the <zone>
    [m] linear (scar|scarring|fibrosis) (in|at) the <zone>
    [p] (fibrotic|chronic fibrotic|interstitial fibrotic|chronic interstitial) changes (in|at) the <zone>
    [p] (diffuse|chronic|basilar|coarse|bibasilar) (interstitial |fibrotic |reticular |chronic lung )(changes|opacities)
    [p] (streaky|linear|patchy|scattered|hazy) (densities|opacities|infiltrates) (in|at) the <zone>
    [m] (<shape>|ground glass|ground-glass|near complete|partial|asymmetric) opacification of the <zone>
    [m] (ground-glass|ground glass) (opacity|attenuation|haze) (in|at) the <zone>
    [p] airspace opacities, (bilateral|right greater than left|multifocal|<zone-adjective>)
    focus of (airspace disease|increased opacity|patchy opacity|opacification|opacity|air space disease) (in|at) the <zone>
    [m] interstitial lung disease (at the bases|with a basilar predominance|)
    [m] honeycombing (with fibrosis |and fibrosis )at the bases
    [p] parenchymal (scars|opacities|bands of scar) (in|at) the <zone>
    retrocardiac (opacity|density|opacification|infiltrate)
    [m] apical (fibrosis|scarring)
    [m] lung scarring
    [p] (prominent|increased|coarse|accentuated|coarsened) bronchovascular markings
    [m] (mild |vague |increased |)haziness (in|at|over) the <zone>
    [m] (<degree>|<chronic>|diffuse) (reticulation|peripheral reticulation|interstitial reticulation)
    [p] (bands|strands|areas) of (scar|scarring|fibrosis) (in|at) the <zone>
    [m] chronic interstitial (lung disease|change|thickening)
    [m] (hazy|patchy) increased density <$side> (base|lower lobe|midlung|lung base)
  `,
  denied: `
    infiltrate
    [p] infiltrates
    (focal|acute|confluent|pulmonary|parenchymal|focal lung|definite|airspace|alveolar) infiltrate
    [p] (focal|acute|pulmonary|alveolar|confluent|new-appearing) infiltrates
    [m] (focal |acute |alveolar |)(airspace|air space|air-space) disease
    [m] airspace disease
    (focal|airspace|focal airspace|pulmonary|lung|parenchymal|confluent|suspicious|focal lung|focal pulmonary|discrete) opacity
    [p] (focal |airspace |focal airspace |pulmonary |lung |parenchymal |)opacities
    opacity
    [m] (focal|parenchymal|focal airspace|lung) opacification
    (airspace|alveolar|interstitial|focal airspace) process
    [m] focal (airspace |parenchymal |)(disease|opacity)
    [m] interstitial (lung |)disease
    [m] (pulmonary |interstitial |)fibrosis
    [m] scarring
    [p] (increased|abnormal) interstitial markings
    focal airspace abnormality
  `,
  clauses: `
    LO+: the (lung|interstitial|pulmonary) markings (are|appear) (coarse|coarsened|increased|accentuated|prominent|diffusely increased|crowded and increased)
    LO+: (the |)interstitium (is|appears) (prominent|coarsened|thickened)
    LO+: lungs (demonstrate|show|reveal) (diffuse |chronic |coarse |mild |increased |basilar |)(interstitial (changes|opacities|markings|prominence)|reticular opacities|fibrotic (change|changes))
    LO+: (chronic|old) (appearing |)(interstitial|fibrotic|granulomatous and fibrotic) (lung |)(changes|scarring|opacities)
    LO+: the <$side> hemithorax is (opacified|completely opacified|partly opacified|nearly whited out with opacity)
    LO+: lungs are (otherwise |)clear (except for|apart from|other than|aside from) (some |minimal |mild |a small |)(linear scarring|scarring|streaky opacity|infiltrate|area of scarring) (in|at) the <zone>
    LO+: (scarring|linear scar|scar|fibrosis) <zone-adjective>, (stable|unchanged|no change)
    LO+: (scar|scarring) (is |)(again |)(seen|noted|present) (in|at) the <zone>
    LO+: infiltrate (in|at) the <zone> has (cleared partially|increased|decreased|not changed|improved)
    LO+: (right base infiltrate, the left|left lower lobe infiltrate, the right|left base infiltrate, the right) lung is clear
    LO+ OA: (emphysema|emphysematous changes|COPD|hyperinflation) with (<bi>|bibasilar|apical|basilar|) (scarring|fibrosis|interstitial (markings|fibrosis))
    LO+ OA: (biapical|apical|upper lobe) (scarring|fibrosis) with (calcified granulomas|traction bronchiectasis|volume loss|hilar retraction)
    LO+ OA: (bronchiectasis|bronchiectatic change|volume loss) (and|with) (scarring|fibrosis|interstitial opacities) (in|at) the <zone>
    LO+ AT?: (streaky|linear|patchy|hazy|bandlike) (opacity|opacities) (at|in) the <zone>, (possibly|perhaps|probably|may represent|could be|suggestive of) atelectasis
    LO?: (possible|questionable|suspected|probable|equivocal|vague questionable) (early |subtle |)(infiltrate|opacity|airspace disease) (in|at) the <zone>
    LO?: (subtle|early|small|retrocardiac|developing|underlying) (infiltrate|airspace disease|opacity|airspace process) (cannot be|is not|can't be|could not be) (entirely |)(excluded|ruled out)
    LO+: (subtle|mild|slight) (increase in|prominence of) (density|lung markings|interstitial markings) (in|at) the <zone>(| of uncertain significance)
    LO? CO?: (infiltrate|airspace disease|airspace opacity)(/| or | and/or | versus )consolidation( (in|at) the <zone>|)
    LO? ED?: (interstitial |)(infiltrates|infiltrate) (versus|or|vs) (pulmonary |interstitial |)edema
    LO? AT?: (infiltrate|airspace disease|air space disease) (or|versus|vs|and/or) (subsegmental |)(atelectasis|volume loss with atelectasis) (in|at) the <zone>
    LO?: (scarring|fibrosis) is (suspected|questioned|possible) (in|at) the <zone>
    LO?: (either |)(early infiltrate|developing airspace disease) or (vascular crowding|overlapping shadows|summation artifact|superimposed structures)
    LO? PN?: (cannot exclude|can not exclude|unable to exclude|difficult to exclude) (an |)(infiltrate|airspace disease) or (early |)pneumonia
    LO-: (the |)(previously (seen|noted|described) |prior |)(<$side> |)(basilar |lower lobe |upper lobe |perihilar |)(opacity|infiltrate|airspace disease|opacities) (is no longer (seen|evident|present)|has (resolved|cleared|completely cleared|disappeared))
    LO-: interval (clearing|resolution) of (the |)(<$side> |bilateral |)(lower lobe |basilar |perihilar |)(infiltrate|infiltrates|opacity|opacities|airspace disease)
    LO-: (the |both |)lungs are (clear of|free of|without|negative for) (focal |acute |active |any |)(infiltrate|infiltrates|airspace disease|opacity|opacities|focal airspace opacity)
    LO-: lungs (are |)clear(,| and| with) no (infiltrate|infiltrates|focal airspace disease|opacities)
    LO-: (no|without) (acute |focal |)(infiltrate|airspace disease|opacity) (is |)(seen |)(in either lung|bilaterally|on either side)
    LO-: (the |)interstitial markings are (normal|within normal limits|not increased|unremarkable)
    LO-: (vague density|apparent opacity) (on the prior|seen previously) (is not confirmed|is not reproduced|represents overlapping shadows), no (infiltrate|airspace opacity)
    LO- PN-: no (infiltrate|opacity|airspace disease) or (evidence of |)pneumonia
    LO- OA: (lungs are |)(hyperinflated|hyperexpanded|emphysematous) (without|but without|with no) (focal |acute |)(infiltrate|airspace disease|opacity|infiltrates)
    LO~: no (new|additional|interval|progressive) (infiltrate|infiltrates|opacity|opacities|airspace disease|focal airspace disease)
    LO~: no (significant |interval |)(increase|worsening|progression) in (the |)(infiltrates|opacities|interstitial markings|airspace disease)
  `,
});
