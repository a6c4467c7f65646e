/**
 * @file Sentences around two or three noun phrases of different observations.
 *
 * `<a>` and `<b>` stand bare, `<A>` and `<B>` with their article; `<a-is>` agrees with the first.
 */
import type { FactValue } from "../statement.ts";
import { parseTemplates, type Template } from "../template.ts";

export interface PairFrames {
  readonly values: readonly FactValue[];
  readonly templates: readonly Template[];
}

function frames(values: readonly FactValue[], block: string): PairFrames {
  return { values, templates: parseTemplates(block) };
}

/** A described finding and its asserted explanation. */
export const EXPLAINED = frames(
  ["positive", "positive"],
  `
  <a> <likely-is> <b>
  <A>, <likely-being> <b>
  there <a-is> <A> <likely-being> <b>
  <a>, likely <b>
  <a>, most likely <b>
  there <a-is> <A>, likely <b>
  <a> {likely <b>}
  <a> <compared>, <likely-being> <b>
  <A> <a-is> <seen>, <likely-being> <b>
  <A> <a-is> <seen> and <a-is> (most |)(consistent|compatible) with <b>
  <a> - <likely-being> <b>
  <a>, (which <a-is>|and <a-is>) (unchanged|stable|new|increased), likely <b>
`,
);

/** A described finding and its doubtful explanation. */
export const EXPLAINED_WITH_DOUBT = frames(
  ["positive", "uncertain"],
  `
  <a> <may-be> <b>
  <A>, <perhaps-being> <b>
  there <a-is> <A> <perhaps-being> <b>
  there <a-is> <A>, which (may|might|could) (represent|reflect|be due to|be) <B>
  there <a-is> <A> that (may|might|could) (represent|reflect|be) <B>
  <a>, <perhaps> <b>
  <a>, <perhaps> (representing|due to|reflecting|related to|from) <b>
  <a> {possibly <b>}
  <a> {? <b>}
  <a>, ?<b>
  <a> - <perhaps> <b>
  <A> <a-is> <seen>, (concerning|suspicious|worrisome) for <b>
  <A> <a-is> <seen> (suggestive of|suggesting|raising the possibility of) <b>
  <a>, <b> (cannot be excluded|is not excluded|is possible|suspected|should be considered|is a consideration|not excluded)
  <a>, (cannot|can not|unable to) (exclude|rule out) <b>
  <a>, cannot (entirely |)exclude <b> in the (appropriate|proper) (clinical |)setting
  <a>, (recommend |)(correlate|correlation) (clinically |)for <b>
  <a>, consider <b>
  <a>, favor <b>
  <a>, less likely <b>
  <a>, <follow-up> <recommend> to (exclude|rule out|evaluate for) (underlying |)<b>
  <a> (of uncertain (etiology|significance)), (possibly|perhaps) <b>
  <a> (in the (appropriate|proper|right) clinical (setting|context)|clinically), (could|may) (represent|reflect|be) <b>
  <a> which on the basis of this study (may|could) be <b>
  <a> and possible <b>
  <a> with (possible|probable|questionable|suspected|suggestion of|question of|?) <b>
  <a>, if there is fever consider <b>
`,
);

/** Two open alternatives. */
export const ALTERNATIVES = frames(
  ["uncertain", "uncertain"],
  `
  <a> or <b>
  <a> versus <b>
  <a> vs <b>
  <a> vs. <b>
  <a> and/or <b>
  <a>/<b>
  <a>/<b>
  either <a> or <b>
  (possible|probable|questionable|suspected) <a> or <b>
  possible <a> and <b>
  (may|might|could) (be|represent|reflect) <a> or <b>
  (findings|changes|this|appearance) (may|might|could) (represent|reflect|be due to) <a> (or|versus|and/or) <b>
  (findings|changes|appearance) (suggest|suggestive of|concerning for|suspicious for) <a> (or|and/or|versus) <b>
  (differential (diagnosis |)includes|considerations include|the differential is) <a> (and|versus|or) <b>
  (cannot exclude|difficult to exclude|unable to exclude) <a> or <b>
  (likely |)<a> (versus|vs.) <b>
  <a> (or|versus|and/or) <b> (at|in) the <zone>
  (likely |)(represents|representing|reflects|reflecting|consistent with|due to|secondary to) (either |)<a> (or|versus|and/or|vs) <b>
  <a> (and|or|and/or) <b> (cannot be excluded|are possible|are not excluded|are considerations)
  (question|?) <a> (vs|or|versus) <b>
`,
);

/** A described finding with two open explanations. */
export const EXPLAINED_BY_EITHER = frames(
  ["positive", "uncertain", "uncertain"],
  `
  <a> (which |)(may|might|could) (represent|reflect|be) <b> (or|versus|and/or) <c>
  <a>, <b> (versus|vs|vs.|or|and/or) <c>
  <a>, (either |possibly |probably |)<b> or <c>
  there <a-is> <A>, <b> (versus|vs.|or) <c>
  there <a-is> <A> which (may|could) (represent|reflect|be due to) <b> or <c>
  <a>, <perhaps-being> <b> (or|versus|and/or) <c>
  <a> (representing|reflecting|likely|likely representing|due to|consistent with|related to) (either |)<b> (or|versus|vs|and/or) <c>
  <A> <a-is> <seen>, (differential|the differential|considerations) (includes|include) <b> (and|or|versus) <c>
  <a> {<b> (vs|or) <c>}
  <a>, <b>/<c>
  <a>, question <b> (vs|or) <c>
  <a>, cannot exclude <b> or <c>
`,
);

/** A described finding, its asserted explanation and a less likely one. */
export const EXPLAINED_WITH_REMAINDER = frames(
  ["positive", "positive", "uncertain"],
  `
  <a>, (most |)likely <b>, (less likely|though|although|however|but) <c> (cannot be excluded|is possible|is not excluded)
  <a>, (most |)likely <b>, less likely <c>
  <a> (consistent|compatible) with <b>, (possible|superimposed|underlying) <c> (is |)not excluded
  <a> likely <b>, (but|although|though|however) <c> (cannot be excluded|is also possible|should be considered|could have this appearance)
  <a> likely (representing|reflecting) <b> with (possible|questionable|? superimposed|suspected) <c>
  <a> <likely-is> <b>, early <c> cannot be excluded
`,
);

/** Two findings together. */
export const TOGETHER = frames(
  ["positive", "positive"],
  `
  <a> and <b>
  <a> with <b>
  <a> with (associated|adjacent|accompanying|underlying|overlying|resultant) <b>
  there <a-is> <A> and <B>
  there <a-is> <A> with <b>
  there <a-is> <A> as well as <B>
  <a>, <b>
  <a> plus <b>
  <a> along with <b>
  <a> in addition to <b>
  <a>, with (associated |)<b>
  <a>. <b>
  <a>; <b>
  <a> and <b> (again seen|are unchanged|are stable|have increased|have improved|persist|noted)
  <A> <a-is> <seen>, as <a-is> <B>
  <A> <a-is> <seen>. there <b-is> also <B>
  stable <a> and <b>
  (no change in|no significant change in) the <a> and <b>
  <a> with <b> <compared>
`,
);

/** One finding, another one denied. */
export const WITHOUT = frames(
  ["positive", "negative"],
  `
  <a> without <b>
  <a> without (evidence of|definite|convincing|radiographic evidence of|associated) <b>
  <a> with no <b>
  <a> but no <b>
  <a>, no <b>
  <a>. no <b>
  <a>; no <b>
  <a>, but no (definite |evidence of |associated |)<b>
  there <a-is> <A> but no <b>
  there <a-is> <A> without <b>
  <A> <a-is> <seen>, without <b>
  <A> <a-is> <seen> but there <b-is> no <b>
  no <b>, but there <a-is> <A>
  there <b-is> no <b>, however, <A> <a-is> <seen>
  although there <b-is> no <b>, there <a-is> <A>
  apart from <A>, no <b> (<b-is> <shown>|)
  other than <A>, there <b-is> no <b>
  no <b>. <a>
  no <b> despite <a>
  <a>. there <b-is> no <b>
  <a>. no evidence of <b>
  while <A> <a-is> <seen>, no <b> <b-is> <shown>
`,
);

/** One finding, another one doubtful. */
export const WITH_DOUBTFUL = frames(
  ["positive", "uncertain"],
  `
  <a> with (possible|probable|questionable|suspected) <b>
  <a> and (possible|probable|questionable|suspected) <b>
  <a>, <b> (cannot be excluded|not excluded|is possible)
  <a>. (possible|questionable|suspected|probable) <b>
  there <a-is> <A> and (possibly|perhaps|probably) <B>
  <a>, possibly with <b>
  <a>, superimposed <b> (cannot be excluded|is not excluded|is possible)
  <a>, obscuring possible <b>
  <a>, coexisting <b> is difficult to exclude
`,
);

/** One denied, the other doubtful or left open. */
export const DENIED_AND_DOUBTFUL = frames(
  ["negative", "uncertain"],
  `
  no <a>, (but |although |)(possible|questionable|suspected) <b>
  no <a>. (possible|probable|questionable) <b>
  no <a>, <b> (cannot be excluded|is possible|is not excluded)
  there <a-is> no <a>, but there may be <B>
  without <a>, (possibly|perhaps) <b>
  possible <b>, no <a>
  possible <b> without <a>
`,
);

/** Both denied, in more words than a list. */
export const NEITHER = frames(
  ["negative", "negative"],
  `
  no <a> or <b>
  no <a> and no <b>
  no <a> nor <b>
  neither <a> nor <b> <b-is> <shown>
  no <a>. no <b>
  no <a> is <shown>, and there <b-is> no <b>
  without <a> or <b>
  no evidence of <a> or <b>
  no definite evidence of <a> and no <b>
  no <a>, without <b>
  there <a-is> no <a> or <b>
  <a> or <b> are not <shown>
  <a> or <b> <b-is> not <shown>
  no <a>/<b>
  negative for <a> (or|and) <b>
  no <a> with no <b>
  no <a>; also no <b>
`,
);
