import { book } from "../book.ts";

/** Consolidation, under its own name. */
export const CONSOLIDATION = book("CO", {
  names: `
    [m] consolidation
    [m] consolidation
    focal consolidation
    [p] consolidations
    [m] (airspace|alveolar|lobar|lung) consolidation
    [m] <$side> (lower|upper) lobe consolidation
    [CO LO] consolidative opacity
    [p] (areas|foci) of consolidation
    consolidative process
    [p] consolidative changes
  `,
  findings: `
    [m] <shape> <zone-adjective> consolidation
    [m] <zone-adjective> consolidation
    [m] (dense|patchy|focal|confluent|partial|worsening|multifocal|segmental|new|peripheral) consolidation (in|of|within|at|involving) the <zone>
    [p] <shape> consolidations (in|of) the <zone>
    area of (dense |patchy |focal |)consolidation (in|at|within|involving) the <zone>
    (<chronic>|focal|large) <zone-adjective> consolidation
    [p] multifocal (areas|foci) of consolidation
    [CO LO] (focal|patchy|dense|new|large) consolidative opacity (in|at) the <zone>
    [p CO LO] <bi> consolidative opacities
    [CO LO m] consolidating (airspace disease|infiltrate) (in|at) the <zone>
    [m] (airspace|alveolar) consolidation (in|of|at) the <zone>
    [m] consolidation with air bronchograms (in|at) the <zone>
    [m] lobar consolidation of the <lobe>
    [m] consolidation, <zone-adjective>
    [CO LO] consolidative process (with increased opacity |with patchy opacity )in the <zone>
    (rounded|segmental|perihilar) consolidation in the <zone>
  `,
  denied: `
    [m] consolidation
    [m] consolidation
    focal consolidation
    [m] (focal|lobar|airspace|confluent|large|acute|segmental|frank|dense|alveolar) (airspace |)consolidation
    [p] (focal |)consolidations
    [m] (areas of |areas of focal |foci of |focal area of )consolidation
    [CO LO] consolidative opacity
    consolidative process
    [m] pulmonary consolidation
    [m] (lung|parenchymal) consolidation
    [m] <side> (lower|upper) lobe consolidation
  `,
  clauses: `
    CO+: the <lobe> is (densely |partially |)consolidated
    CO+: air bronchograms (are seen |)in the <zone> (consistent with|indicating|reflecting) consolidation
    CO+: consolidation (in|of) the <zone> (persists|has progressed|is improving|with air bronchograms)
    CO+ PN+: (consolidation|lobar consolidation|airspace consolidation) (in|of|at) the <zone> (consistent with|compatible with|likely representing|in keeping with|most likely) (pneumonia|an infectious process|infection)
    CO+ PN?: consolidation (in|of|at) the <zone>, (concerning for|suspicious for|possibly|which may represent|suggestive of|worrisome for) pneumonia
    CO+ PE+: <$side> lower lobe consolidation with (a |)(small|moderate|large|adjacent|parapneumonic) (pleural |)effusion
    CO+: right lower lobe consolidation, left lung is (clear|free of consolidation)
    CO?: (early |developing |possible |subtle |questionable |probable |underlying |superimposed |)consolidation (in|at) the <zone> (cannot be excluded|is not excluded|is possible|is suspected|would be difficult to exclude)
    CO?: (possible|probable|questionable|suspected|equivocal) (early |focal |)(consolidation|consolidative change)( in the <zone>|)
    CO? AT?: (consolidation|airspace consolidation)(/| or | and/or | versus | vs )(atelectasis|collapse|volume loss with atelectasis)( (in|at) the <zone>|)
    CO? LO+: (increased |hazy |vague |)(opacity|density) in the <zone> (could|may|might) (reflect|represent|be) (early |)consolidation
    CO? PE? LO+: retrocardiac opacity (could|may) (be|represent) consolidation or (effusion|pleural fluid)
    CO? ED?: (consolidation|multifocal consolidation) (versus|or) (asymmetric |)(pulmonary |)edema
    CO-: (previous|previously seen|prior|the) (<$side> |)(lower lobe |upper lobe |)consolidation has (resolved|cleared|completely cleared)
    CO-: interval (resolution|clearing) of (the |)(<$side> |)(lower lobe |)consolidation
    CO-: (the |both |)lungs are (clear of|free of|without|negative for) (focal |)(consolidation|consolidations)
    CO-: (no|without) consolidation (is |)(seen |)in either lung
    CO-: (lungs|lungs and pleura): no (focal |)consolidation
    CO- AT+: (atelectasis|basilar atelectasis|streaky basilar atelectasis) (but no|with no|without) (frank |focal |)consolidation
    CO-: consolidation (is |)(absent|not seen|not identified|not evident|unlikely)
    CO~: no (new|additional|further|progressive) (areas of |focal |)consolidation
    CO~: no (increase|worsening|progression) in (the |)consolidation
  `,
});
