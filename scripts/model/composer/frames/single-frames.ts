/**
 * @file Sentences around one noun phrase, by what they make of it.
 *
 * `<np>` is the phrase with its article, `<bare>` without; `<is>`, `<has>`, `<was>` agree with it.
 */
import type { FactValue } from "../statement.ts";
import { parseTemplates } from "../template.ts";

/** Fit whatever can be seen, a wire as well as an effusion. */
const PRESENT = parseTemplates(`
  there <is> <np>
  there <is> <np>
  there <is> (again|also|now|still|once again) <np>
  <bare>
  <bare>
  <bare>
  <bare> (again |)<seen>
  <np> <is> <seen>
  <np> <is> <seen>
  <np> <is> (stable|unchanged|again noted|present) <compared>
  <bare> <stayed>
  <bare> <stayed> <compared>
  (stable|unchanged) appearance of <bare>
  (no change|no significant change|little change|no interval change|without change) in the <bare>
  (again |once again |)(noted|seen|demonstrated|identified) <is> <np>
  (redemonstration|re-demonstration) of <np>
  (the |)(patient|study|exam|film) (has|shows|demonstrates|reveals) <np>
  (the |)((chest|radiograph|examination|study|film|lateral view) (shows|demonstrates|reveals)|lungs (show|demonstrate)) <np>
  (the |)(lateral|frontal|portable) (view|film) (shows|confirms|demonstrates) <np>
  (also |)(noted|seen|evident|present) <is> <np>
  <np> <is> (unchanged and persistent|still <seen>)
  persistent and unchanged <bare>
  <bare> (noted|seen|present|identified|evident|visible) (again|today|on the lateral view|on the frontal view|on both views|)
  <bare> <compared>
  (suboptimal study|limited exam|portable film|allowing for technique|rotated film), (but |)<bare> (<is> <seen>|)
  (note is made of|incidental note is made of|there is evidence of|evidence of|evidence for|we see) <bare>
  (positive for|remarkable for|notable for|significant for|concordant with known) <bare>
  (exam|examination|study|chest x-ray) is (notable|remarkable|significant) for <np>
  in addition, there <is> <np>
  additionally, <np> <is> <seen>
  as before, (there <is> |)<np>
  <bare> as described(| above)
  <np> as (above|described above|noted)
  I (see|note) <np>
  (impression: |diagnosis: |conclusion: |finding: )<bare>
  <bare> without (significant |)(change|interval change)
  <bare> {stable}
  <bare> {<compared>}
`);

/** Fit a disease that comes, goes or is inferred. */
const CHANGING = parseTemplates(`
  the (main|dominant|major|salient) finding is <np>
  <np> <is> again the (main|dominant) finding
  (evolution|continued evolution|expected evolution) of <bare>
  <np> <is> slightly (more|less) (prominent|conspicuous|pronounced|extensive) (than before|today|<compared>|)
  <np> <is> (about|much|essentially) the same
  there is no doubt (of|about) <np>
  no evidence that the <bare> <has> (resolved|cleared|decreased)
  <np> <has> not (yet |)(cleared|resolved|improved)
  <np> <is> (better|worse|slightly better|slightly worse|more severe|less severe)
  <np> <has> <increased>
  <bare> <has> <increased> <compared>
  <np> <has> <decreased>
  <bare> <has> <decreased> <compared>
  (interval |)(increase|worsening|progression) (in|of) <bare>
  (interval |slight interval |)(decrease|improvement|partial clearing) (in|of) <bare>
  (interval |)(development|appearance) of <np>
  (findings|appearance|appearances|features|the findings) (are |)(consistent|compatible|in keeping) with <np>
  (findings|changes|appearance) most (compatible|consistent) with <np>
  (likely|most likely) <bare>
  <bare> (is likely|likely|most likely)
  this (represents|is consistent with|is compatible with|likely represents|most likely reflects) <np>
  <np>, (stable|unchanged|new|improved|slightly worse|increased|decreased|similar to prior|not significantly changed|better|worse)
  (new|persistent|continued|known|residual|increasing|improving|developing|recurrent) <bare>
  <np> which <is> (stable|unchanged|new|increased|improved|slightly smaller|more pronounced) <compared>
  <np> that <was> (present|seen) (previously|on the prior) and <has> not (changed|resolved)
  (compared to the prior, |since <date>, |in the interval, )there <is> <np>
  when compared to <date>, <np> <has> (not changed|progressed|improved|increased slightly)
  <bare> <has> not (resolved|cleared|changed)
  no (resolution|clearing|improvement) of (the |)<bare>
  <bare> <is> not (resolved|significantly changed|new)
  (continued|ongoing|incomplete) (clearing|improvement|resolution) of <bare>
  <np> (superimposed on|on a background of|in the setting of) (chronic lung changes|known disease|low lung volumes)
  <np> (accounts for|explains) the (finding|appearance|clinical symptoms)
  worsened <bare>
`);

const DENIED = parseTemplates(`
  (the |both |)(lungs|lung fields) (are|appear|remain) without <bare>
  no typical findings of <bare>
  (the |)lungs demonstrate no <bare>
  no <bare>, however small, <is> <shown>
  <bare> <is> nowhere <shown>
  I am not able to (identify|see) <bare>
  no <bare> to (account for|explain) the (symptoms|pain|patient's complaints|fever)
  (lack of|no radiographic sign of|no trace of|no hint of) <bare>
  (previously |earlier |)(questioned|suspected) <bare> <is> not confirmed
  (happily|fortunately|reassuringly), no <bare>
  (the |)patient has no <bare>
  (there <has> been |)no development of <bare>
  <bare> (can be|is now|is confidently) excluded
  no <bare>
  no <bare>
  no <bare>
  no <bare>
  there <is> no <bare>
  there <is> no <bare>
  there <is> no evidence (of|for) <bare>
  no evidence (of|for) <bare>
  no (definite|obvious|convincing|significant|focal|visible|radiographic) <bare>
  no (radiographic |plain film |definite |convincing |obvious |direct |other |x-ray )(evidence|sign|signs|findings|suggestion|indication) of <bare>
  no <bare> <is> <shown>
  no <bare> <is> <shown>
  no (definite |obvious |convincing |)<bare> <is> <shown>
  no <bare> <shown>
  without <bare>
  without (evidence of |radiographic evidence of |definite |convincing |obvious )<bare>
  negative for <bare>
  (study is |exam is |chest is |film |radiograph |lungs are |examination |)negative for <bare>
  (the |both |)lungs are (clear|free) of <bare>
  (lungs |both lungs |)clear of <bare>
  (lungs are clear|lungs clear|clear lungs|the lungs are well aerated|lungs are well expanded) without <bare>
  (lungs are clear|lungs clear|the lungs are clear), no <bare>
  (lungs are clear|the lungs are well-expanded) (and there <is>|with) no <bare>
  <bare> <is> not <shown>
  <bare> <is> not (radiographically |definitely |clearly |)<shown>
  <bare> <is> absent
  <bare> <has> not (developed|occurred|been demonstrated)
  (I do not see|I see no|we see no|one sees no|I find no) (evidence of |)<bare>
  (the |)(exam|study|chest|radiograph|film|examination) (shows|demonstrates|reveals) no (evidence of |)<bare>
  (nothing|no finding|no findings|no abnormality) to (suggest|indicate) <bare>
  (nothing|no finding|no findings) (suggestive of|concerning for|suspicious for|specific for) <bare>
  neither lung shows <bare>
  <bare> (ruled out|is ruled out|excluded|has been excluded|was excluded)
  (absence of|absent) <bare>
  (specifically|in particular|also), (there <is> |)no <bare> (<is> <shown>|)
  at this time (there <is> |)no <bare>
  no <bare> (at this time|on this exam|on this study|on today's study|on the current exam|currently|today|on the lateral view|by radiograph|on either view)
  not <seen> <is> <bare>
  no <mark> <bare>
  no evidence of <mark> <bare>
  no <bare> (bilaterally|on either side|on the left or right)
  free of <bare>
  <bare> <is> (unlikely|not suspected|not favored|felt unlikely|considered unlikely|highly unlikely)
  (unlikely|very unlikely|doubt) <bare>
  I doubt <bare>
  no <bare> or other (acute |)(abnormality|process|finding)
  there <has> been no <bare>
  (not|is not|findings are not) (consistent with|suggestive of|typical of|compatible with) <bare>
`);

const GONE = parseTemplates(`
  (interval |complete |)(resolution|clearing|disappearance) of (the |)(previously (seen|noted|described) |prior |)<bare>
  (the |)(previously (seen|noted|described|identified)|prior|previous) <bare> <has> (resolved|cleared|completely resolved|completely cleared|disappeared|since resolved)
  (the |)<bare> (seen|noted|described) (previously|on the prior (exam|study|film)|on <date>) <is> no longer (seen|present|evident|visible|identified|appreciated)
  <bare> no longer (seen|present|evident|identified|visualized)
  <bare> <has> (resolved|cleared|completely cleared|entirely resolved) (<compared>|)
  <bare> <is> (now |)(resolved|gone|completely cleared)
  resolved <bare>
  no (residual|remaining|persistent|persisting|recurrent) <bare>
  (the |)<bare> (described|seen) on (the |)(prior|previous) (study|exam|CT) <is> not (seen|present|evident) (today|now|on this exam|currently)
  there <has> been (interval |complete |)(resolution|clearing) of <bare>
  previous <bare> not (seen|evident) on (this|today's) (study|exam)
`);

const HEDGED = parseTemplates(`
  <np>, (partly hidden by the heart|partly obscured by overlying structures|not well seen on this view|seen on the frontal view only), (cannot be excluded|is possible|is suspected|is questioned)
  (cannot|can not|difficult to) exclude, on this (portable|limited|single|supine|rotated) (view|film|study), <np>
  <np> seen only on (one|the lateral|the frontal) view, (possibly artifactual|of doubtful reality|which may not be real)
  (it is |)(unclear|uncertain|not clear) whether there <is> <np>
  whether this represents <np> is (uncertain|unclear|not certain|hard to tell)
  <np> would be in the differential
  there is some (question|suspicion|concern) of <np>
  suspicion is raised for <np>
  the (finding|appearance|change) (raises|raised) the (question|possibility) of <np>
  <np> (may|might|could) (well |)(explain|underlie|account for) (this|the finding|the appearance)
  I (suspect|question|wonder about) <np>
  (possible|probable|questionable|suspected|presumed|equivocal) <bare>
  (possible|probable|questionable|suspected|potential) <bare>
  (question|question of|questionable|query|?|possibility of|suspicion of|suspicion for|suggestion of) <bare>
  (there <is> |)(possible|probable|questionable|suspected) <bare>
  (there (may|might|could) be|there is possibly|there is probably) <np>
  (may|might|could) (be|represent|reflect) <np>
  this (may|might|could) (represent|reflect|be|indicate) <np>
  (findings|changes|appearance|this appearance|these findings) (may|might|could) (represent|reflect|indicate|be due to|relate to|be related to|be secondary to|suggest) <np>
  (findings|changes|appearance|appearances) (suggest|suggesting|suggestive of|are suggestive of|raise the possibility of|raise the question of|are suspicious for|are concerning for|are worrisome for|concerning for|suspicious for|worrisome for) <np>
  (suspicious|concerning|worrisome|suggestive|equivocal) (for|of) <bare>
  suggestive of <bare>
  (concern|suspicion|possibility) (for|of) <bare> (is raised|exists|remains|)
  (there is |)(concern for|suspicion of|suggestion of|a question of|the possibility of|a suggestion of) <np>
  <np> (cannot|can not|could not|can't) be (excluded|ruled out|entirely excluded|completely excluded|definitively excluded)
  <bare> (cannot|can not|could not) be (excluded|ruled out|entirely excluded)
  <bare> <is> not (excluded|entirely excluded|ruled out|definitely excluded)
  (cannot|can not|unable to|could not|difficult to) (exclude|rule out|entirely exclude|completely exclude) <np>
  <bare> <is> (possible|suspected|questioned|a consideration|a possibility|a concern|difficult to exclude|in the differential|equivocal)
  <np> (may|might|could) (be present|exist|be developing|account for this|be considered)
  (consider|please consider|would consider|one should consider) <np>
  (favor|I favor|favored to be|favoring|would favor) <np>
  <bare> (favored|is favored|suspected|questioned|not excluded|possible|suggested|to be considered)
  (differential (diagnosis |)includes|the differential includes|differential considerations include|differential would include|considerations include) <np>
  (correlate|please correlate|clinical correlation|correlate clinically|clinical correlation recommended|correlation) for <bare>
  if (there is |)(clinical |)(concern for|suspicion of) <bare>, <follow-up> <recommend>
  <follow-up> <recommend> to (exclude|rule out|evaluate for|assess for|confirm or exclude) <np>
  (followup|follow up|CT|repeat film|additional views) (recommended |advised |)to (exclude|rule out) <np>
  (apparent|perhaps|possibly|probably|presumably|questionably|potentially|conceivably) <np>
  (perhaps|possibly|probably|presumably) (there is |there are |)<np>
  <np>, (possible|probable|questionable|suspected|not certain|equivocal|though this is uncertain)
  <bare>?
  ? <bare>
  (less likely|alternatively|conceivably) <bare>
  evaluation (for|of) <bare> is limited (by <mark>|by technique|by overlying structures|by rotation|on this portable study|)
  (limited exam|portable film|suboptimal film|poor inspiration), <bare> (cannot be excluded|not excluded|may be present)
  (it is |)(difficult|hard|impossible) to (exclude|tell whether there is) <np>
  (early|subtle|developing|underlying|superimposed|mild|small|coexisting) <bare> (cannot be|is not|could not be) (entirely |)(excluded|ruled out)
  (equivocal|indeterminate|inconclusive) for <bare>
  (clinically|if) suspected, <bare> (should be evaluated with|could be assessed by) (CT|followup|additional views)
  I cannot exclude <np>
  no definite <bare>, but (a subtle one|this|one) cannot be excluded
  <bare> versus (artifact|technique|summation|overlapping structures|superimposition|projection)
  <np> or (artifact|summation of shadows|overlapping structures|superimposed shadows)
  <bare> (vs|vs.|versus) (positioning|technique|normal variant)
  either <bare> or (artifact|technique)
  (raises|raising) (the |)(possibility|question|concern) of <np>
  in the (appropriate|proper|right) clinical (setting|context), (this |)(could|may) (represent|reflect|be) <np>
`);

const LEFT_OPEN = parseTemplates(`
  no new <bare>
  no new (or increasing |or worsening |or enlarging |)<bare>
  there <is> no new <bare>
  no (increase|interval worsening|worsening|progression|interval increase) in <bare>
  no (additional|interval|further|worsening|progressive|increasing|enlarging) <bare>
  no (interval development|development|evidence) of new <bare>
  no new <bare> <compared>
  no new <bare> <is> <shown>
  without (new|increase in|worsening) <bare>
`);

/** Frames by what they say of their noun phrase; `denied` and `gone` both make it negative. */
export const SINGLE_FRAMES = {
  present: PRESENT,
  changing: CHANGING,
  denied: DENIED,
  gone: GONE,
  hedged: HEDGED,
  leftOpen: LEFT_OPEN,
} as const;

export type SingleFrameKind = keyof typeof SINGLE_FRAMES;

export const VALUE_OF_FRAME = {
  present: "positive",
  changing: "positive",
  denied: "negative",
  gone: "negative",
  hedged: "uncertain",
  leftOpen: "open",
} as const satisfies Record<SingleFrameKind, FactValue>;
