/**
 * @file The rows of the labeling guideline, each with words that show it and the labels they get.
 *
 * Data of `guideline-rows.test.ts`. Labels are in the shorthand of the authored corpus; none means
 * that nothing is labeled, not even No Finding.
 */

/** What the guideline says, words that show it, and the labels as in the author's shorthand. */
export const GUIDELINE_ROWS: readonly (readonly [row: string, pattern: RegExp, labels: string])[] =
  [
    [
      "positive in any degree",
      /^(there is )?(also |now |still )?(an? )?(trace|small|tiny|minimal) left pleural effusion/,
      "PE+",
    ],
    [
      "positive: residual, chronic, again seen",
      /^(there is )?(again |still )?(an? )?(residual|chronic|persistent) (left|right) [\w\s-]*(effusion|pneumothorax)( is (seen|noted))?$/,
      "any+",
    ],
    ["negative: absent", /^(there is )?no (pleural )?effusion$/, "PE- NF+"],
    ["negative: the structure is normal", /^(the )?heart size is normal$/, "CM- NF+"],
    [
      "several mentions: positive on one side, negative on the other",
      /pneumothorax on the (left|right), none on the/,
      "PX+",
    ],
    [
      "a later statement revises an earlier one",
      /possible .*pneumothorax\. (repeat|addendum).*: no pneumothorax/,
      "PX- NF+",
    ],
    ["hedge before", /^(possible|questionable|suspected|probable) [\w\s-]*pneumonia$/, "PN?"],
    [
      "hedge after",
      /^(a )?[\w\s-]*(nodule|mass) (cannot|can not|could not|can't) be (excluded|ruled out)/,
      "LL?",
    ],
    [
      "hedge by modal verb",
      /^(this|findings) (may|might|could) (represent|reflect|be) .*\bpneumonia$/,
      "PN?",
    ],
    ["hedge: differential includes", /differential.* includes? .*pneumonia/, "PN?"],
    [
      "hedge: correlate clinically for",
      /correlat\w+ (clinically )?for (signs of infection|pneumonia|an infectious process)$/,
      "PN?",
    ],
    ["hedge: if", /^(if there is|should there be) .*concern for (rib )?fracture/, "FX?"],
    [
      "likely and consistent with are no hedges",
      /opacity.*(, likely|consistent with) atelectasis$/,
      "LO+ AT+",
    ],
    ["less likely", /^less likely pneumonia$/, "PN?"],
    ["unlikely", /^pneumothorax is (unlikely|not suspected)$/, "PX- NF+"],
    ["no new leaves open", /^no new (pulmonary |lung )?(nodules?|mass)( |$)/, "LL?"],
    [
      "no increase leaves open",
      /^no (increase|worsening|progression) in (pulmonary edema|edema)$/,
      "ED?",
    ],
    [
      "no definite and no evidence of",
      /^no (definite |convincing |obvious |plain film )?(evidence of |sign of )?(pneumothorax|ptx|apical pneumothorax)$/,
      "PX- NF+",
    ],
    [
      "no large, no significant, no focal, no displaced",
      /^no (large|significant|focal|displaced) (\w+ )?(effusion|fracture|consolidation|pneumothorax)$/,
      "NF+",
    ],
    ["alternatives under a negation", /^no [\w\s]*pneumothorax or [\w\s]*effusion$/, "PX- PE- NF+"],
    [
      "has resolved",
      /^(?!.*no evidence that).*effusion (has resolved|is now resolved)$/,
      "PE- NF+",
    ],
    ["removed", /removal of the (chest tube|endotracheal tube|PICC)$/, "SD- NF+"],
    [
      "decreased and nearly resolved",
      /^(the )?[\w\s-]*(effusion|infiltrate|pneumonia) has (decreased|nearly cleared|nearly resolved|diminished|partially cleared|improved)/,
      "any+",
    ],
    [
      "history labels nothing",
      /^(clinical |known |given |remote )?history of (pneumonia|effusion|CHF|pneumothorax)$/,
      "NF+",
    ],
    [
      "advice to exclude",
      /opacity.*CT.* to (exclude|rule out).*(nodule|mass|lesion|neoplasm)/,
      "LO+ LL?",
    ],
    ["removed words label nothing", /^(there is )?no XXXX$/, "NF+"],

    [
      "widened mediastinum",
      /^(the )?(superior )?mediastinum is (mildly |slightly )?widened$/,
      "EC+",
    ],
    [
      "normal mediastinum or cardiomediastinal silhouette",
      /^(the )?(cardiomediastinal silhouette|mediastinum) (is |appears |)(normal|unremarkable)$/,
      "EC- NF+",
    ],
    [
      "aorta, hilum and adenopathy alone",
      /^(there is |the )?(a |mild )?(tortuous aorta|hilar prominence|aorta is tortuous|mediastinal adenopathy)$/,
      "",
    ],
    [
      "enlarged heart",
      /^(the )?(heart|cardiac silhouette) is (mildly |moderately )?enlarged$/,
      "CM+",
    ],
    [
      "heart size normal",
      /^(the )?heart (is )?(normal in size|not enlarged|of normal size)$/,
      "CM- NF+",
    ],
    [
      "borderline heart",
      /^(?!.*PA view)(the )?(heart|heart size|cardiac silhouette|cardiac size|heart shadow) (is|appears) (borderline|upper limits of normal|at the upper limits? of normal)/,
      "CM?",
    ],
    [
      "stable heart without a size",
      /^(the )?(heart|heart size|cardiac silhouette) is (stable|unchanged)$/,
      "CM?",
    ],
    [
      "heart size and mediastinal contours normal",
      /^(the )?heart (size )?and mediastinal contours (are )?(normal|unremarkable)$/,
      "CM- EC- NF+",
    ],
    [
      "opacity, infiltrate, airspace disease",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*(infiltrate|airspace disease) (in|at) the /,
      "LO+",
    ],
    [
      "scar and fibrosis of the lung",
      /^there (?:is|are) (?:an? )?(?!no |new |possibl|probabl|suspected|questionable|suspicion|suggestion|concern|the possib|a question)([\w-]+ ){0,2}(lung scarring|pulmonary scarring|pulmonary fibrosis)( in the| at the|$)/,
      "LO+",
    ],
    ["no infiltrate", /^no (focal |acute )?(airspace disease|infiltrates?)$/, "LO- NF+"],
    [
      "hyperinflation is no opacity",
      /^(the )?lungs are (mildly |markedly )?(hyperinflated|hyperexpanded)$/,
      "",
    ],
    ["mass and nodule", /^(a |\d+ mm ).*nodule in the .*(lobe|base)$/, "LL+"],
    [
      "granuloma and calcified nodule",
      /^(there is )?a? ?calcified (granuloma|nodule) (in|at|of) the [\w\s]*$/,
      "",
    ],
    [
      "nipple shadow that rules a nodule out",
      /nipple shadow(,|;| and) (no|not a) (pulmonary |lung )?nodule/,
      "LL- NF+",
    ],
    [
      "pulmonary edema and failure",
      /^(mild|moderate) (pulmonary edema|CHF|congestive heart failure)$/,
      "ED+",
    ],
    [
      "vascular congestion, indistinct vessels, overload",
      /^(mild |moderate )?(pulmonary )?vascular congestion$|^(mild )?(volume|fluid) overload$/,
      "ED?",
    ],
    [
      "no congestion and no failure",
      /^no (pulmonary )?(vascular )?congestion$|^no (evidence of )?failure$/,
      "ED- NF+",
    ],
    [
      "normal vascularity names nothing",
      /^(normal|unremarkable) pulmonary (vascularity|vasculature)$/,
      "NF+",
    ],
    [
      "bronchovascular crowding and large pulmonary arteries",
      /^(there is )?(bronchovascular crowding|enlargement of the (main )?pulmonary arter\w+)$/,
      "",
    ],
    [
      "consolidation",
      /^(lobar |dense )?consolidation (of|in) the .* (persists|with air bronchograms|is improving|has progressed)$/,
      "CO+",
    ],
    [
      "infection of the lung",
      /^(multifocal|lobar|segmental|right lower lobe|left lower lobe|lingular|bilateral|early) pneumonia( is)?( again)?( seen| noted| present| evident)?$/,
      "PN+",
    ],
    [
      "atelectasis in all its shapes",
      /^(there is )?(still |again |also |now |once again )?(subsegmental|linear|discoid|platelike|plate-like|bandlike|bibasilar) atelectasis( is (seen|noted|present|evident))?$/,
      "AT+",
    ],
    [
      "low volumes and vertebral collapse are no atelectasis",
      /^(there (is|are) )?(low lung volumes|vertebral collapse)$/,
      "",
    ],
    [
      "hydropneumothorax labels two",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*hydropneumothorax$/,
      "PX+ PE+",
    ],
    [
      "pneumomediastinum and soft tissue gas",
      /^(there is )?(pneumomediastinum|subcutaneous emphysema)$/,
      "",
    ],
    [
      "blunted angle",
      /^(mild |slight )?blunting of the (left|right) costophrenic (angle|sulcus)$/,
      "PE?",
    ],
    [
      "blunted angle that the text explains",
      /costophrenic angle,? .*(pleural scarring|pleural thickening), (not|rather than) (fluid|effusion)/,
      "PO+ PE-",
    ],
    ["sharp angles", /^(the )?(both )?costophrenic angles are sharp$/, "NF+"],
    [
      "pleural thickening, plaque, scar",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*pleural (thickening|plaques|scarring)$/,
      "PO+",
    ],
    [
      "fracture, old or new",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*rib fractures?$/,
      "FX+",
    ],
    [
      "deformity and wedging",
      /^[\w\s-]*(old|remote|chronic) (left |right )?(rib|clavicle) deformity$|wedging of a midthoracic vertebral body$/,
      "",
    ],
    ["compression deformity", /compression deformit(y|ies)/, "FX?"],
    ["no acute bony abnormality labels nothing", /^no acute (bony|osseous) abnormality$/, "NF+"],
    [
      "no acute fracture",
      /^(there (is|are) )?no acute [\w\s-]*fractures?( is| are)? (seen|noted|identified|demonstrated|present|visualized)$/,
      "FX- NF+",
    ],
    [
      "lines, tubes, wires, clips, prostheses, hardware, coils",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*(sternotomy wires|surgical clips|valve prosthesis|embolization coils|pacemaker)$/,
      "SD+",
    ],
    ["lungs are clear labels nothing", /^(the )?lungs are clear$/, "NF+"],
    [
      "no acute cardiopulmonary abnormality",
      /^no acute cardiopulmonary (abnormality|disease|process)$/,
      "NF+",
    ],
    ["no acute findings, stable chest", /^no acute findings, stable chest$/, "NF+"],
    ["normal chest", /^normal chest$/, "NF+"],

    [
      "stable mediastinum",
      /^(the )?(mediastinum|cardiomediastinal silhouette|mediastinal contours) (is|are) (stable|unchanged)$/,
      "EC?",
    ],
    [
      "stable, and normality stated",
      /^(the )?(mediastinum|cardiomediastinal silhouette) is stable and (normal|within normal limits)$/,
      "EC- NF+",
    ],
    [
      "bones intact, pleural spaces clear",
      /^(the )?(bones are intact|pleural spaces are clear)$/,
      "NF+",
    ],
    [
      "consolidating airspace disease",
      /^there is consolidating (airspace disease|infiltrate) /,
      "CO+ LO+",
    ],
    ["nodular opacity", /^(a |\d+ mm )?(vague |small )?nodular opacity in the [\w\s]*$/, "LL+ LO+"],
    ["airspace consolidation", /^there is (airspace|alveolar) consolidation/, "CO+"],
    ["nodular density", /^(a |small |\d+ mm )?(vague )?nodular density in the [\w\s]*$/, "LL+"],
    [
      "nodule explained as a granuloma",
      /^(\d mm |small |dense )?nodul.*(consistent with|likely|representing) (a )?(calcified |old |benign )?granuloma$/,
      "",
    ],
    ["nodule that may be a granuloma", /^nodule.* (may|could) be (a )?granuloma$/, "LL+"],
    [
      "congestion without edema",
      /congestion(,| but| with| without).*(no |without ).*edema$/,
      "ED?",
    ],
    [
      "a finding with a hedged explanation",
      /opacity.*(may|could|might) (represent|be|reflect) atelectasis$/,
      "LO+ AT?",
    ],
    [
      "outside the lung or overlying",
      /density (over|overlying|projecting over) the .*(in|due to) (the )?(soft tissues|an external)/,
      "NF+",
    ],
    ["prominent mediastinum", /^(the )?mediastinum is prominent(, (the )?heart|$)/, "EC+"],
    [
      "possibly a fracture",
      /deformity of the .*(possibly|probably|perhaps) (an )?(old )?fracture$/,
      "FX?",
    ],
    [
      "pleural-parenchymal scarring",
      /^there (?:is|are) (?!.*\b(?:no|new|not|possible|probable|suspected|questionable|suspicion|suggestion|concern|question|possibly|probably|possibility|or|versus|vs|without)\b)[\w\s-]*(pleuroparenchymal|pleural-parenchymal|pleural parenchymal) scarring$/,
      "PO+ LO+",
    ],
    [
      "X/Y as a pair",
      /^(?!no ).*\b(atelectasis\/(early |developing )?pneumonia|infiltrate\/atelectasis|collapse\/consolidation)$/,
      "any?",
    ],
    ["X and/or Y", /^(atelectasis|pneumonia|consolidation) and\/or [\w\s]+$/, "any?"],
    [
      "breast prostheses, cement, bullets",
      /^(there (is|are) )?(a )?(left|right|bilateral|breast)? ?(breast )?(implants?|bullet fragments|cement)( overlying the .*)?$/,
      "",
    ],
    [
      "tuberculosis and bronchitis",
      /^(there is |study shows )?(prior |old )?(tuberculosis|bronchitis)( \(stable\)| as described| noted| again| is seen|$)/,
      "",
    ],
    [
      "fissural thickening",
      /fissural thickening|thickening of the (minor|major) fissure|fissure is (slightly )?thickened/,
      "",
    ],
    [
      "apical pleural thickening",
      /^(there is |mild |minimal |chronic |stable )*(bi)?apical pleural thickening( (is|has) (seen|noted|present|stable|unchanged|increased|slightly|improved|decreased).*| unchanged| stable)?$/,
      "PO+",
    ],
    [
      "surgery without an object",
      /^(status post|post|prior|s\/p) (CABG|mastectomy|lobectomy)$/,
      "NF+",
    ],
    ["sternotomy with its word removed", /median sternotomy XXXX/, "SD+ NF+"],
    [
      "low volumes and elevated diaphragm as the only remark",
      /^(lung volumes are (low|small)|(the )?(left|right) hemidiaphragm is elevated)$/,
      "",
    ],
    ["normal variant", /^azygos (lobe|fissure)( and fissure)?, (a )?normal variant$/, "NF+"],
    [
      "a removed word between statement and finding",
      /^no XXXX (pneumothorax|pleural effusion|effusion|consolidation)$/,
      "NF+",
    ],
  ];
