import { book } from "../book.ts";

/** Air in the pleural space. */
export const PNEUMOTHORAX = book("PX", {
  names: `
    pneumothorax
    [p] pneumothoraces
    <$side> pneumothorax
    tension pneumothorax
    apical pneumothorax
    (left|right) apical pneumothorax
    [PX PE] hydropneumothorax
    [m] pleural air
    ptx
    loculated pneumothorax
    basilar pneumothorax
    occult pneumothorax
  `,
  findings: `
    <size> <$side> pneumothorax
    <size> <$side> pneumothorax
    <size> <$side> apical pneumothorax
    <chronic> (<size> |)<$side> (apical |basilar |lateral |)pneumothorax
    [p] <size> (bilateral|biapical) pneumothoraces
    (tension|loculated|anterior|basilar|apicolateral|lateral|medial) pneumothorax on the <$side>
    <$side> pneumothorax, (<size>|approximately (5|10|15|20|30|40)%|measuring <mm> (at the apex|in thickness))
    (10|15|20|25|30|40|50)% <$side> pneumothorax
    [PX PE] <size> <$side> hydropneumothorax
    [PX PE] <$side> (loculated |)hydropneumothorax (with an air-fluid level|)
    <size> (residual|postprocedural|postoperative|ex vacuo|iatrogenic) pneumothorax
    residual <$side> apical (pneumothorax|ptx)
    <size> <$side> PTX
    [m] (residual|trace) pleural air at the <$side> apex
    pneumothorax (at the <$side> apex|along the <$side> lateral chest wall|with a visible pleural line)
    deep sulcus sign with pneumothorax on the <$side>
  `,
  denied: `
    pneumothorax
    pneumothorax
    [p] pneumothoraces
    (large|sizable|significant|apical|discernible|detectable|visible|residual|tension|gross) pneumothorax
    <side>(-sided|) pneumothorax
    ptx
    [m] pneumothorax on either side
    apical pneumothorax
    postprocedural pneumothorax
  `,
  clauses: `
    PX+: (a |)(thin|fine) (visceral |)pleural line (is seen |)at the <$side> apex (consistent with|indicating|compatible with) (a |)(small |)pneumothorax
    PX+: the <$side> lung is (partially collapsed|separated from the chest wall) by a pneumothorax
    PX+: <$side> pneumothorax (persists|is again seen|has re-expanded only partially|remains)
    PX+ SD+: <$side> chest tube (is |)(in place|unchanged), with (a |)(persistent|residual|small) (<$side> |apical |)pneumothorax
    PX+: (small|moderate) pneumothorax (following|after|status post) (chest tube removal|biopsy|thoracentesis|line placement)
    PX+: pneumothorax on the (right, none on the left|left, none on the right)
    PX+: critical finding of <$side> pneumothorax was called to <doctor> at <time>
    PX+: pneumothorax is (slightly |)(larger|smaller) (than (on |)(the prior|yesterday)|)
    PX?: lucency at the <$side> (apex|base) (may|might|could) (represent|be|reflect) (a |)(small |tiny |)pneumothorax
    PX?: (apparent |possible |)pleural line at the <$side> apex, (skin fold|skinfold|artifact) (versus|vs.|or) (small |)pneumothorax
    PX?: (a |)(small|tiny|subtle|anterior) pneumothorax (cannot|could not|can not) be (entirely |completely |)excluded
    PX?: linear (density|lucency) over the <$side> upper chest, (question|questionable|?) pneumothorax
    PX?: (upright|expiratory|repeat|decubitus) (view|film|radiograph) (is recommended|is advised|may be helpful|could be obtained) to (exclude|evaluate for|rule out) (a |)(small |)pneumothorax
    PX?: assessment for pneumothorax is limited (by supine (position|technique)|on this supine (film|view|study))
    PX?: (the |)<$side> apex is (obscured|not included), (so|and) (a small |)pneumothorax (is not|cannot be) excluded
    PX-: no (visible |)pleural line (is seen |)to (suggest|indicate) (a |)pneumothorax
    PX-: interval resolution of (the |)(<$side> |previous |)(apical |)pneumothorax
    PX-: <$side> pneumothorax (has (resolved|cleared|completely resolved)|is no longer (seen|evident|appreciated|visible))
    PX-: previously (seen|described|noted) (<$side> |)(apical |)pneumothorax (is not (seen|visualized) today|has resolved|is no longer visualized)
    PX-: the <$side> lung has (fully |completely |)re-expanded (and|with) no (residual |remaining |)pneumothorax
    PX-: pneumothorax: (none|no|absent)
    PX-: no pneumothorax (status post|following|after|post) (central line placement|chest tube removal|line placement|biopsy|thoracentesis|pacemaker insertion|bronchoscopy)
    PX-: linear density at the <$side> apex is a skin fold(,| and| and there is) no pneumothorax
    PX-: (lungs are |both lungs are |)(fully |well |)(expanded|inflated|aerated) without pneumothorax
    PX- SD+: <$side> chest tube (remains |)in (place|position) without (evidence of |)(a |)(residual |)pneumothorax
    PX- OA: (pneumomediastinum|subcutaneous emphysema|soft tissue gas) (is |)(again seen |seen |)(but |, )(no|without) pneumothorax
    PX-: (pneumothorax is|pneumothorax) (not suspected|excluded|unlikely)
    PX-: negative for (ptx|pneumothorax)
  `,
});
