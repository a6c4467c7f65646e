/**
 * @file Usual misspellings and dictation errors of radiology words.
 */
const BLOCK = `
  pneumothorax: pneumothroax pnuemothorax pneumothoarx pneumo-thorax pnemothorax
  pneumonia: pnuemonia pnemonia pneumonai penumonia
  effusion: effussion efusion effusin infusion
  effusions: effussions efusions infusions
  pleural: plerual plueral plural pleual
  atelectasis: atelectases atelctasis atelectesis atalectasis atelectais
  consolidation: consolidaton consoldation consolidtion
  cardiomegaly: cardiomegally cardimegaly cardomegaly
  mediastinum: mediastinium mediastinm mediastium
  mediastinal: mediastnal mediastinl medistinal
  cardiomediastinal: cardiomedistinal cardiomediastianl cardio-mediastinal
  silhouette: silouette sillhouette silhoutte silohuette
  opacity: opactiy opacty opasity
  opacities: opacites opacties
  infiltrate: infitrate infiltate infiltrat
  edema: edma oedema edmea
  congestion: congeston congesion
  vascular: vasular vascualr
  interstitial: intersitial interstital interstial
  fracture: fractue farcture fracure
  nodule: nodual noduel nodlue
  calcified: calcifed calicified
  granuloma: granulma granuoma granoloma
  costophrenic: costophenic costphrenic costrophrenic
  hemidiaphragm: hemidiaphram hemidiaphragam
  catheter: cathter catherter cathetar
  endotracheal: endotrachial endotracheial
  bilateral: bilatral bilaterl bilaterial
  bibasilar: bibasalar bibasiler bibasular
  degenerative: degnerative degenertive
  thickening: thickning thickeing
  pulmonary: pulmanary pulmonry pulmonay
  heart: heat hart haert
  lungs: lungs lung
  apical: apicle apcial
  basilar: basiler basalar baslar
  identified: identifed indentified
  appearance: appearence apperance
  evidence: evidance evidnce
  acute: actue acut
  cardiopulmonary: cardiopulmonay cardioplumonary cardiopulomnary
  process: proces procces
  emphysema: emphsyema emphasema
  scarring: scaring
  airspace: air-space airspce
  disease: diease disese
  sternotomy: sternotmy sternatomy
  pacemaker: pacemeker pace-maker
  radiograph: radiogaph radiografh
`;

export const MISSPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  BLOCK.split("\n")
    .map((line) => line.trim().split(/: | /))
    .filter(([word]) => word !== undefined && word !== "")
    .map(([word = "", ...errors]) => [word, errors] as const),
);
