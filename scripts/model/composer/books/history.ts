/**
 * @file Text of headed sections that labels nothing: the request, the technique, the comparison.
 */
import { parseTemplates } from "../template.ts";

/** Questions and histories of an indication; an observation named here is not labeled. */
export const INDICATIONS = parseTemplates(`
    (cough|shortness of breath|SOB|dyspnea|chest pain|fever|hypoxia|weakness|wheezing|syncope|hemoptysis|trauma|fall|MVA|altered mental status|back pain|palpitations|weight loss)
    (cough|shortness of breath|chest pain|fever|dyspnea)(, | and | with )(fever|cough|congestion|chest pain|hypoxia|leukocytosis|wheezing|night sweats|crackles)
    (evaluate|evaluate for|assess for|rule out|r/o|please evaluate for|query|assess|check for|exclude|concern for|?) (<asked>)
    (rule out|r/o|evaluate for|question|assess for) <asked> (and|or|vs|/|versus) <asked>
    <age> (year old|year-old|y/o|yo) (male|female|man|woman|M|F|patient) (with|presenting with|who has|complaining of) (cough|fever|chest pain|shortness of breath|dyspnea|<asked>|history of <asked>|<chronic-illness>)
    <mark>-year-old (male|female|man|woman) (with|with history of) (<mark>|chest pain|cough|<asked>|<chronic-illness>|shortness of breath)
    (history of|h/o|hx of|known|prior|previous|recent) (<asked>|<chronic-illness>)
    (status post|s/p|post) (CABG|fall|MVC|thoracentesis|line placement|intubation|chest tube placement|chest tube removal|PICC placement|bronchoscopy|biopsy|lobectomy|pacemaker placement|cardiac arrest)
    (line|tube|ET tube|NG tube|PICC|chest tube) (placement|position|check)
    (pre-op|preop|preoperative|pre-operative) (evaluation|clearance|chest x-ray|for (hip|knee|cardiac|spine) surgery)
    (positive PPD|PPD positive|TB screening|positive TB test|pre-employment|immigration|annual) (exam|screening|)
    follow-up (<asked>|<chronic-illness>)
    (interval change|assess interval change|daily film|ICU patient|ventilated patient|respiratory failure)
    (is there|any|any evidence of|does the patient have) (a |)<asked>?
    (<chronic-illness>)(, | and )(<chronic-illness>|cough|chest pain|dyspnea)
    <mark>
    (chest pain|cough|dyspnea|SOB), <mark>
    (crackles|decreased breath sounds|rales|rhonchi) on (exam|the <side>)
    (worsening|persistent|new|increasing) (oxygen requirement|hypoxia|cough|shortness of breath|leukocytosis|fevers), (question|concern for|?|evaluate for) <asked>
`);

export const TECHNIQUES = parseTemplates(`
    (PA and lateral|frontal and lateral|two|AP and lateral|2|upright PA and lateral) (views|chest radiographs|radiographs|views of the chest|views chest|chest x-ray|images of the chest)
    (single|portable|AP portable|portable AP|semi-upright portable|supine portable|frontal|one) (view|view of the chest|chest radiograph|chest x-ray|AP view)( at <time>|)
    (CHEST|Chest) (2 VIEWS|PA/LATERAL|1 VIEW|PORTABLE AP|two views|PA & LAT)
    (frontal and lateral|PA and lateral) (views|radiographs) of the chest (were|) (obtained|performed|dated <date>)
    XXXX XXXX and lateral (chest |)(examination|views|radiographs) (was|were) (performed|obtained|submitted)
`);

export const COMPARISONS = parseTemplates(`
    (none|none.|None available|no prior|no prior studies|not available|none at this institution|No priors)
    <date>
    <date> and <date>
    (chest x-ray|chest radiograph|radiograph|CXR|PA and lateral chest|chest CT|portable chest|outside study) (from |of |dated |)<date>
    (prior|previous) (study|exam|chest x-ray|radiographs|CT) (from |of |dated |)<date>
    multiple prior (exams|chest radiographs), most recent(ly|) <date>
    <mark>
    (prior|remote|earlier) (film|chest radiograph) (showing|for) <asked>
`);

/** Words used only in these sections. */
export const HISTORY_WORDS = {
  asked: `
    pneumonia
    pneumonia
    infiltrate
    pneumothorax
    effusion
    pleural effusion
    CHF
    congestive heart failure
    edema
    pulmonary edema
    fluid overload
    consolidation
    atelectasis
    mass
    nodule
    lung cancer
    lung nodule
    cardiomegaly
    rib fracture
    fracture
    rib fractures
    TB
    tuberculosis
    sarcoidosis
    infection
    aspiration
    malignancy
    metastases
    widened mediastinum
    line placement
    pacemaker
    central line
    pulmonary embolism
    PE
    acute process
    acute cardiopulmonary process
    foreign body
    free air
  `,
  "chronic-illness": `
    COPD
    asthma
    hypertension
    diabetes
    CHF
    coronary artery disease
    CAD
    lung cancer
    breast cancer
    ESRD
    end-stage renal disease on dialysis
    cirrhosis
    HIV
    lymphoma
    atrial fibrillation
    sickle cell disease
    pulmonary fibrosis
    renal failure
    melanoma
    colon cancer
    stroke
    multiple myeloma
    sarcoidosis
    interstitial lung disease
    cystic fibrosis
    recurrent effusions
    prior pneumonia
    spontaneous pneumothorax
  `,
  age: `
    (2|3|4|5|6|7|8)(1|2|3|4|5|6|7|8|9)
    (19|22|35|48|54|63|67|71|78|84|90)
  `,
} as const satisfies Readonly<Record<string, string>>;
