import { book } from "../book.ts";

/** Lines, tubes, implants and hardware left in the body. */
export const SUPPORT_DEVICES = book("SD", {
  names: `
    (endotracheal|ET|nasogastric|NG|enteric|feeding|orogastric|chest|tracheostomy|drainage|thoracostomy) tube
    <$side> (PICC|PICC line|PIC line|chest tube|IJ line|subclavian line|internal jugular catheter|port|pleural drain)
    (central venous|Swan-Ganz|pulmonary artery|dialysis|hemodialysis|central|IJ) (catheter|line)
    (pacemaker|pacer|defibrillator|ICD|AICD|Port-A-Cath|portacath|Mediport|pigtail catheter|intra-aortic balloon pump)
    [p] (sternal|sternotomy) wires
    [p] (surgical|mediastinal|cholecystectomy) clips
    support device
    [p] (lines and tubes|support devices|monitoring devices|tubes and lines)
  `,
  findings: `
    (endotracheal|ET) tube (with (its |the |)tip |terminating |ending )(<mm>|2 cm|3.5 cm|5 cm) (above|from|proximal to) the carina
    (endotracheal|ET) tube (in (good|satisfactory|appropriate|standard) position|at the level of the (clavicles|aortic arch|thoracic inlet)|in the right mainstem bronchus)
    (nasogastric|NG|enteric|orogastric|feeding|Dobbhoff|OG) tube (in|coursing into|extending into|with its tip in|coiled in|terminating in|with side port in) the (stomach|gastric fundus|duodenum|distal esophagus|proximal jejunum|left upper quadrant)
    <$side> (PICC|PICC line|PIC line|upper extremity PICC|arm PICC) (with (its |the |)tip (in|at|overlying)|terminating (in|at)|ending in) the <cavoatrial>
    <$side> (internal jugular|IJ|subclavian|jugular) (central venous |venous |)(catheter|line|central line) (with (its |)tip |terminating |ending |)(in|at|overlying) the <cavoatrial>
    <$side> (subclavian |chest wall |internal jugular |)(port|Port-A-Cath|portacath|port-a-cath|Mediport|infusion port|chest port) (with (its |)(catheter |)tip |with catheter terminating |)(in|at) the <cavoatrial>
    (central venous|tunneled|tunneled dialysis|hemodialysis|dual-lumen|large-bore|triple lumen) (catheter|line) (with tip|terminating) in the <cavoatrial>
    (dual lead|dual-lead|single lead|biventricular|dual chamber|left-sided|<$side> chest wall|left subclavian|transvenous|permanent) (pacemaker|pacer|pacing device|ICD|AICD|pacemaker/ICD|defibrillator|cardiac device)
    (pacemaker|ICD|AICD|defibrillator|biventricular pacer) with leads (in|overlying|projecting over) the (right atrium and right ventricle|right ventricle|expected positions)
    [p] (pacer|pacemaker|pacing|ICD|defibrillator|epicardial|biventricular) (leads|wires|electrodes) (in (stable|unchanged|satisfactory|expected) position|overlying the heart|projecting over the right ventricle|)
    [p] (intact|median|midline|) (sternotomy|sternal) wires
    [p] (sternotomy|sternal) wires and (mediastinal |surgical |CABG |)clips
    [p] (surgical|mediastinal|vascular|cholecystectomy|hilar|axillary|bypass graft|metallic surgical) clips (in|overlying|projecting over|within) the (<$side> (axilla|breast|hilum|upper quadrant|chest wall)|mediastinum|right upper quadrant|upper abdomen|neck)
    [p] (surgical|cholecystectomy|axillary|postsurgical|CABG|mediastinal) clips
    (prosthetic|mechanical|bioprosthetic|metallic|aortic|mitral|replaced aortic) (heart |cardiac |)valve( prosthesis| replacement hardware|)
    (aortic valve|mitral valve|cardiac valve|TAVR) prosthesis
    [p] coronary (artery |)stents
    (coronary|aortic|tracheal|esophageal|SVC|bronchial|biliary|subclavian|vascular) stent
    (aortic (stent graft|endograft)|endovascular stent graft) (in the descending (thoracic |)aorta|)
    <$side> (chest tube|pleural drain|pigtail catheter|pigtail pleural catheter|thoracostomy tube|PleurX catheter|basilar chest tube|apical chest tube) (in (place|position|good position)|directed (apically|toward the apex|medially)|at the <$side> base|)
    [p] (bilateral|two left|two right|mediastinal) (chest tubes|drains|chest drains)
    tracheostomy (tube|cannula|appliance) (in (place|good position|satisfactory position)|above the carina|)
    (Swan-Ganz|pulmonary artery|PA) catheter (with (its |)tip |terminating |)in the (main|right|left|proximal right) pulmonary artery
    (intra-aortic balloon pump|IABP|left ventricular assist device|LVAD|ECMO cannula|Impella device)( in place| in unchanged position|)
    [p] (spinal|posterior spinal|lower cervical|thoracolumbar|cervical|lumbar) (fusion rods|fixation rods|rods and screws|pedicle screws)
    [m] (spinal|cervical|anterior cervical|thoracic spinal|lumbar|orthopedic|posterior fusion) (fusion |fixation |)hardware( in the (cervical|lower cervical|thoracic|lumbar) spine|)
    (<$side> |bilateral |reverse )(shoulder|total shoulder|humeral) (arthroplasty|prosthesis|replacement)
    [m] hardware (in|of|from fixation of) the (<$side> (clavicle|shoulder|humerus)|cervical spine|lower cervical spine)
    (suture anchor|surgical anchor|metallic anchor|bone anchor) in the <$side> humeral head
    [p] (suture anchors|staples|surgical staples|surgical sutures|chain sutures|suture material) (in the <$side> (humeral head|upper lobe|lung)|at the <$side> (apex|hilum)|)
    [m] (surgical suture line|staple line|suture material) (in the <$side> (upper|lower) lobe|at the <$side> hilum)
    (nerve|spinal cord|vagal nerve|dorsal column|deep brain|neuro) stimulator( device| generator| leads|)
    (VP|ventriculoperitoneal|ventriculo-peritoneal) shunt (catheter |tubing |)(coursing over|overlying|traversing|projecting over) the (<$side> |)(hemithorax|chest)
    (gastric lap|lap|gastric) band( device| with port|)
    (loop recorder|implantable loop recorder|event monitor implanted in the chest wall|cardiac monitor implant)
    (IVC|inferior vena cava) filter
    [p] embolization coils( in the (upper abdomen|<$side> lung|left upper quadrant)|)
    (G-tube|gastrostomy tube|percutaneous gastrostomy|PEG tube|nephrostomy tube|biliary drain)
    [p] (support lines and tubes|monitoring and support devices|multiple support devices|lines and tubes)
    septal (closure|occluder) device
    [p] (sternal|median sternotomy|sternotomy) (sutures|cerclage wires|closure wires)
    [p] (CABG|bypass graft|coronary bypass) markers
    (epidural|midline|tunneled venous|subclavian|jugular|Hickman|Broviac|Quinton|vascular) catheter (in place|on the <$side>|)
    (esophageal temperature probe|mediastinal drain|surgical drain|Jackson-Pratt drain|pericardial drain)
    (aortic|vascular|endovascular) (stent graft|endograft)
    [m] (surgical|metallic|radiopaque|retained) suture material
    [p] (surgical|metallic) (sutures|staples|anchors)
    (implanted|subcutaneous|cardiac) (cardiac device|pulse generator|rhythm device)
    (transcutaneous|temporary|transvenous) pacing (wire|lead)
    atrial appendage (clip|occlusion device)
    intrathecal (pump|catheter)
  `,
  denied: `
    [p] (support devices|lines or tubes|indwelling lines|indwelling devices|catheters or tubes)
    central (venous |)(line|catheter)
    (endotracheal|nasogastric|chest) tube
    [p] (lines|tubes|lines, tubes or drains)
    (pacemaker|port|PICC)
  `,
  clauses: `
    SD+: (status post|s/p|patient is status post|post|prior) (median |)sternotomy (and CABG |)with (intact |aligned |)(sternal |sternotomy |)wires
    SD+: (sternal|sternotomy) wires are (intact|aligned|unchanged|midline|well aligned|in alignment)
    SD+: median sternotomy <mark> (are (intact|noted|again seen|present)|)
    SD+: (intact |)median sternotomy <mark>( and (mediastinal |surgical |)clips|)
    SD+: (the |)(ET|endotracheal) tube (tip |)(is|terminates|lies|projects|ends) (<mm>|2.5 cm|4 cm|6 cm) (above|from|proximal to) the carina
    SD+: (the |)(NG|nasogastric|enteric|feeding|OG|Dobbhoff) tube (tip |)(courses below the diaphragm|is in the stomach|extends below the (diaphragm|inferior margin of the film)|projects over the stomach|passes into the stomach|is coiled in the (stomach|esophagus)|could be advanced (5|8|10) cm|needs to be advanced)
    SD+: (tip|the tip) of the (<$side> |)(PICC|central line|IJ catheter|port|subclavian line|dialysis catheter|central venous catheter) (is|lies|projects|terminates|overlies) (in|at|over|within) the <cavoatrial>
    SD+: (<$side> |the |)(PICC|PICC line|IJ line|central line|subclavian catheter|port) tip (is in|is at|in|at|overlies|projects over|ends at|terminates in) the <cavoatrial>
    SD+: (lines|tubes|lines and tubes|support devices|support apparatus|monitoring and support devices|tubes and lines|lines/tubes) (are |)(unchanged|stable|in (stable|unchanged|satisfactory|standard|appropriate) position|in place)
    SD+: (interval |status post |recent |)(placement|insertion|repositioning|advancement) of (a |an |the |)(<$side> |)(PICC|PICC line|central line|chest tube|endotracheal tube|nasogastric tube|IJ catheter|pacemaker|port|dialysis catheter|pigtail catheter|Swan-Ganz catheter|feeding tube)
    SD+: (patient (is|remains|has been) |)(intubated|extubated and now has a tracheostomy tube)(, ET tube in good position| with ET tube in place| with the tube tip above the carina|)
    SD+: (pacemaker|pacer|ICD|AICD|defibrillator) (leads|wires) (are |)(intact|unchanged|in (stable|unchanged|expected) position|without (fracture of the leads|lead discontinuity))
    SD+: (left|right) (chest wall|pectoral|subclavian|anterior chest wall) (generator|pulse generator|pacemaker generator|battery pack) with (leads|lead tips|intact leads) (in|projecting over|overlying) the (right atrium and right ventricle|right ventricle|right atrium, right ventricle and coronary sinus)
    SD+: (interval |)removal of the (NG|nasogastric|feeding) tube, (the |)(ET|endotracheal|tracheostomy) tube (remains|is unchanged)
    SD+: status post (aortic|mitral|tricuspid) valve (replacement with prosthetic valve (in place|seen)|prosthesis|annuloplasty ring)
    SD+: (clips|surgical clips|metallic clips) (are |)(seen |noted |)(from|related to|consistent with|compatible with) (prior |previous |)(cholecystectomy|CABG|lumpectomy|axillary dissection|thyroidectomy|bypass surgery|mastectomy)
    SD+: (post CABG|post cholecystectomy|postoperative|post lobectomy|postsurgical) (changes with |)(surgical |)clips (seen |noted |)(in the (mediastinum|right upper quadrant|left hilum)|)
    SD+: (cervical|lower cervical|anterior cervical) (spine |)fusion (plate|hardware) (is |)(partially |)(seen|imaged|visualized|noted|present)
    SD+: <$side> (PICC|port|IJ line) removed, (new |)(left|right) (central line|PICC|port) (in place|placed)
    SD?: (possible|questionable|probable|suspected) (surgical clip|catheter fragment|retained catheter|PICC tip|stent|loop recorder|pacing wire|surgical clips|coronary stent)( (overlying|projecting over) the (<$side> hemithorax|heart)|)
    SD?: (linear|metallic|tubular|curvilinear) (density|structure|object) (over|overlying|projecting over) the (<$side> (chest|hemithorax|neck)|mediastinum|heart) (may|could|might) (represent|be) (a |an |)(catheter|line|surgical clip|external lead or catheter|stent|pacing lead|PICC|retained wire)
    SD?: (the tip of the |tip of |)(NG tube|PICC|enteric tube) (tip |)(is not seen, cannot confirm that a tube is present|may have been removed|is possibly removed|is not definitely seen, question removal)
    SD?: (metallic (density|densities)|radiopaque density) (may|could) (represent|reflect|be) (surgical clips or (external artifact|foreign material)|an external (lead|object) or (a |)(catheter|device))
    SD-: (interval |)removal of (the |a |)(<$side> |previous |)(PICC|PICC line|chest tube|central line|ET tube|endotracheal tube|NG tube|nasogastric tube|pacemaker|port|IJ catheter|central venous catheter|Swan-Ganz catheter|pigtail catheter|support devices|lines and tubes|dialysis catheter|feeding tube|mediastinal drains)
    SD-: (the |)(<$side> |)(PICC|PICC line|chest tube|central line|NG tube|ET tube|pacemaker|port|IJ catheter|central venous catheter|endotracheal tube|tracheostomy tube) (has been|was|is) (removed|withdrawn completely|taken out|discontinued)( in the interval| since the prior (exam|study|film)|)
    SD-: (previously (seen|noted) |prior |)(<$side> |)(PICC|chest tube|central line|NG tube|ET tube|port|IJ line|catheter) (is no longer (seen|present|visualized|evident|in place)|removed)
    SD-: (patient|the patient) (has been|was|is now) extubated, (the |)(ET|endotracheal) tube (has been |)removed
    SD-: (no (lines or tubes|support devices|indwelling lines|indwelling catheters) (are |)(seen|present)|there are no (lines or tubes|support devices|indwelling catheters))
    SD-: (support devices|lines and tubes|lines/tubes|lines|tubes and lines): none
    SD~: no new (lines or tubes|support devices|catheters)
    SD~: no (interval |)(additional|new) (lines|tubes|catheters)
  `,
});
