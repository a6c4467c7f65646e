import { book } from "../book.ts";

/** Infection of the lung, named as such. */
export const PNEUMONIA = book("PN", {
  names: `
    [m] pneumonia
    [m] pneumonia
    [m] bronchopneumonia
    infectious process
    [m] infection
    [m] pulmonary infection
    [m] (acute |)lobar pneumonia
    [m] (aspiration|viral|atypical|bacterial|fungal|developing|early|multifocal|community acquired) pneumonia
    [m] superimposed (infection|pneumonia)
    infectious etiology
    [m] (infection|pneumonic process)
    [p] infectious changes
    [m] (active|acute|underlying) (pulmonary |)infection
    [m] lower respiratory (tract |)infection
  `,
  findings: `
    [m] <zone-adjective> pneumonia
    [m] <zone-adjective> pneumonia
    [m] <chronic> (<zone-adjective> |)pneumonia
    [m] pneumonia (in|of|involving|at|within) the <zone>
    [m] (multifocal|multilobar|bilateral|patchy|extensive|lobar|segmental|round|early|developing) pneumonia
    [m] (right middle lobe|right lower lobe|left lower lobe|lingular|left upper lobe|RLL|LLL|RML) pneumonia
    [m] (bronchopneumonia|aspiration pneumonia|necrotizing pneumonia|atypical pneumonia|viral pneumonia|pneumocystis pneumonia) (in|at) the <zone>
    infectious process (in|at|involving) the <zone>
    [m] (active |acute |)(pulmonary |)infection (in|at|involving) the <zone>
    multifocal infectious process
    [m] <zone-adjective> (bronchopneumonia|aspiration pneumonia|airspace infection)
    pneumonic process in the <zone>
  `,
  denied: `
    [m] pneumonia
    [m] pneumonia
    [m] (focal|acute|lobar|overt|active|definite|bacterial|frank) pneumonia
    [m] (active|acute) (pulmonary |)infection
    infectious process
    acute infectious process
    [m] infection
    acute pneumonic process
    [m] bronchopneumonia
    [m] (signs|evidence|findings|radiographic evidence) of pneumonia
  `,
  clauses: `
    PN+ LO+: (airspace disease|infiltrate|opacity|patchy opacity|airspace opacity) (in|at) the <zone> (consistent with|compatible with|likely|most likely|representing|in keeping with|diagnostic of) pneumonia
    PN+: findings (are |)(consistent|compatible) with (multifocal |right lower lobe |left lower lobe |right middle lobe |bilateral |)(pneumonia|bronchopneumonia|infection)
    PN+: (clinical correlation|treatment) and followup (to resolution |)(of|for) the (<$side> lower lobe |)pneumonia (is |)(recommended|advised)
    PN+: <$side> (lower|upper) lobe pneumonia, followup (to (clearing|resolution)|in 6 weeks) (is |)recommended
    PN+: pneumonia (has (progressed|improved)|is (improving|resolving|worsening|slowly clearing))
    PN+: (incomplete|partial) (clearing|resolution) of (the |)(<$side> lower lobe |)pneumonia
    PN+: (appearance|findings|constellation) most (consistent|compatible) with (infection|pneumonia|an infectious etiology)
    PN+ LO+: infiltrate (in|at) the <zone>, likely (infectious in etiology|pneumonia|infection)
    PN? LO+: (opacity|infiltrate|airspace opacity|patchy opacity) (in|at) the <zone> (may|could|might) (represent|reflect|be) (early |developing |)(pneumonia|infection|an infectious process)
    PN? LO+: <zone-adjective> (opacity|infiltrate|airspace opacity), (concerning for|suspicious for|worrisome for|suggestive of|suggesting|possibly|?) (pneumonia|an infectious process|infection)
    PN? LO+ AT?: <zone-adjective> (opacity|opacities|airspace disease|infiltrate|density), (atelectasis (or|versus|vs.) (pneumonia|infection)|pneumonia (or|versus|vs.) atelectasis|may be (atelectasis|pneumonia) or (pneumonia|atelectasis))
    PN? LO+ ED?: (bilateral|diffuse|perihilar) (opacities|infiltrates|airspace disease) (may|could|might) (represent|reflect) (edema|pulmonary edema) (or|versus) (multifocal |)(pneumonia|infection)
    PN?: (clinical correlation|correlate clinically|please correlate|recommend clinical correlation) for (pneumonia|infection|an infectious process|signs of infection)
    PN?: (in the appropriate clinical setting|in the proper clinical context|if the patient is febrile|given the history), (pneumonia|infection|early pneumonia) (should be considered|is a consideration|is possible|cannot be excluded)
    PN?: (superimposed|underlying|early|developing|coexistent) (pneumonia|infection|infectious process) (cannot|can not|could not) be (entirely |completely |)excluded
    PN?: (pneumonia|infection|an infectious process) (is not (entirely |)excluded|is (difficult|hard) to exclude|would be difficult to exclude|remains a consideration|is in the differential|is less likely|is considered less likely)
    PN?: less likely (pneumonia|infection|infectious process)
    PN? AT+: (likely|most likely) atelectasis, (less likely|although|however|but) (pneumonia|early pneumonia cannot be excluded)
    PN?: (retrocardiac|left lower lobe) pneumonia (suspected|questioned|possible)
    PN?: (favor|I favor|would favor) (pneumonia|infection|aspiration pneumonia)
    PN? ED?: (edema|failure) versus (infection|pneumonia)
    PN-: (pneumonia|infection|an infectious process) (is (felt |considered |)unlikely|is not suspected|is not favored|has been excluded)
    PN-: (unlikely to represent|not typical of|not suggestive of) (pneumonia|infection)
    PN-: (interval |complete |)(resolution|clearing) of (the |)(previously (seen|noted) |)(<$side> |)(lower lobe |upper lobe |middle lobe |)pneumonia
    PN-: (previous|prior|previously described) (<$side> lower lobe |right middle lobe |)pneumonia has (completely |)(resolved|cleared)
    PN-: no (radiographic |plain film |)(evidence|findings|signs|suggestion) (of|for|to suggest) (an |)(pneumonia|acute infection|infection)
    PN-: (lungs are |chest is |)negative for (pneumonia|infection|acute infection)
    PN-: (no|without) (focal |)(findings|airspace change|abnormality) to suggest (pneumonia|infection)
    PN- LO-: no (infiltrate|opacity|focal opacity|airspace opacity) to (suggest|indicate) (pneumonia|infection)
    PN- CO-: no (focal |)consolidation (to suggest|suggestive of|suspicious for|concerning for|to indicate) (pneumonia|infection)
    PN-: this (is not|does not represent) pneumonia
    PN-: pneumonia: (none|no)
    PN~: no (new|additional) (pneumonia|site of infection)
  `,
});
