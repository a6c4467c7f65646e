/**
 * @file Places in and around the chest.
 */
export const ANATOMY_WORDS = {
  side: `
    left
    right
  `,
  bi: `
    bilateral
    bilateral
    biapical
    bibasilar
    bibasal
    bilateral lower lobe
    bilateral perihilar
    bilateral upper lobe
  `,
  lobe: `
    <$side> (upper|lower) lobe
    <$side> (upper|lower) lobe
    right middle lobe
    lingula
    (RUL|RLL|RML|LUL|LLL)
    (superior|anterior|posterior|posterobasal|lateral|apical) segment of the <$side> (upper|lower) lobe
  `,
  base: `
    <$side> (lung |)base
    <$side> (lung |)base
    lung bases
    <$side> lower lung
    <$side> (costophrenic|cardiophrenic) (angle|sulcus|region)
    <$side> (retrocardiac|infrahilar) region
    medial <$side> (lung |)base
    <$side> lateral base
    bases
  `,
  zone: `
    <lobe>
    <lobe>
    <base>
    <base>
    <$side> apex
    apices
    lung apices
    <$side> (mid|upper|lower) (lung |)(zone|lung|lung field)
    <$side> (perihilar|suprahilar|infrahilar|paratracheal|paramediastinal) (region|area)
    <$side> hemithorax
    <$side> (lung|hilum)
    retrocardiac (region|area|space)
    (periphery of the <$side> lung|<$side> lung periphery)
    (lung bases|lower lungs|upper lobes|lower lobes|mid and lower lungs)
    (<base>|<lobe>|<$side> base|<$side> (upper|lower) lobe)
    (<base>|<lobe>|<$side> midlung|<$side> lung base)
    (<base>|<lobe>|<$side> midlung|azygoesophageal recess|retrosternal space|retrosternal clear space|periphery of the <$side> lung|lingula)
  `,
  "zone-adjective": `
    <side> basilar
    <side> basal
    <side> lower lobe
    <side> upper lobe
    <side> perihilar
    <side> infrahilar
    <side> apical
    <side> mid lung
    <side> lung
    retrocardiac
    right middle lobe
    lingular
    <bi>
    (bibasilar|bibasal|basilar|dependent)
    (peripheral|central|upper lobe|lower lobe|multilobar|midlung)
    <side>-sided
    (LLL|RLL|RUL|LUL|RML)
  `,
  rib: `
    (|anterior |posterior |lateral |anterolateral |posterolateral )(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|4th|5th|6th|7th|8th|9th|10th) rib
    (4th|5th|third|sixth|7th) and (6th|8th|seventh|ninth) ribs
    (third|4th|5th|sixth) through (seventh|8th|9th|tenth) ribs
  `,
  vertebra: `
    (T4|T5|T6|T7|T8|T9|T10|T11|T12|L1|L2)
    (lower|mid|upper|midthoracic|thoracolumbar) (thoracic |)vertebral (body|bodies)
    (a|one|a single) (mid|lower|upper) thoracic vertebra
    thoracolumbar junction
    (mid|lower|upper) thoracic spine
    (T7 and T8|T11 and T12|L1 and L2|T5 through T8)
  `,
  bone: `
    <side> clavicle
    <side> humerus
    <side> proximal humerus
    <side> scapula
    sternum
    <side> <rib>
    <side> <rib>
    <side> ribs
    <side> humeral (head|neck)
    (distal|medial|mid) <side> clavicle
    sternal body
    thoracic spine
  `,
  cavoatrial: `
    (distal|mid|lower|upper|proximal|) (SVC|superior vena cava)
    cavoatrial junction
    superior cavoatrial junction
    (right atrium|proximal right atrium|high right atrium)
    SVC/RA junction
    (left |right |)brachiocephalic vein
    <side> (axilla|subclavian vein)
    azygos vein
    brachiocephalic confluence
  `,
} as const satisfies Readonly<Record<string, string>>;
