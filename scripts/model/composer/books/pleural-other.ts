import { book } from "../book.ts";

/** Thickening, plaque, scar and calcification of the pleura. */
export const PLEURAL_OTHER = book("PO", {
  names: `
    [m] pleural thickening
    [m] pleural thickening
    [m] pleural scarring
    [m] pleural scar
    [p] pleural plaques
    [m] pleural plaque
    [m] (pleural calcification|calcified pleural plaque)
    [m] fibrothorax
    [m] (apical|basilar|biapical) pleural thickening
    [p] pleural adhesions
    [m] (old |chronic )pleural reaction
    [m] pleural fibrosis
    [p] pleural based scars
    [PO LO m] (pleural-parenchymal|pleuroparenchymal|pleural parenchymal|pleural and parenchymal) scarring
  `,
  findings: `
    [m] <degree> (biapical|apical|<side> apical|bilateral apical) pleural thickening
    [m] <degree> (<side> |bilateral )pleural thickening
    [m] <chronic> (<side> |bilateral |basilar |<side> basal )pleural thickening
    [m] (thickening|chronic thickening|smooth thickening) of the (<$side> (lateral |apical |basal |)pleura|pleura (at|along) the <$side> (base|apex|lateral chest wall))
    [p] (calcified|noncalcified|bilateral|scattered|multiple|diaphragmatic|asbestos-related|bilateral calcified) pleural plaques
    (calcified |)pleural plaque (along|over|on) the <$side> (hemidiaphragm|lateral chest wall|diaphragmatic surface|hemithorax)
    [m] <chronic> (<side> |)pleural (scarring|scar|fibrosis) (at|in) the <$side> (base|apex|costophrenic angle|lung base)
    [m] (<side> |biapical |basilar |apical |<degree> )pleural scarring
    [m] (pleural|extensive pleural|linear pleural|diaphragmatic pleural) calcification(| along the <$side> hemidiaphragm| on the <$side>)
    [m] <$side> fibrothorax
    [m] pleural (thickening|scarring|fibrosis), <side> (base|apex)
    [p] pleural (adhesions|scars) at the <$side> base
    [m] (chronic|old|residual) pleural (reaction|disease|change|scar) (on the <$side>|at the <$side> base|along the <$side> chest wall)
    [PO LO m] (<chronic>|biapical|apical|<degree>|<side> basal|<side> apical) (pleural-parenchymal|pleuroparenchymal|pleural parenchymal|pleural and parenchymal) scarring
    [PO LO m] scarring of the lung and (adjacent |)pleura at the <$side> (base|apex)
    pleural-based scar (at|in) the <$side> (base|apex)
    [m] pleural rind (with thickening |with fibrothorax )on the <$side>
    [p] plaques of the (pleura|diaphragmatic pleura|parietal pleura) consistent with (prior |)asbestos exposure
    [m] (lateral|posterior|circumferential|nodular) pleural thickening
    [m] apical (pleural capping with thickening|pleural thickening)
    [m] thickened pleura
  `,
  denied: `
    [m] pleural thickening
    [p] pleural plaques
    [m] pleural calcification
    [m] pleural (thickening|scarring|reaction)
    [m] (significant|focal|nodular|apical) pleural thickening
    pleural plaque
    [p] (calcified |)pleural plaques
    [p] pleural adhesions
    [m] fibrothorax
  `,
  clauses: `
    PO+: the (<$side> (apical |lateral |)pleura|pleura (along|at) the <$side> (base|apex|chest wall)) is (mildly |slightly |diffusely |)thickened
    PO+: blunting of the <$side> costophrenic (angle|sulcus) (due to|from|consistent with|likely due to|compatible with|likely representing|related to|is due to) (chronic |old |)(pleural (thickening|scarring|scar|reaction|fibrosis)|pleural adhesion)
    PO+: (chronic|stable|unchanged|old) blunting of the <$side> costophrenic angle, (likely|consistent with|compatible with|most likely) pleural (thickening|scarring|scar)
    PO+: <$side> costophrenic angle (blunting|obliteration) (from|secondary to|reflecting) pleural (scar|thickening|scarring)
    PO+: (sequela|sequelae|residua) of (old |prior |)(empyema|asbestos exposure|hemothorax|pleurisy) with pleural (thickening|calcification|plaques|scarring)
    PO+ FX+: old (<$side> |)rib fractures with (adjacent|associated|overlying) pleural (thickening|scarring|reaction)
    PO+ LO+: (apical|biapical|bibasilar) (parenchymal |lung |)(scarring|fibrosis) (and|with) (associated |adjacent |)pleural (thickening|scarring)
    PO+ PE-: pleural (thickening|scarring|plaques|scar) (at|on) the <$side>( side| base|), (no|without) (free |layering |)(effusion|pleural effusion|pleural fluid)
    PO+: pleural plaques (are |)(again |)(seen|noted|unchanged|redemonstrated)
    PO+ OA: (postsurgical|postoperative|post-thoracotomy) (change|changes) (on the <$side>|in the <$side> hemithorax) with pleural (thickening|scarring)
    PO?: (possible|questionable|probable|suspected) (<side> |apical |mild |biapical |basilar |)pleural (thickening|scarring|plaque|plaques|scar|calcification)
    PO?: (<$side> |)(apical|lateral|basilar) (density|asymmetry|irregularity) (may|might|could) (represent|reflect|be|be due to) pleural (thickening|scarring|scar|plaque)
    PO? PE?: (chronic |)(pleural thickening|pleural scarring|pleural reaction)(/| or | versus | and/or | vs. )(a |)(small |trace |loculated |)(pleural |)(effusion|fluid)( at the <$side> base| on the <$side>|)
    PO? PE?: blunted <$side> (costophrenic angle|sulcus), (possibly|probably|may represent|suggesting|suggestive of|which may be due to) pleural (thickening|scarring|scar|reaction)
    PO? LO?: (pleural|apical pleural) (thickening|scarring) (or|versus|and/or) (parenchymal |lung |)(scarring|opacity|fibrosis)
    PO? FX?: pleural (thickening|irregularity|scarring) (or|versus) (an |)(old |healed |)rib fracture( on the <$side>|)
    PO?: (calcified plaque|pleural plaque|pleural thickening|pleural scarring) (is suspected|cannot be excluded|is possible|is questioned|may be present)
    PO?: pleural based (density|abnormality) on the <$side>, (perhaps|probably|possibly) (pleural |)(thickening|plaque)
    PO-: no (significant |)(pleural |)(thickening or calcification of the pleura|pleural thickening|plaque or pleural calcification)
    PO-: pleura (is|are) not thickened
    PO-: (previously noted|the previously described|prior) pleural (thickening|reaction) (is no longer (seen|evident)|has resolved)
    PO-: no pleural (plaques|calcification|thickening) to (suggest|indicate) (asbestos exposure|asbestosis|prior asbestos exposure)
    PO- PE-: no (pleural |)(effusion|fluid) or pleural (thickening|plaque|plaques)
    PO- PE-: (pleura|pleural spaces): no (thickening of the pleura|pleural thickening) or effusion
    PO~: no (new|increase in|progressive) pleural (thickening|plaques|calcification)
  `,
});
