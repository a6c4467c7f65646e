/**
 * @file Which findings stand together in one sentence, and what explains what.
 */
import { type NounPhrase, parseNounPhrases } from "../book.ts";
import type { Code } from "../statement.ts";

export type PairKind =
  | "explained"
  | "explainedWithDoubt"
  | "explainedByEither"
  | "explainedWithRemainder"
  | "alternatives"
  | "together"
  | "without"
  | "withDoubtful"
  | "deniedAndDoubtful"
  | "neither";

/** Phrases of a book, or a list of this file. */
export type PhraseSource = `${Code}.${"names" | "findings" | "denied"}` | readonly NounPhrase[];

/** Described, not yet named: what an explanation follows. */
export const EXPLAINABLE: readonly NounPhrase[] = parseNounPhrases(
  `
  [LO] <shape> <zone-adjective> opacity
  [LO p] <shape> <zone-adjective> opacities
  [LO p] <shape> opacities (in|at) the <zone>
  [LO] <shape> opacity (in|at|overlying|projecting over) the <zone>
  [LO] (patchy|focal|vague|subtle|new|interstitial) infiltrate (in|at) the <zone>
  [LO m] (patchy|focal|multifocal|<degree>|bilateral|<zone-adjective>) airspace disease
  [LO m] (increased|hazy|patchy|abnormal) (opacity|opacification|density) (in|at) the <zone>
  [LO p] (increased|prominent|coarse|diffuse) (interstitial|lung) markings
  [LO p] (interstitial|perihilar|reticular|airspace) opacities
  [LO] retrocardiac (opacity|density)
  [LO] (streak of|linear|band of|linear band of) opacity (in|at) the <zone>
  [LO] linear opacity (in|at) the <zone>
  [LO] <zone-adjective> opacity
  [LO p] <zone-adjective> opacities
  [LO] (mild |slight |)increase in (interstitial |lung |)markings
  [CO m] (<zone-adjective>|<shape>) consolidation
  [CO m] consolidation (in|at) the <zone>
  [CO LO] consolidative opacity (in|at) the <zone>
  [LL LO] (<mm>|small|vague|rounded) nodular opacity (in|at|projecting over) the <zone>
  `,
  ["LO"],
);

/** What an opacity is explained by; each list is one kind of explanation. */
export const EXPLANATIONS: readonly (readonly NounPhrase[])[] = [
  parseNounPhrases(
    `
    [m] atelectasis
    [m] atelectasis
    [m] (subsegmental|discoid|linear|compressive|plate-like|platelike|basilar|dependent|passive) atelectasis
    [m] (partial |)(collapse|volume loss and atelectasis|lobar collapse)
    [p] atelectatic changes
    atelectatic change
  `,
    ["AT"],
  ),
  parseNounPhrases(
    `
    [m] pneumonia
    [m] pneumonia
    [m] (early|developing|aspiration|viral|atypical|multifocal|lobar|superimposed) pneumonia
    [m] (infection|pulmonary infection|bronchopneumonia|an infectious process|an infectious etiology)
    [m] (infection|an infection)
  `,
    ["PN"],
  ),
  parseNounPhrases(
    `
    [m] (pulmonary |)edema
    [m] (interstitial|alveolar|mild pulmonary|asymmetric) edema
    [m] (CHF|congestive heart failure|heart failure|early failure|congestive failure)
  `,
    ["ED"],
  ),
  parseNounPhrases(
    `
    [m] (scarring|scar|chronic scarring|post-inflammatory scarring|fibrosis|pulmonary fibrosis|interstitial fibrosis|scar tissue)
    [m] (scarring|parenchymal scarring)
    infiltrate
  `,
    ["LO"],
  ),
  parseNounPhrases(
    `
    [m OA] (aspiration|hemorrhage|contusion|pulmonary hemorrhage|drug reaction|sarcoidosis|bronchitis|tuberculosis|bronchiectasis|emphysema|bronchovascular crowding|chronic lung disease|hypoventilation)
  `,
    [],
  ),
  parseNounPhrases(`[m] (consolidation|early consolidation|airspace consolidation)`, ["CO"]),
  parseNounPhrases(
    `
    [m] (a small |layering |loculated |)(pleural |)(effusion|fluid)
    [m] (pleural fluid|layering pleural fluid|an effusion)
  `,
    ["PE"],
  ),
  parseNounPhrases(
    `
    [m] (malignancy|neoplasm|metastatic disease|an underlying mass|a mass|a pulmonary nodule|tumor)
  `,
    ["LL"],
  ),
];

const OTHERS = parseNounPhrases(
  `
  [OA m] (emphysema|COPD|scoliosis|osteopenia|hyperinflation|aortic atherosclerosis|low lung volumes)
  [OA] (tortuous aorta|hiatal hernia|calcified granuloma|elevated right hemidiaphragm|calcified aorta)
  [OA p] (degenerative changes|emphysematous changes|low lung volumes|calcified granulomas)
`,
  [],
);

const HARMLESS = parseNounPhrases(
  `
  [m] pneumomediastinum
  [m] (free air|subdiaphragmatic free air|hilar adenopathy|adenopathy|acute bony abnormality|acute disease|mediastinal shift)
  `,
  [],
);

/** Explanations that make the finding no finding: they may only be offered, not asserted. */
export const DOUBTFUL_EXPLANATIONS: readonly NounPhrase[] = parseNounPhrases(
  `
  [m] (artifact|overlapping structures|summation of shadows|superimposed soft tissue|vascular crowding|technique)
  `,
  [],
);

/** The alternatives to a doubtful finding that are no finding themselves. */
const LOOK_ALIKES = parseNounPhrases(
  `
  [m] (artifact|skin fold|overlying soft tissue|a vessel on end|nipple shadow|summation artifact|vascular crowding|projection)
  `,
  [],
);

export const PAIRINGS: Readonly<
  Record<
    Exclude<
      PairKind,
      "explained" | "explainedWithDoubt" | "explainedByEither" | "explainedWithRemainder"
    >,
    readonly (readonly PhraseSource[])[]
  >
> = {
  alternatives: [
    ["AT.names", "LO.names"],
    ["AT.names", "PN.names"],
    ["PN.names", "AT.names"],
    ["LO.names", "AT.names"],
    ["AT.names", "CO.names"],
    ["CO.names", "AT.names"],
    ["PN.names", "ED.names"],
    ["ED.names", "PN.names"],
    ["LO.names", "ED.names"],
    ["PE.names", "PO.names"],
    ["PO.names", "PE.names"],
    ["PE.names", "AT.names"],
    ["CO.names", "PE.names"],
    ["LL.names", "LO.names"],
    ["LO.names", "CO.names"],
    ["PO.names", "LO.names"],
    ["PX.names", LOOK_ALIKES],
    ["LL.names", LOOK_ALIKES],
    ["LO.names", LOOK_ALIKES],
    ["LO.names", "LL.names"],
    ["PN.names", "LL.names"],
    ["CM.names", "EC.names"],
    ["FX.names", LOOK_ALIKES],
    ["ED.names", "LO.names"],
    ["CO.names", "PN.names"],
    ["PE.names", "CO.names"],
    ["PO.names", "FX.names"],
    ["LL.names", "PN.names"],
  ],
  together: [
    ["PE.findings", "AT.names"],
    ["PE.findings", "AT.findings"],
    ["AT.findings", "PE.names"],
    ["CM.findings", "ED.names"],
    ["CM.names", "ED.findings"],
    ["ED.findings", "PE.findings"],
    ["LO.findings", "PE.findings"],
    ["CO.findings", "PE.names"],
    ["CM.findings", "PE.findings"],
    ["LL.findings", "LL.findings"],
    ["LO.findings", "AT.findings"],
    ["FX.findings", "PX.findings"],
    ["FX.findings", "PE.findings"],
    ["PO.findings", "LO.findings"],
    ["SD.findings", "SD.findings"],
    ["SD.findings", "CM.findings"],
    ["PX.findings", "SD.findings"],
    ["CM.findings", OTHERS],
    ["LO.findings", OTHERS],
    ["AT.findings", OTHERS],
    ["PO.findings", OTHERS],
    ["LL.findings", "LO.findings"],
    ["EC.findings", "CM.findings"],
    ["SD.findings", "PE.findings"],
    ["CO.findings", "AT.findings"],
    ["LL.findings", "PE.findings"],
    ["PN.findings", "PE.findings"],
    ["PX.findings", "AT.names"],
    ["SD.findings", OTHERS],
    ["PO.findings", "FX.findings"],
  ],
  without: [
    ["CM.findings", "ED.denied"],
    ["CM.findings", "PE.denied"],
    ["AT.findings", "PE.denied"],
    ["AT.findings", "CO.denied"],
    ["LO.findings", "PE.denied"],
    ["PE.findings", "PX.denied"],
    ["FX.findings", "PX.denied"],
    ["SD.findings", "PX.denied"],
    ["SD.findings", "PX.denied"],
    ["LL.findings", "PE.denied"],
    ["LO.findings", "CO.denied"],
    ["ED.findings", "PE.denied"],
    ["CO.findings", "PE.denied"],
    ["PO.findings", "PE.denied"],
    ["PX.findings", "PE.denied"],
    ["CM.names", "LO.denied"],
    [OTHERS, "LO.denied"],
    [OTHERS, "CO.denied"],
    [OTHERS, "PX.denied"],
    [OTHERS, "FX.denied"],
    [OTHERS, "PN.denied"],
    ["AT.findings", "PN.denied"],
    ["LO.findings", "LL.denied"],
    ["PE.findings", "ED.denied"],
    ["AT.findings", "LO.denied"],
    ["LO.findings", HARMLESS],
    ["PX.findings", HARMLESS],
    ["EC.findings", "PX.denied"],
    ["PN.findings", "PE.denied"],
  ],
  withDoubtful: [
    ["CM.findings", "ED.names"],
    ["AT.findings", "PE.names"],
    ["PE.findings", "AT.names"],
    ["PE.findings", "PN.names"],
    ["LO.findings", "PE.names"],
    ["AT.findings", "PN.names"],
    ["FX.findings", "PX.names"],
    ["ED.findings", "PE.names"],
    ["CO.findings", "PE.names"],
    ["SD.findings", "PX.names"],
    ["LO.findings", "LL.names"],
    ["LL.findings", "PE.names"],
    ["PE.findings", "CO.names"],
    ["ED.findings", "PN.names"],
    ["LL.findings", "AT.names"],
    ["PO.findings", "PE.names"],
    ["CM.findings", "PE.names"],
    ["PE.findings", "LO.names"],
    ["PX.findings", "FX.names"],
    ["LO.findings", "PO.names"],
  ],
  deniedAndDoubtful: [
    ["PX.denied", "PE.names"],
    ["PE.denied", "AT.names"],
    ["CO.denied", "AT.names"],
    ["PE.denied", "LO.names"],
    ["PX.denied", "FX.names"],
    ["LO.denied", "ED.names"],
    ["ED.denied", "CM.names"],
    ["PX.denied", "LL.names"],
    ["CO.denied", "PN.names"],
    ["PE.denied", "PO.names"],
  ],
  neither: [
    ["PX.denied", "PE.denied"],
    ["PE.denied", "PX.denied"],
    ["CO.denied", "PE.denied"],
    ["LO.denied", "PE.denied"],
    ["CO.denied", "PX.denied"],
    ["LO.denied", "PX.denied"],
    ["ED.denied", "PE.denied"],
    ["PN.denied", "PE.denied"],
    ["LL.denied", "LO.denied"],
    ["CM.denied", "ED.denied"],
    ["FX.denied", "PX.denied"],
    [HARMLESS, "PX.denied"],
    ["PE.denied", HARMLESS],
    ["AT.denied", "CO.denied"],
    ["PE.denied", "PO.denied"],
    ["LO.denied", "LL.denied"],
    ["CO.denied", "ED.denied"],
    ["EC.denied", "PX.denied"],
    ["PN.denied", "ED.denied"],
    ["LO.denied", "ED.denied"],
  ],
};
