/**
 * @file Wordings of the field, one describe per family; every sentence is invented.
 */
import { describe, expect, test } from "vitest";
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { readBuiltinLexicon } from "./builtin-lexicon.ts";
import { labelReport } from "./label-report.ts";
import { createRuleSet } from "./rule-set.ts";

const rules = createRuleSet(readBuiltinLexicon());

type Expected = Readonly<Partial<Record<Observation, LabelClass>>>;

/** All labels that are not blank; No Finding only where the case names it. */
function labelsOf(text: string, expected: Expected): Expected {
  const labels = labelReport(text, rules);
  const entries = OBSERVATIONS.map((name) => [name, labels[name].class] as const);
  return Object.fromEntries(
    entries.filter(
      ([name, labelClass]) => name in expected || (name !== "No Finding" && labelClass !== "blank"),
    ),
  );
}

const HEART_NORMAL: Expected = { Cardiomegaly: "negative" };
const MEDIASTINUM_NORMAL: Expected = { "Enlarged Cardiomediastinum": "negative" };
const BOTH_NORMAL: Expected = { ...HEART_NORMAL, ...MEDIASTINUM_NORMAL };

const FAMILIES: Readonly<Record<string, readonly (readonly [string, Expected])[]>> = {
  "the last of a list whose first members name no finding": [
    ["No active cardiac, osseous or pleural disease.", { "No Finding": "positive" }],
    ["No acute cardiac, osseous, or pleural changes.", { "No Finding": "positive" }],
  ],
  "a normal heart and mediastinum in other words": [
    ["The cardiac shadow is of average size.", HEART_NORMAL],
    ["The heart is not increased in size.", HEART_NORMAL],
    ["Heart of usual width.", HEART_NORMAL],
    ["The cardiothoracic index is 45%, less than 50%.", HEART_NORMAL],
    ["The heart has come down in width and is normal again.", HEART_NORMAL],
    ["Cardiovascular silhouette within normal range.", HEART_NORMAL],
    ["Hrt sz nl.", HEART_NORMAL],
    ["Mediastinal outline preserved.", MEDIASTINUM_NORMAL],
    ["Mediastinum not broadened.", MEDIASTINUM_NORMAL],
    ["A slim mediastinum.", MEDIASTINUM_NORMAL],
    ["Normal hilar and mediastinal shadows.", MEDIASTINUM_NORMAL],
    ["No mediastinal or cardiac widening or enlargement.", MEDIASTINUM_NORMAL],
    ["No mediastinal abnormality is seen.", MEDIASTINUM_NORMAL],
    ["The heart is normal, as is the mediastinum.", BOTH_NORMAL],
    ["Heart: normal size Mediastinum: normal shape", BOTH_NORMAL],
    ["Normal lungs and heart.", HEART_NORMAL],
  ],
  "the size that counts, behind an aside or a contrast": [
    ["The heart, once enlarged, is now normal in size.", HEART_NORMAL],
    ["The mediastinum, although rotated, is not widened.", MEDIASTINUM_NORMAL],
    ["The heart is obscured on the right but does not appear enlarged.", HEART_NORMAL],
    ["Heart magnified by the supine position but within normal limits.", HEART_NORMAL],
    ["The heart has increased in size but is still within normal limits.", HEART_NORMAL],
    ["The heart is globular yet not enlarged.", HEART_NORMAL],
    ["The heart is unchanged, without enlargement.", HEART_NORMAL],
    ["Stable heart, within normal limits.", HEART_NORMAL],
    ["The mediastinum is midline with a normal contour.", MEDIASTINUM_NORMAL],
    ["The mediastinum contains no air and is of normal width.", MEDIASTINUM_NORMAL],
    ["The mediastinum is wider than normal.", { "Enlarged Cardiomediastinum": "positive" }],
    ["The heart is slightly above normal in size.", { Cardiomegaly: "positive" }],
    ["The heart cannot be delineated.", { Cardiomegaly: "uncertain" }],
    ["The heart is at most mildly enlarged.", { Cardiomegaly: "uncertain" }],
    [
      "The mediastinal contour is indistinct and unchanged.",
      { "Enlarged Cardiomediastinum": "uncertain" },
    ],
  ],
  "a normal heart in the words of a template or a note": [
    ["Cardiac: normal.", HEART_NORMAL],
    ["Heart: nml.", HEART_NORMAL],
    ["Ht wnl.", HEART_NORMAL],
    ["The heart's size is regular.", HEART_NORMAL],
    ["Unremarkable are the heart and the mediastinum.", BOTH_NORMAL],
    ["The cardiothoracic ratio is within the accepted range.", HEART_NORMAL],
    ["Mediastinal contours as expected.", MEDIASTINUM_NORMAL],
    ["No mediastinal broadening.", MEDIASTINUM_NORMAL],
  ],
  "a body that goes on behind the request": [
    [
      "Clinical question: pneumonia? The lungs show no infiltrate. No effusion. The heart is normal. Impression: Normal.",
      { ...HEART_NORMAL, "Lung Opacity": "negative", "Pleural Effusion": "negative" },
    ],
    ["History: fever. Prior pneumonia. Impression: Normal.", {}],
  ],
  "abnormalities denied inside a state or by a whole view": [
    ["The aorta is not dilated.", { "No Finding": "positive" }],
    ["On neither view is there any sign of consolidation.", { Consolidation: "negative" }],
    ["The vessels are not congested.", { Edema: "negative" }],
    ["Neither engorged nor congested vessels.", { Edema: "negative" }],
    ["The vascularity is not increased.", {}],
    [
      "No effusion is seen to suggest failure.",
      { "Pleural Effusion": "negative", Edema: "negative" },
    ],
    ["No effusion, edema unchanged.", { "Pleural Effusion": "negative", Edema: "positive" }],
    ["The film shows interval resolution of the effusion.", { "Pleural Effusion": "negative" }],
    ["Bone density is normal.", { "No Finding": "positive" }],
    ["Normal curvature of the spine. Patient standing.", { "No Finding": "positive" }],
    ["No active lesion.", {}],
  ],
  "what only the advice or a caveat names": [
    [
      "No fracture. Undisplaced fractures can be radiographically occult.",
      { Fracture: "negative", "No Finding": "positive" },
    ],
    ["Clear lungs. If dislocation is a concern, obtain CT.", { "No Finding": "positive" }],
    ["If there is concern for pneumonia, repeat the film.", { Pneumonia: "uncertain" }],
    ["The film was obtained to exclude effusion. Normal heart.", HEART_NORMAL],
    ["Follow-up pneumonia. Lungs clear.", {}],
    ["The prior report mentioned an infiltrate. Clear lungs.", {}],
  ],
  "the pleura by other words": [
    ["Pleural caps on both sides.", { "Pleural Other": "positive" }],
    ["The pleura shows a slight reaction.", { "Pleural Other": "positive" }],
    ["Calcification along the pleural surface.", { "Pleural Other": "positive" }],
    ["Extrapleural thickening.", {}],
    ["No pleural exudate.", { "Pleural Effusion": "negative" }],
  ],
  "doubt that stands behind its finding": [
    ["A small effusion may be forming.", { "Pleural Effusion": "uncertain" }],
    ["Pneumonia may accompany this.", { Pneumonia: "uncertain" }],
    ["Pneumonia would be another consideration.", { Pneumonia: "uncertain" }],
    ["Edema is a strong possibility.", { Edema: "uncertain" }],
    [
      "Atelectasis more likely than pneumonia.",
      { Atelectasis: "positive", Pneumonia: "uncertain" },
    ],
  ],
  "an explanation in front of its shadow": [
    ["A fat pad accounts for the density at the right angle.", {}],
    ["Overlying skin folds cause a faint opacity.", {}],
    ["A fat pad may account for the density.", { "Lung Opacity": "positive" }],
    ["Pleural-based density on the left.", {}],
  ],
  "lines that are no devices": [
    ["Mediastinal lines are intact.", {}],
    ["Wires of a hearing aid.", {}],
    ["The tube was withdrawn by 2 cm.", { "Support Devices": "positive" }],
  ],
  "opacities by other words": [
    ["No infiltrative shadow.", { "Lung Opacity": "negative" }],
    ["Thin streak at the left base.", { "Lung Opacity": "positive" }],
    ["The markings are coarse.", { "Lung Opacity": "positive" }],
    ["Streaks of atelectasis.", { Atelectasis: "positive" }],
  ],
  "a small heart": [
    ["The heart is small but normal.", HEART_NORMAL],
    ["The heart is small.", HEART_NORMAL],
    ["Heart long and narrow.", HEART_NORMAL],
    [
      "Stable heart, small left effusion.",
      { Cardiomegaly: "uncertain", "Pleural Effusion": "positive" },
    ],
  ],
  "a heart whose size is left open": [
    ["The heart is generous in size.", { Cardiomegaly: "uncertain" }],
    ["Cannot assess heart size.", { Cardiomegaly: "uncertain" }],
    ["Rotation prevents assessment of heart size.", { Cardiomegaly: "uncertain" }],
    ["The heart is magnified but normal.", HEART_NORMAL],
    ["Heart size is hard to judge. The heart is not enlarged on the lateral.", HEART_NORMAL],
  ],
  "a shadow that the text explains": [
    [
      "Hazy density at the right base due to overlying breast tissue.",
      { "No Finding": "positive" },
    ],
    ["Nodular density over the sixth rib, felt to be a nipple shadow.", {}],
    ["The round opacity on the left is an ECG pad.", {}],
    ["Vague nodule, thought to represent a skin tag.", {}],
    [
      "Blunting of the left costophrenic angle due to pleural scarring.",
      { "Pleural Other": "positive" },
    ],
    [
      "Haziness likely represents a combination of overlying fat and edema.",
      { "Lung Opacity": "positive", Edema: "positive" },
    ],
    ["A nodule is seen near the rib.", { "Lung Lesion": "positive" }],
  ],
  "objects outside the body": [
    ["Telemetry wires cross the upper chest.", {}],
    ["ECG electrodes and external pacing pads in place.", {}],
    ["Several leads overlie the chest.", {}],
    ["Nasal cannula tubing is seen.", {}],
    ["An external monitoring cable crosses the neck.", {}],
    ["Tube current was raised.", {}],
    ["Calcification of the carotid sheath.", {}],
    ["Attempted left IJ line placement.", {}],
    ["A drain is to be placed.", {}],
    ["Status post mitral valve repair.", {}],
  ],
  "devices by other names": [
    ["Nuss bar in place.", { "Support Devices": "positive" }],
    ["Prosthetic left shoulder.", { "Support Devices": "positive" }],
    ["Intramedullary nail in the humerus.", { "Support Devices": "positive" }],
    ["Posterior spinal fixation.", { "Support Devices": "positive" }],
    ["Trach in place.", { "Support Devices": "positive" }],
  ],
  "devices that are gone": [
    [
      "Drain removed without pneumothorax.",
      { "Support Devices": "negative", Pneumothorax: "negative" },
    ],
    ["Removal of the drain and the right PICC.", { "Support Devices": "negative" }],
    ["The left IJ tunneled catheter has been removed.", { "Support Devices": "negative" }],
    ["Removal of the drain and the PICC is unchanged.", { "Support Devices": "positive" }],
  ],
  "what an earlier image showed": [
    ["Prior: effusion and edema. Now no effusion.", { "Pleural Effusion": "negative" }],
    ["The previous film showed an infiltrate. Clear lungs.", {}],
  ],
  "other abnormalities": [
    ["Bowed ribs.", { "No Finding": "blank" }],
    ["Hypoplastic first rib.", { "No Finding": "blank" }],
    ["Swallowed coin in the stomach.", { "No Finding": "blank" }],
    ["Gentle dextrocurvature of the lumbar spine.", { "No Finding": "blank" }],
    ["Right aortic arch.", { "No Finding": "blank" }],
    ["The right hilum is full.", { "No Finding": "blank" }],
    ["Gas beneath the diaphragm.", { "No Finding": "blank" }],
    ["Gaseous distension of the stomach.", { "No Finding": "blank" }],
    ["Lung volumes reduced.", { "No Finding": "blank" }],
    ["Separation of the left acromioclavicular joint.", { "No Finding": "blank" }],
    ["Elevation of the R hemidiaphragm.", { "No Finding": "blank" }],
    ["Collapse of the L1 vertebral body.", { "No Finding": "blank" }],
    ["Old trauma of the ribs. Healed clavicular injury.", { "No Finding": "blank" }],
    ["Clear lungs, allowing for emphysema.", { "No Finding": "blank" }],
  ],
  "what is no abnormality": [
    ["The interstitial markings appear within normal limits.", { "No Finding": "positive" }],
    ["Unremarkable interstitial pattern.", { "No Finding": "positive" }],
    ["Prominent pericardial fat pad.", { "No Finding": "positive" }],
    ["Prominent nipple shadows.", { "No Finding": "positive" }],
    ["Thoracic kyphosis normal for age.", { "No Finding": "positive" }],
    ["Leg swelling. Clear lungs.", { "No Finding": "positive" }],
  ],
  "answers and questions": [
    ["Effusion: no. Edema: no.", { "Pleural Effusion": "negative", Edema: "negative" }],
    ["Effusion? No. Edema? No.", { "Pleural Effusion": "negative", Edema: "negative" }],
    ["Effusion: no change.", { "Pleural Effusion": "positive" }],
    ["Early infiltrate at the left base?", { "Lung Opacity": "uncertain" }],
    ["Mediastinum widened?", { "Enlarged Cardiomediastinum": "uncertain" }],
    ["Effusion? Small.", { "Pleural Effusion": "positive" }],
    ["Effusion? Perhaps a little on the right.", { "Pleural Effusion": "uncertain" }],
  ],
  "denials that name no finding": [
    ["Small right effusion, none on the left.", { "Pleural Effusion": "positive" }],
    ["Effusion: none on the left.", { "Pleural Effusion": "negative" }],
    ["I looked for an effusion and found none.", { "Pleural Effusion": "negative" }],
    [
      "The drain is no longer seen, and neither is the effusion.",
      { "Support Devices": "negative", "Pleural Effusion": "negative" },
    ],
    ["No infiltrate is confirmed.", { "Lung Opacity": "negative" }],
    ["I cannot see any effusion.", { "Pleural Effusion": "negative" }],
    [
      "Opacity that would speak for pneumonia is not found.",
      { "Lung Opacity": "negative", Pneumonia: "negative" },
    ],
    [
      "No opacity convincing for pneumonia is seen.",
      { "Lung Opacity": "negative", Pneumonia: "negative" },
    ],
    ["Low likelihood of edema.", { Edema: "negative" }],
    ["Pneumothorax: no recurrence.", { Pneumothorax: "negative" }],
  ],
  "one finding against another": [
    ["Favor atelectasis over pneumonia.", { Atelectasis: "uncertain", Pneumonia: "uncertain" }],
    ["Edema is favored over pneumonia.", { Edema: "uncertain", Pneumonia: "uncertain" }],
    ["Pneumonia, atelectasis or both.", { Pneumonia: "uncertain", Atelectasis: "uncertain" }],
    ["Consolidation or a combination.", { Consolidation: "uncertain" }],
    [
      "Cannot tell effusion from pleural thickening.",
      { "Pleural Effusion": "uncertain", "Pleural Other": "uncertain" },
    ],
    [
      "The opacity is favored to represent atelectasis.",
      { "Lung Opacity": "positive", Atelectasis: "uncertain" },
    ],
    ["Pneumonia is the leading consideration.", { Pneumonia: "uncertain" }],
    ["A small nodule could go unnoticed.", { "Lung Lesion": "uncertain" }],
  ],
  "vessels, cavities and pus by their names": [
    ["Cephalization of the vessels.", { Edema: "uncertain" }],
    ["No vascular redistribution.", { Edema: "negative" }],
    ["Indistinctness of the right heart border.", {}],
    ["No cavities in the upper lobes.", { "Lung Lesion": "negative" }],
    ["Cavitary process in the right apex.", { "Lung Lesion": "positive" }],
    ["Lymphangitic carcinomatosis is possible.", { "Lung Lesion": "uncertain" }],
    ["Loculated empyema on the left.", { "Pleural Effusion": "positive" }],
    ["Calcified pleura after remote empyema.", { "Pleural Other": "positive" }],
    ["Usual interstitial pneumonia pattern.", {}],
    ["Calcified 4 mm right upper lobe nodule.", {}],
    ["Reexpansion of the collapsed lung.", { Atelectasis: "negative" }],
  ],
  "densities that are none": [
    ["Hila of normal size and density.", {}],
    ["Dense calcified granuloma at the left base.", {}],
    ["The arch shows plaque. Plaque is present in the aortic arch.", {}],
    ["Crowded bronchovascular markings.", {}],
    ["Soft infiltrate at the right base.", { "Lung Opacity": "positive" }],
  ],
  "what was in doubt before": [
    [
      "The previously questioned nodule is a skin fold. No nodule.",
      { "Lung Lesion": "negative", "No Finding": "positive" },
    ],
    [
      "The previously queried nodule corresponds to a rib fracture.",
      { Fracture: "positive", "Lung Lesion": "blank" },
    ],
    [
      "Stable heart. The heart is of normal size.",
      { Cardiomegaly: "negative", "No Finding": "positive" },
    ],
    ["The left angle, previously blunted, is sharp.", { "No Finding": "positive" }],
    ["A normal film does not exclude pulmonary embolism.", { "No Finding": "positive" }],
    ["CT is more sensitive for nodules.", {}],
  ],
  "modifiers that are no findings": [
    ["B/L effusions, R>L.", { "Pleural Effusion": "positive" }],
    ["No aspiration type pneumonia.", { Pneumonia: "negative" }],
    [
      "Opacity compatible with contusion and superimposed pneumonia.",
      { "Lung Opacity": "positive", Pneumonia: "positive" },
    ],
    ["Coarse interstitial markings, common in a 90 year old.", { "Lung Opacity": "positive" }],
    ["Pneumonia at the left base, less dense.", { Pneumonia: "positive" }],
    ["Round density on the left, external to the patient (button).", {}],
    ["Clavicles and ribs show no break.", { Fracture: "negative" }],
  ],
};

for (const [family, cases] of Object.entries(FAMILIES)) {
  describe(family, () => {
    test.each(cases)("%s", (text, expected) => {
      expect(labelsOf(text, expected)).toEqual(expected);
    });
  });
}
