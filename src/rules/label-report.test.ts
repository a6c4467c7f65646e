import { describe, expect, test } from "vitest";
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { readBuiltinLexicon } from "./builtin-lexicon.ts";
import { labelReport } from "./label-report.ts";
import { createRuleSet } from "./rule-set.ts";

const rules = createRuleSet(readBuiltinLexicon());

type Expected = Readonly<Partial<Record<Observation, LabelClass>>>;

/** All labels but No Finding that are not blank. */
function labelsOf(text: string): Expected {
  const labels = labelReport(text, rules);
  const entries = OBSERVATIONS.map((name) => [name, labels[name].class] as const);
  return Object.fromEntries(
    entries.filter(([name, labelClass]) => name !== "No Finding" && labelClass !== "blank"),
  );
}

function noFindingOf(text: string): LabelClass {
  return labelReport(text, rules)["No Finding"].class;
}

/** One describe per family of wordings; every sentence is invented. */
const FAMILIES: Readonly<Record<string, readonly (readonly [string, Expected])[]>> = {
  "false hits of substring matching": [
    ["Plate-like atelectasis at the left base.", { Atelectasis: "positive" }],
    ["No evidence of tuberculosis.", {}],
    ["Status post lumpectomy.", {}],
    ["There are no findings to support pneumonia.", { Pneumonia: "negative" }],
    ["The aortic contour is normal.", {}],
    ["Massive hiatal hernia.", {}],
    ["Small pericardial effusion.", {}],
  ],
  "the full stop": [
    ["No rib fracture", { Fracture: "negative" }],
    ["No rib fracture.", { Fracture: "negative" }],
    [".", {}],
    ["...", {}],
  ],
  "decimals and measures": [
    ["A 3.5 cm mass is present.", { "Lung Lesion": "positive" }],
    [
      "No nodule larger than 0.4 cm. Trace effusion.",
      { "Lung Lesion": "negative", "Pleural Effusion": "positive" },
    ],
  ],
  "negation of news": [
    ["No new infiltrate.", { "Lung Opacity": "uncertain" }],
    ["No increase in the effusion.", { "Pleural Effusion": "uncertain" }],
    ["No increase in the small effusion.", { "Pleural Effusion": "positive" }],
    ["Stable small effusion. No new effusion.", { "Pleural Effusion": "positive" }],
    ["No new consolidation. The old consolidation has cleared.", { Consolidation: "negative" }],
  ],
  "negation by a carrier, at a distance and over lists": [
    [
      "No radiographic evidence of pneumothorax, effusion, or edema.",
      { Pneumothorax: "negative", "Pleural Effusion": "negative", Edema: "negative" },
    ],
    [
      "The lungs are free of consolidation and nodules.",
      { Consolidation: "negative", "Lung Lesion": "negative" },
    ],
    [
      "No focal opacity to suggest pneumonia.",
      { "Lung Opacity": "negative", Pneumonia: "negative" },
    ],
    ["Neither lung shows consolidation.", { Consolidation: "negative" }],
    ["No displaced rib fracture.", { Fracture: "negative" }],
    [
      "Pneumothorax, effusion and fracture are not seen.",
      { Pneumothorax: "negative", "Pleural Effusion": "negative", Fracture: "negative" },
    ],
    [
      "Effusion? None. Pneumothorax? None.",
      { "Pleural Effusion": "negative", Pneumothorax: "negative" },
    ],
    ["Not identified: effusion, edema.", { "Pleural Effusion": "negative", Edema: "negative" }],
  ],
  "the end of a negation": [
    [
      "No pneumothorax but a small effusion.",
      { Pneumothorax: "negative", "Pleural Effusion": "positive" },
    ],
    ["Hypoinflated but clear of infiltrate.", { "Lung Opacity": "negative" }],
    ["No effusion, mild edema.", { "Pleural Effusion": "negative", Edema: "positive" }],
    [
      "No pneumothorax is seen and the heart is enlarged.",
      { Pneumothorax: "negative", Cardiomegaly: "positive" },
    ],
    [
      "No effusion, PICC tip in the SVC.",
      { "Pleural Effusion": "negative", "Support Devices": "positive" },
    ],
    ["No acute findings, stable left effusion.", { "Pleural Effusion": "positive" }],
    ["No effusion other than a trace on the right.", { "Pleural Effusion": "positive" }],
  ],
  "double negation": [
    ["The left base is not without atelectasis.", { Atelectasis: "positive" }],
    ["The pneumothorax has not resolved.", { Pneumothorax: "positive" }],
    [
      "Neither effusion nor edema can be excluded.",
      { "Pleural Effusion": "uncertain", Edema: "uncertain" },
    ],
  ],
  "not excluded": [
    ["Cannot exclude a small effusion.", { "Pleural Effusion": "uncertain" }],
    ["Pneumonia cannot be entirely excluded.", { Pneumonia: "uncertain" }],
    ["Early edema would be difficult to exclude.", { Edema: "uncertain" }],
    [
      "No effusion is seen, but a small one cannot be excluded.",
      { "Pleural Effusion": "uncertain" },
    ],
  ],
  "resolved and removed": [
    ["The effusion has resolved.", { "Pleural Effusion": "negative" }],
    ["Nearly resolved effusion.", { "Pleural Effusion": "positive" }],
    ["Interval removal of the chest tube.", { "Support Devices": "negative" }],
    ["The endotracheal tube has been withdrawn 2 cm.", { "Support Devices": "positive" }],
    ["The nodule was not present on the prior study.", { "Lung Lesion": "positive" }],
  ],
  hedges: [
    ["Possible left lower lobe pneumonia.", { Pneumonia: "uncertain" }],
    ["Pneumonia is suspected.", { Pneumonia: "uncertain" }],
    ["?small effusion.", { "Pleural Effusion": "uncertain" }],
    ["There may be a small effusion.", { "Pleural Effusion": "uncertain" }],
    [
      "Edema, infection and hemorrhage are each possible.",
      { Edema: "uncertain", Pneumonia: "uncertain" },
    ],
    ["Likely atelectasis.", { Atelectasis: "positive" }],
    ["Findings consistent with edema.", { Edema: "positive" }],
    ["Pneumonia is unlikely.", { Pneumonia: "negative" }],
    ["Pneumonia is less likely.", { Pneumonia: "uncertain" }],
    ["Evaluation for pneumothorax is limited.", { Pneumothorax: "uncertain" }],
    ["The previously questioned nodule is not seen.", { "Lung Lesion": "negative" }],
  ],
  "a finding and its explanation": [
    [
      "Opacity that could be atelectasis.",
      { "Lung Opacity": "positive", Atelectasis: "uncertain" },
    ],
    ["Nodule consistent with a granuloma.", {}],
    ["Nodule that represents a healing rib fracture.", { Fracture: "positive" }],
    ["Nodule, possibly a granuloma.", { "Lung Lesion": "positive" }],
    ["Small nodule on the left. This likely represents a granuloma.", {}],
    [
      "Opacity, atelectasis or pneumonia.",
      { "Lung Opacity": "positive", Atelectasis: "uncertain", Pneumonia: "uncertain" },
    ],
    [
      "The differential for the opacity includes edema.",
      { "Lung Opacity": "positive", Edema: "uncertain" },
    ],
    [
      "Blunting of the costophrenic angle due to pleural thickening.",
      { "Pleural Other": "positive" },
    ],
  ],
  alternatives: [
    ["Atelectasis or scarring.", { Atelectasis: "uncertain", "Lung Opacity": "uncertain" }],
    ["Atelectasis versus pneumonia.", { Atelectasis: "uncertain", Pneumonia: "uncertain" }],
    ["Nodule versus vessel.", { "Lung Lesion": "uncertain" }],
    ["No atelectasis or scarring.", { Atelectasis: "negative", "Lung Opacity": "negative" }],
    ["Effusion in the left or right base.", { "Pleural Effusion": "positive" }],
    [
      "No change in the mass or the effusion.",
      { "Lung Lesion": "positive", "Pleural Effusion": "positive" },
    ],
    ["Pacemaker/defibrillator in place.", { "Support Devices": "positive" }],
  ],
  "heart and mediastinum": [
    [
      "Heart size and mediastinal contours are within normal limits.",
      { Cardiomegaly: "negative", "Enlarged Cardiomediastinum": "negative" },
    ],
    [
      "Normal heart size, stable mediastinal contours.",
      { Cardiomegaly: "negative", "Enlarged Cardiomediastinum": "uncertain" },
    ],
    ["Stable and normal heart size.", { Cardiomegaly: "negative" }],
    ["The heart is enlarged but stable.", { Cardiomegaly: "positive" }],
    ["The heart is not enlarged.", { Cardiomegaly: "negative" }],
    ["Heart size is at the upper limits of normal.", { Cardiomegaly: "uncertain" }],
    ["The heart may be mildly enlarged.", { Cardiomegaly: "uncertain" }],
    ["Heart size is difficult to assess.", { Cardiomegaly: "uncertain" }],
    [
      "Cardiac silhouette is obscured by the large effusion.",
      { Cardiomegaly: "uncertain", "Pleural Effusion": "positive" },
    ],
    ["The heart is seen.", {}],
    ["Opacity behind the heart.", { "Lung Opacity": "positive" }],
    [
      "Widening of the mediastinum is no longer present.",
      { "Enlarged Cardiomediastinum": "negative" },
    ],
    ["Unchanged heart. Heart size is normal.", { Cardiomegaly: "negative" }],
  ],
  "vessels and angles": [
    ["Pulmonary vascular congestion.", { Edema: "uncertain" }],
    ["No vascular congestion.", { Edema: "negative" }],
    ["Normal pulmonary vascularity.", {}],
    ["Pulmonary vessels are indistinct.", { Edema: "uncertain" }],
    ["Blunting of the left costophrenic angle.", { "Pleural Effusion": "uncertain" }],
    ["Costophrenic angles are sharp.", {}],
  ],
  "places that do not count": [
    ["Lytic lesion in the humerus.", {}],
    ["Nodule projecting over the right rib.", { "Lung Lesion": "positive" }],
    ["Calcified left upper lobe nodule.", {}],
    ["Compression deformity of T12.", { Fracture: "uncertain" }],
    ["Fractured sternotomy wire.", { "Support Devices": "positive" }],
  ],
  requests: [
    ["INDICATION: Rule out pneumonia. FINDINGS: Clear lungs.", {}],
    ["Rule out effusion. No effusion.", { "Pleural Effusion": "negative" }],
    ["History of pneumonia.", {}],
    ["Nodular density; CT to exclude a mass.", { "Lung Lesion": "positive" }],
    ["Correlate clinically for infection.", { Pneumonia: "uncertain" }],
  ],
  "spelling and shorthand": [
    [
      "No pneumothroax or pleural efusion.",
      { Pneumothorax: "negative", "Pleural Effusion": "negative" },
    ],
    [
      "No PTX. Small R eff w/o edema.",
      { Pneumothorax: "negative", "Pleural Effusion": "positive", Edema: "negative" },
    ],
    ["There isn't any effusion.", { "Pleural Effusion": "negative" }],
    ["Left hemithorax is clear.", {}],
    ["No ___ of pleural XXXX effusion.", { "Pleural Effusion": "negative" }],
  ],
  "the pleura": [
    ["Pleura dry.", { "Pleural Effusion": "negative" }],
    ["The pleural spaces have stayed dry.", { "Pleural Effusion": "negative" }],
    ["Pleura without air.", { Pneumothorax: "negative" }],
    [
      "Pleural space free of fluid and air.",
      { Pneumothorax: "negative", "Pleural Effusion": "negative" },
    ],
    ["The lateral pleura is slightly thickened.", { "Pleural Other": "positive" }],
    ["Pleura not thickened.", { "Pleural Other": "negative" }],
    ["Scar of the pleura on the left.", { "Pleural Other": "positive" }],
    ["Thickened bronchial walls.", {}],
    ["Sulcus blunted by old pleural thickening.", { "Pleural Other": "positive" }],
  ],
  "lists under a head": [
    [
      "Negative for: edema; pneumothorax; nodule.",
      { Edema: "negative", Pneumothorax: "negative", "Lung Lesion": "negative" },
    ],
    [
      "None of the following is seen: fracture; edema; effusion.",
      { Fracture: "negative", Edema: "negative", "Pleural Effusion": "negative" },
    ],
    ["None of the ribs has a fracture.", { Fracture: "negative" }],
  ],
  "news that did not come": [
    ["The edema has not increased.", { Edema: "uncertain" }],
    ["No consolidation has been added.", { Consolidation: "uncertain" }],
    ["No additional fracture.", { Fracture: "uncertain" }],
    ["A pneumothorax has not occurred.", { Pneumothorax: "negative" }],
  ],
  "presumed gone": [
    ["The PICC is not seen, presumably removed.", { "Support Devices": "uncertain" }],
    ["The effusion may be gone.", { "Pleural Effusion": "uncertain" }],
  ],
  "devices only proposed": [
    ["A chest tube is recommended for the pneumothorax.", { Pneumothorax: "positive" }],
    ["Consider a feeding tube.", {}],
  ],
  "more hedges": [
    ["Pneumonia can hardly be excluded.", { Pneumonia: "uncertain" }],
    ["Edema and pneumonia come into question.", { Edema: "uncertain", Pneumonia: "uncertain" }],
    ["Edema is not manifest.", { Edema: "negative" }],
    ["Pneumonia > edema.", { Pneumonia: "uncertain", Edema: "uncertain" }],
  ],
  "sizes in other words": [
    ["The heart, which is enlarged, is seen well.", { Cardiomegaly: "positive" }],
    ["Heart at the top of the normal range.", { Cardiomegaly: "uncertain" }],
    ["Moderate CM.", { Cardiomegaly: "positive" }],
    ["Tip 3 cm above the carina.", { "Support Devices": "positive" }],
    ["The hazy opacity at the left base has resolved.", { "Lung Opacity": "negative" }],
    ["Dense left lower lobe consolidation.", { Consolidation: "positive" }],
    ["The fourth rib is not broken.", { Fracture: "negative" }],
    ["The left base is hazy.", { "Lung Opacity": "positive" }],
  ],
  "two wrong letters": [
    ["Small pnuemothroax.", { Pneumothorax: "positive" }],
    ["No consolodaton.", { Consolidation: "negative" }],
  ],
  "headings and revisions": [
    ["IMPRESSION: No effusion.", { "Pleural Effusion": "negative" }],
    ["Pneumothorax: none. Edema: mild.", { Pneumothorax: "negative", Edema: "positive" }],
    ["Question: pneumonia? Report: No pneumonia.", { Pneumonia: "negative" }],
    ["First reading: effusion. Attending: No effusion.", { "Pleural Effusion": "negative" }],
    ["Wet read: pneumothorax. Final: No pneumothorax.", { Pneumothorax: "negative" }],
  ],
};

for (const [family, cases] of Object.entries(FAMILIES)) {
  describe(family, () => {
    test.each(cases)("%s", (text, expected) => {
      expect(labelsOf(text)).toEqual(expected);
    });
  });
}

describe("No Finding", () => {
  test.each([
    "",
    "No acute cardiopulmonary disease.",
    "Normal chest. Right PICC in place.",
    "Eventration of the hemidiaphragm, a normal variant.",
    "Eventration of the hemidiaphragm, which is a normal variant.",
  ])("is positive for %j", (text) => {
    expect(noFindingOf(text)).toBe("positive");
  });

  test.each([
    "Degenerative changes of the spine.",
    "Low lung volumes.",
    "Possible granuloma.",
    "Stable heart size.",
    "No effusion. Mild scoliosis.",
  ])("is blank for %j", (text) => {
    expect(noFindingOf(text)).toBe("blank");
  });
});

test("evidence names mention, cue, rule and section", () => {
  const text = "FINDINGS: No pleural effusion.";

  const [evidence] = labelReport(text, rules)["Pleural Effusion"].evidence ?? [];

  expect(evidence).toMatchObject({
    class: "negative",
    ruleId: "negation.direct",
    section: "findings",
  });
  expect(text.slice(evidence?.mention.start, evidence?.mention.end)).toBe("pleural effusion");
  expect(text.slice(evidence?.cue?.start, evidence?.cue?.end)).toBe("No");
});
