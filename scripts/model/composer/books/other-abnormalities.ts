/**
 * @file Abnormalities of any organ that belong to none of the 13 observations.
 *
 * They label nothing; they only keep No Finding blank. Those that resemble an observation, such
 * as a calcified node or a wedged vertebra, teach a model where an observation ends.
 */
import { parseClauses, parseNounPhrases } from "../book.ts";

/** Named things, for the frames that affirm. */
export const OTHER_FINDINGS = parseNounPhrases(
  `
    [p] (<degree> |multilevel |diffuse |)degenerative (changes|disc changes|joint changes|endplate changes) (of|in|throughout) the (thoracic |mid thoracic |thoracolumbar |lower thoracic |)spine
    [m] (<degree> |multilevel |)(spondylosis|thoracic spondylosis|degenerative disc disease|degenerative disk disease|degenerative change) (of the (thoracic |)spine|)
    [m] (<degree> |)(scoliosis|dextroscoliosis|levoscoliosis|S-shaped scoliosis|thoracic scoliosis|kyphoscoliosis|thoracic kyphosis|kyphosis|exaggerated kyphosis)
    [p] (anterior |bridging |flowing |thoracic |marginal |)(osteophytes|bridging osteophytes|syndesmophytes)
    [m] (diffuse |<degree> |)(osteopenia|demineralization|osteoporosis|bony demineralization)
    [m] (emphysema|COPD|hyperinflation|hyperexpansion|centrilobular emphysema|bullous disease|air trapping|obstructive lung disease|chronic obstructive pulmonary disease)
    [m] <degree> (emphysema|hyperinflation|COPD|hyperexpansion)
    [p] (emphysematous|bullous|COPD|chronic bronchitic|hyperinflated) changes
    calcified granuloma (in|at|of) the <zone>
    (calcified|benign calcified|small calcified|healed|punctate) (<zone-adjective> |)granuloma
    [p] (calcified|scattered calcified|multiple|old|bilateral|small) granulomas
    [m] (old|prior|healed|remote|calcified) granulomatous disease
    [p] (calcified|densely calcified|eggshell calcified) (hilar|mediastinal|right hilar|left hilar|subcarinal|paratracheal|hilar and mediastinal) (lymph |)nodes
    calcified (<$side> lung |<$side> upper lobe |<$side> lower lobe |)nodule
    (calcified nodule|densely calcified nodule) (in|at) the <zone>
    Ghon complex
    (tortuous|ectatic|unfolded|calcified|atherosclerotic|dilated|elongated|aneurysmal|uncoiled) (thoracic |descending thoracic |)aorta
    [m] (aortic (tortuosity|ectasia|atherosclerosis|unfolding|elongation)|tortuosity of the (thoracic |descending |)aorta|atherosclerotic calcification of the (aorta|aortic arch|aortic knob)|atherosclerosis of the (thoracic |)aorta)
    [p] (atherosclerotic|calcific|vascular|arch|aortic|coronary) (aortic |artery |arch |)calcifications
    [m] (coronary (artery|arterial)|mitral annular|pericardial|valvular|aortic valve|tracheobronchial) calcification
    [m] atherosclerotic disease (of the aorta|)
    elevated (<$side> |)hemidiaphragm
    [m] (elevation|chronic elevation|eventration|mild elevation) of the <$side> hemidiaphragm
    [m] (flattening of the (hemidiaphragms|diaphragms)|flattened diaphragms)
    [p] (low|shallow|diminished|small) lung volumes
    (small |moderate |large |moderate-sized |)(hiatal|hiatus|sliding hiatal|paraesophageal) hernia
    [p] (prominent|enlarged|dilated) (central |)pulmonary arteries
    [m] (enlargement of the (main |)pulmonary (artery|arteries)|pulmonary arterial enlargement)
    [m] (hilar|mediastinal|bilateral hilar|right paratracheal|hilar and mediastinal) (adenopathy|lymphadenopathy)
    (prominent|enlarged|full) (<$side> |)hilum
    [m] (<degree> |<side> |bilateral |)hilar (prominence|fullness|enlargement)
    [m] (prominence|widening|thickening) of the right paratracheal stripe
    [m] (bronchiectasis|bronchial wall thickening|peribronchial cuffing|peribronchial thickening|central peribronchial thickening|bronchitis|reactive airways disease|airway thickening|bronchiolitis|small airways disease)
    [m] (subcutaneous (emphysema|gas)|soft tissue emphysema|chest wall gas) (on the <$side>|along the <$side> chest wall|)
    [m] pneumomediastinum
    [m] (free air|pneumoperitoneum) (under|beneath) the <$side> hemidiaphragm
    [p] (dilated|distended|gas-filled|gas distended) (bowel loops|loops of (small |)bowel|colonic loops)
    (gaseous distention of the (stomach|colon)|distended stomach)
    pericardial effusion
    [p] (degenerative|arthritic|hypertrophic) changes (of|in|about) the (<side> shoulder|shoulders|acromioclavicular joints|AC joints|glenohumeral joints|sternoclavicular joints)
    [m] (acromioclavicular|glenohumeral|shoulder) (arthropathy|osteoarthritis|arthritis|degenerative change)
    old (<side> |)(rib|clavicle|clavicular|<rib>|humeral) deformity
    (remote|healed|chronic|old) deformity of the <bone>
    (old|remote|prior) (<side> |)(rib|clavicle|shoulder|chest wall|bony) injury
    (mild|anterior|minimal|chronic) wedging of (<vertebra>|a midthoracic vertebral body|several thoracic vertebrae)
    [m] (mild |moderate |chronic |stable |)(loss of height|height loss) (of|at|involving) <vertebra>
    [m] vertebral (collapse|body height loss)
    (sclerotic|lytic|lucent|destructive) (lesion|focus) (in|of) the (<bone>|<side> <rib>|spine)
    bone island (in|of) the <side> (<rib>|humeral head|scapula)
    [m] (pectus excavatum|pectus carinatum|pectus deformity)
    cervical rib(| on the left| on the right)
    (thyroid|substernal|retrosternal) goiter
    [m] tracheal (deviation|narrowing|shift)( to the (right|left)|)
    [m] (deviation|narrowing) of the trachea (by the aortic arch|to the right|to the left|from an enlarged thyroid|)
    [m] (Chilaiditi syndrome|dextrocardia|situs inversus|right-sided aortic arch)
    [m] (thickening of the (minor|major) fissure|fissural thickening)
    [p] (postsurgical|postoperative|post-surgical|postradiation|radiation|post-thoracotomy) changes (in|of|at|on|involving) the (<$side> (breast|axilla|chest wall|hemithorax)|chest)
    [m] (surgical absence of the <$side> (breast|<rib>)|absent <$side> breast shadow)
    [m] (tuberculosis|prior tuberculosis|old tuberculosis|sarcoidosis|histoplasmosis|prior histoplasmosis exposure)
    bulla (in|at) the <$side> apex
    [p] (apical |bilateral |large |)(bullae|blebs)
    (pulmonary artery|thoracic aortic|aortic) aneurysm
    [m] volume loss (in|of) the <$side> (lung|hemithorax|upper lobe)
    [m] (crowding of the bronchovascular (markings|structures)|bronchovascular crowding)
    [m] (shift of the mediastinum to the <side>|mediastinal shift|leftward mediastinal shift)
    [m] (azygos (vein |)distention|splenomegaly|hepatomegaly)
    (bullet|bullet fragment|metallic foreign body|foreign body|BB pellet) (in|overlying|projecting over) the (<$side> (chest wall|axilla|hemithorax|shoulder)|soft tissues)
    [p] (bullet fragments|shotgun pellets|gunshot pellets|metallic fragments) (overlying|in|over) the <$side> (chest|hemithorax|chest wall|shoulder)
    [m] (vertebroplasty|kyphoplasty|vertebral augmentation) cement (at|in) (T8|T12|L1|a lower thoracic vertebra|multiple vertebrae)
    [p] (breast|bilateral breast) (implants|prostheses)
    <$side> breast (implant|prosthesis)
    [p] gallstones
    calcification (in|at|over) the <zone>
    [p] (scattered |punctate |small |)calcifications (in|at) the <zone>
    (posttraumatic|post-traumatic|postsurgical|congenital) deformity of the (<side> clavicle|<side> ribs|sternum|<side> shoulder)
    [m] (endplate sclerosis|vertebral endplate sclerosis|disc space narrowing|multilevel disc space narrowing)
    [m] (vascular|aortic arch|carotid|subclavian) calcification
    [m] (chronic bronchitic change|chronic airway disease|bronchiolectasis|air trapping)
    [m] nephrolithiasis
    [m] DISH
    [m] (diffuse idiopathic skeletal hyperostosis|ankylosing spondylitis|renal osteodystrophy|sickle cell osseous change|avascular necrosis of the humeral heads)
    [m] Schmorl node formation
    [p] (Schmorl nodes|Schmorl's nodes|endplate irregularities)
    [m] (rotator cuff disease|rotator cuff arthropathy|calcific tendinitis)
    dislocation of the <side> shoulder
    (thyroid|breast|chest wall|soft tissue|axillary|adrenal|hepatic|mediastinal soft tissue) (mass|nodule|lesion)
    [p] (breast|soft tissue|splenic|hepatic|hilar|nodal|tracheal|thyroid|chest wall) calcifications
    [m] (dilatation|distention) of the esophagus
    (patulous|dilated|fluid-filled) esophagus
    pericardial cyst
    [m] (cholelithiasis|ascites|constipation|ileus|gastric distention)
    [p] (calcified lymph nodes|calcified hilar nodes|calcified nodules|calcified lung nodules|splenic granulomas|hepatic granulomas)
    calcified (density|focus) (in|at|over) the <zone>, consistent with granuloma
    [p] (mild |)(airway|bronchial|peribronchial) (changes|inflammatory changes)
    [m] (chronic lung disease|chronic obstructive lung disease|obstructive disease|lung hyperexpansion|bronchial inflammation|mucus plugging)
    [m] (oligemia|hyperlucency) of the <$side> lung
    [m] enlargement of the azygos vein
    [p] (nodal|mediastinal|hilar) (calcifications|lymph node calcifications)
    rounded soft tissue density in the <$side> (breast|axilla|neck)
    [m] gynecomastia
    (skin|cutaneous|subcutaneous) (nodule|lesion) (over|projecting over) the <$side> (chest|lower lung)
    (mildly |)(prominent|enlarged) (main pulmonary artery|azygos vein|ascending aorta|aortic knob|central pulmonary artery)
    [m] (aortic|thoracic aortic) (dilatation|dilation|enlargement|prominence)
    [p] old (rib|clavicle|healed rib) deformities
    [m] (spurring|hypertrophic spurring|facet arthropathy|costovertebral arthropathy|sternal deformity|chest wall deformity)
    [m] (sclerosis|erosion) of the <side> (distal clavicle|humeral head)
  `,
  [],
);

/** Clauses that keep No Finding blank and label nothing. */
export const OTHER_CLAUSES = parseClauses(`
    OA: (the |)(thoracic |descending |)aorta is (mildly |slightly |markedly |)(tortuous|ectatic|calcified|unfolded|atherosclerotic|dilated|uncoiled|tortuous and calcified|elongated|prominent)
    OA: (the |)(aortic knob|aortic arch) is (calcified|prominent|enlarged|atherosclerotic)
    OA: (the |)<$side> hemidiaphragm is (elevated|mildly elevated|chronically elevated|eventrated|higher than the other side)
    OA: (the lungs|both lungs|lungs) are (hyperinflated|hyperexpanded|emphysematous|hyperlucent|overinflated|mildly hyperinflated|markedly hyperexpanded)
    OA: (the |)(diaphragms|hemidiaphragms) are flattened
    OA: (the |)(bones|osseous structures|bony structures) (are|appear) (osteopenic|demineralized|diffusely demineralized|osteoporotic)
    OA: lung volumes are (low|small|diminished|decreased|reduced)( with bronchovascular crowding| with crowding of the bronchovascular structures|, accentuating the (heart and |)vascular markings|)
    OA: low lung volumes (accentuate|exaggerate) the bronchovascular (structures|markings)
    OA: (the |)(right|left|) (hilum|hila|hilar structures) (is|are) (prominent|full|enlarged|retracted superiorly)
    OA: (the |)(main |central |)pulmonary (artery|arteries) (is|are) (enlarged|prominent|dilated)
    OA: (the |)trachea is (deviated|shifted|displaced|narrowed) (to the (right|left)|by (the aortic arch|a goiter)|)
    OA: (old|prior|previous|remote) (granulomatous (disease|infection|exposure)) is (noted|evident|seen|suspected)
    OA: (evidence|sequela|stigmata|residua|changes) of (old|prior|remote) (granulomatous (disease|infection|exposure)|histoplasmosis|tuberculosis)
    OA: (findings|changes) (consistent with|compatible with|suggestive of|suggesting|likely reflecting) (COPD|emphysema|chronic obstructive pulmonary disease|obstructive airway disease|air trapping|pulmonary arterial hypertension|reactive airways disease|bronchitis|viral bronchiolitis|small airways disease|asthma)
    OA: (COPD|emphysema|chronic bronchitis|hyperinflation), (no acute (disease|abnormality|process)|otherwise (negative|normal)|stable)
    OA: (there is |)(an |)(increased AP diameter|increased retrosternal airspace) (of the chest |)(consistent with|suggesting) (emphysema|COPD|hyperinflation)
    OA: ((shoulders|AC joints|acromioclavicular joints|bones) (show|demonstrate|with)|(spine|thoracic spine) (shows|demonstrates|with)) (degenerative (change|changes|disease)|arthritic change|spurring|hypertrophic spurring|osteophyte formation|spondylosis)
    OA: (bones|osseous structures|bony structures|skeleton|bones/soft tissues)(:| -) (degenerative (change|changes)|osteopenia|spondylosis|scoliosis|degenerative spurring|old rib deformity)
    OA: (a |)(small |)(calcified |)(density|nodule) (in|at) the <zone> (is|represents|likely represents|consistent with|compatible with) (a |)(calcified |benign |)granuloma
    OA: (nodule|<mm> nodule|small nodule|dense nodule|nodular opacity|small nodular opacity) (in|at) the <zone>, (consistent with|compatible with|likely|most likely|representing|likely representing|in keeping with) (a |)(calcified |old |benign |)granuloma
    OA: (dense|calcified|tiny dense) (nodule|nodules|focus|foci) (in|at) the <zone> (consistent with|compatible with|most likely|likely) (granulomas|granulomatous disease|prior granulomatous infection)
    OA: (opacity|density|nodular density|rounded density) (projecting over|overlying|at) the <$side> (lung base|upper lung|chest|apex|lower lung) is (due to|from|consistent with) a (skin lesion|chest wall lesion|cutaneous mole|healed rib deformity|bone island)
    OA: (sclerotic|dense|nodular) (density|focus|opacity) (is in|lies within|projects within|overlies and belongs to) (the |)(<side> <rib>|scapula|vertebral body|clavicle), (a bone island|likely a bone island|consistent with a bone island)
    OA: (lumpectomy|mastectomy|breast surgery) changes (are |)(noted |seen |)(on the <$side>|)
    OA: (post|status post|prior) <$side> (mastectomy|lumpectomy|pneumonectomy|lobectomy|thoracotomy) with (expected |)postsurgical (change|changes|deformity|distortion)
    OA: (chest wall|thoracic cage) (deformity|asymmetry) (noted|is present|from prior surgery|from polio)
    OA: (bowel|colon|stomach) (interposed|interposition) (between|beneath) (the |)(liver and (the |)(right hemi|)diaphragm|right hemidiaphragm)
    OA: (upper abdomen|visualized upper abdomen) (shows|demonstrates) (dilated bowel|gaseous distention|calcifications|gallstones|a distended stomach|surgical absence of the gallbladder with ileus)
    OA: (peribronchial|central airway|bronchial wall) (thickening|cuffing) (is |)(seen |)(consistent with|compatible with|suggesting|which may represent|likely reflecting) (bronchitis|viral bronchiolitis|reactive airways disease|small airway disease|asthma|airway inflammation)
    OA: (atherosclerosis|arteriosclerosis|aortic atherosclerosis|calcified aorta|tortuous aorta|scoliosis|hiatal hernia)
    OA: (the |)(minor|major|right major) fissure is (thickened|displaced|slightly thickened)
    OA: (bilateral |)(nipple rings|nipple piercings) and (scoliosis|osteopenia)
    OA: (vertebral bodies|multiple vertebral bodies|several midthoracic vertebrae) (show|demonstrate) (mild |chronic |)(anterior |)(wedging|height loss|loss of height)
    OA: (healed|old|remote) <$side> (clavicular|clavicle|rib|humeral) deformity (is |)(again |)(seen|noted|unchanged)
    OA: (exaggerated|increased|accentuated) (thoracic |)kyphosis
    OA: (chronic |)(elevation|eventration) of <$side> (diaphragm|hemidiaphragm) (unchanged|is stable|again noted)
    OA: (limited|poor|shallow|suboptimal) (inspiration|inspiratory effort) with (crowding of (the |)(bronchovascular|vascular) (markings|structures)|low lung volumes|vascular crowding)
    OA: (hypoventilation|hypoinflation|poor inspiratory effort with low volumes)
    OA: (hypoventilatory|shallow inspiratory) change
    OA: (no |without )(acute (findings|process|abnormality)|active disease), (chronic changes of COPD|old granulomatous disease|degenerative changes)( only|)
`);
