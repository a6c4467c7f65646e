import { book } from "../book.ts";

/** Broken bones, old or new. */
export const FRACTURE = book("FX", {
  names: `
    fracture
    [p] fractures
    rib fracture
    [p] rib fractures
    compression fracture
    [p] compression fractures
    (nondisplaced|vertebral|clavicle|sternal|wedge|displaced|healing) fracture
    [p] (vertebral|vertebral body|bony|osseous) fractures
    <side> rib fracture
    (insufficiency|stress|pathologic) fracture
  `,
  findings: `
    (<chronic>|acute|subacute|healed|healing|old|remote|nondisplaced|minimally displaced|displaced|comminuted) fracture of the <bone>
    (acute|healed|healing|old|remote|nondisplaced|minimally displaced|displaced|known|angulated) <side> <rib> fracture
    [p] (old|healed|healing|multiple|acute|remote|chronic|several|displaced|nondisplaced|bilateral|subacute) (<side> |<side>-sided |)rib fractures
    [p] fractures of the <side> <rib>
    (mild|moderate|severe|old|chronic|acute|age-indeterminate|anterior wedge|stable|known|new|superior endplate) compression fracture of (<vertebra>|the L1 vertebral body|a mid thoracic vertebra|T12)
    [p] (multiple|old|chronic|several|mild|osteoporotic|unchanged|thoracic) (vertebral |thoracic |vertebral body |)compression fractures
    (<vertebra>|T12|L1|T8|midthoracic) (compression|wedge|burst|insufficiency) fracture
    (old|healed|remote|ununited|malunited|acute|comminuted|plated) (<side> |)(clavicle|clavicular|humeral|proximal humeral|scapular|sternal|humerus) fracture
    [p] (healed |old |)fractures (involving|of) (the <side> <rib>|multiple <side> ribs|the posterior <side> ribs|several ribs)
    fracture deformity of the <bone>
    (old|healed|remote|chronic) fracture deformity (of|involving) the <bone>
    [p] (old|healed|chronic) (<side> |)rib fracture deformities
    (Hill-Sachs|pathologic|osteoporotic|stress|insufficiency|impacted) fracture (of|involving) the <bone>
    nonunited <side> clavicle fracture
    [p] posttraumatic rib fractures on the <side>
    fracture (through|across|at) the <bone>
    [p] sternal and rib fractures
    <side> (rib|clavicle|humeral neck) fracture with (callus formation|mild displacement|early healing|overriding fragments)
    flail segment from multiple <side> rib fractures
  `,
  denied: `
    fracture
    [p] fractures
    (acute|displaced|displaced rib|rib|acute rib|acute osseous|obvious|compression|definite|acute displaced|bony|healing|vertebral compression|visible) fracture
    [p] (acute|displaced|rib|displaced rib|compression|visible|acute displaced|osseous) fractures
    acute fracture or dislocation
    acute fracture or (subluxation|destructive bone lesion|suspicious bone lesion)
    fracture line
    acute bony fracture
    compression fracture
  `,
  clauses: `
    FX+: the <side> (sixth|fourth|7th|5th|lateral eighth) rib is fractured
    FX+: the <side> (sixth and seventh|lateral 4th and 5th|lower) ribs are fractured
    FX+: the <side> (clavicle|humeral neck) is fractured
    FX+: (plate and screw|surgical plate and screw|screw) fixation of (a|an old|a healed) <side> clavicle fracture
    FX+ SD+: (plate and screws|internal fixation hardware|a fixation plate|hardware) (traverse|traverses|transfixes|across|bridging) (a|an old|the healed) (<side> |)(clavicle|clavicular|humeral|proximal humerus) fracture
    FX+ OA: kyphosis with (old |chronic |multiple |)compression (fracture|fractures) (of the thoracic spine|in the mid thoracic spine)
    FX+ OA: (osteopenia|osteoporosis|demineralization|osteopenic bones) with (mild |multiple |chronic |several |a |)(compression fractures|vertebral fractures|wedge fractures|compression fracture at T8)
    FX+: deformity of (the <bone>|the <side> clavicle|<side> ribs|the <side> <rib>) (consistent with|compatible with|likely from|due to|from|likely|in keeping with|reflecting) (an |)(old|healed|prior|remote) (fracture|trauma with fracture)
    FX+: (wedge deformity|wedging|loss of height) (of|at) <vertebra> (consistent with|compatible with|representing|due to|likely) (a |an |)(old |chronic |age-indeterminate |)compression fracture
    FX+: (old|healed) (<side> |)rib deformities (consistent with|from|compatible with) (prior|healed|old) fractures
    FX+: no change in (the |)(old |healed |)(<side> |)(rib|clavicle|compression) (fracture|fractures)
    FX+: no acute fracture, (old|healed|remote) (<side> |)(rib|clavicle) (fracture|fractures) (noted|again seen|are unchanged|present)
    FX+ PX-: <side> rib fractures (without|with no) (evidence of |associated |)(a |)pneumothorax
    FX?: (mild |old |chronic |moderate |stable |anterior |)compression deformity (of|at|involving) (<vertebra>|the L1 vertebral body|T12|a lower thoracic vertebra|a mid thoracic vertebral body)
    FX?: (mild |old |chronic |multiple |several |stable |mild multilevel |)(vertebral |thoracic |vertebral body |)compression deformities( are (seen|noted|unchanged|again noted)| in the thoracic spine|)
    FX?: (possible|questionable|suspected|probable|equivocal|subtle possible|apparent, questionable) (nondisplaced |old |healed |acute |)(<side> |)(rib|clavicle|sternal|compression|vertebral|<rib>) fracture
    FX?: (nondisplaced |acute |subtle |occult |)(rib |)(fracture|fractures) (cannot|could not|can not) be (entirely |)(excluded|ruled out)
    FX?: (irregularity|cortical irregularity|deformity|contour deformity|angulation|lucency|step-off) of the <side> <rib> (may|could|might) (represent|be|reflect|indicate) (a |an )(fracture|old fracture|healed fracture|nondisplaced fracture)
    FX?: deformity of (the <bone>|the sternum), (possibly|probably|question|questionable for|suspicious for|concerning for|perhaps|suggestive of) (an |)(old |prior |healed |acute |)fracture
    FX?: (dedicated |)(rib|rib series|bone|spine|thoracic spine|shoulder) (films|views|radiographs|detail views) (are recommended|may be helpful|could be obtained|recommended) to (exclude|evaluate for|assess for) (a |)(rib |)fracture
    FX?: (wedging|loss of height|height loss) (of|at) <vertebra> (may|could|might) (represent|be|reflect) (an |)(age-indeterminate |old |)(compression |)fracture
    FX?: (if there is|should there be) (clinical concern|concern|point tenderness suspicious) for (rib |)fracture, (dedicated |)(rib |)(views|films) (are|may be) (advised|helpful)
    FX?: (rib |vertebral |)(fracture|fractures) (of indeterminate presence|not excluded|versus (developmental variant|bone island|costochondral calcification|vascular groove))
    FX-: (no|without) (acute |)(fracture|fractures|displaced fracture|fracture or dislocation) (is |)(seen|identified|evident)( in the (ribs|visualized bones|bony thorax)|)
    FX-: (bony thorax|bones|ribs|osseous structures|skeletal structures|visualized bones) (is|are) (intact|unremarkable) (without|with no) (acute |evidence of |)(fracture|displaced fracture|fractures)
    FX-: (bones|skeleton|osseous structures|ribs): no (acute |displaced |)(fracture|fractures)
    FX-: the (ribs|clavicles|bones|visualized ribs) (show|demonstrate) no (acute |displaced |)(fracture|fractures)
    FX-: (vertebral body heights are (maintained|preserved)) (without|and there is no) (compression |)fracture
    FX- OA: (degenerative changes|spondylosis|osteopenia|degenerative disc disease|scoliosis) (without|with no|but no) (acute |compression |evidence of )fracture
    FX-: (fracture|rib fracture|acute fracture) (is not (seen|identified|suspected|evident)|is unlikely|excluded)
    FX~: no new (rib |compression |)(fracture|fractures)
    FX~: no (additional|interval|new) (osseous |vertebral |)(fracture|fractures)
  `,
});
