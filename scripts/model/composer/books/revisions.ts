/**
 * @file Statements that take back what was said before: the later one counts alone.
 */
import { parseClauses } from "../book.ts";

export const REVISIONS = parseClauses(`
  PX+ PX!-: pneumothorax at the <$side> apex. (addendum: |correction: |on further review, )(this is a skin fold, there is no pneumothorax|the line is a skin fold and there is no pneumothorax)
  PX? PX!-: (initially |at first )(a |)<$side> pneumothorax was suspected, (the repeat|a repeat|an expiratory) (film|view|study) shows no pneumothorax
  PX? PX!-: possible <$side> apical pneumothorax. (repeat upright view|repeat film|addendum): no pneumothorax
  PX? PX!+: possible <$side> pneumothorax. (addendum|expiratory film|follow-up view): (a |)(small |)pneumothorax is confirmed
  LL? LL!-: possible nodule (in|at) the <zone>. (repeat (film|views) with nipple markers|addendum|on (oblique|lordotic) views): (this was the nipple, no nodule|no nodule is seen|the density does not persist and there is no nodule)
  LL+ LL!-: <mm> nodule (in|at) the <zone>. (addendum after review of the CT|correction|after comparison with CT): (the density is (bony|a vessel) and there is no (lung |pulmonary |)nodule|no pulmonary nodule)
  LL? LL!+: questionable nodule (in|at) the <zone>, (confirmed on the lateral view as a nodule|the lateral view confirms a <mm> nodule)
  LO? LO!-: (questionable|possible) infiltrate at the <$side> base on the (frontal view|portable film), (the lateral view shows no infiltrate|not confirmed on the lateral view and no infiltrate is present)
  LO+ LO!-: opacity at the <$side> base. (on the repeat film with deeper inspiration|addendum|repeat study): (the opacity is no longer seen|no opacity is present)
  LO? LO!+: (questionable|possible) opacity (in|at) the <zone>, (confirmed by the lateral view as an opacity|the lateral view confirms an infiltrate)
  PE? PE!-: (possible|suspected) (small |)<$side> effusion, (decubitus views show no effusion|the decubitus film shows no pleural fluid)
  PE? PE!+: (possible|suspected) <$side> effusion, (decubitus views confirm|the lateral view confirms) a (small|layering) effusion
  FX? FX!-: (possible|questionable) <side> rib fracture. (rib detail views|dedicated rib films|addendum): no fracture
  FX? FX!+: (possible|questionable) <side> rib fracture. (rib detail views|dedicated films|addendum): (nondisplaced fracture|fracture) of the <side> <rib> is (confirmed|present)
  PN? PN!-: (pneumonia was (questioned|suspected) on the (preliminary|initial) reading|preliminary report: possible pneumonia). (final|final reading|attending review): no pneumonia
  CM+ CM!-: (preliminary report: cardiomegaly|cardiomegaly was called on the preliminary report). (final (report|reading)|on review): heart size is normal
  CM? CM!-: heart (appears|looks) borderline on the AP view, (the PA view shows a normal heart size|normal in size on the PA view)
  EC? EC!-: (apparent widening|possible widening) of the mediastinum on the (supine|portable) film, (the upright PA view shows a normal mediastinum|mediastinum is normal on the PA view)
  AT? AT!-: possible (left |right |)basilar atelectasis, (cleared|not present|gone) on the repeat (deep inspiration |)film which shows no atelectasis
  ED? ED!-: (edema was suggested|mild edema was suspected) on the preliminary (reading|report). final: no edema
  SD+ SD!-: (NG tube|ET tube|chest tube) in place. (addendum: |subsequent film: )the tube (has since been|was subsequently) removed
`);
