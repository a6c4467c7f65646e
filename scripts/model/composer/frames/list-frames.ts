/**
 * @file Sentences around a list of things: `<list>` is joined with "or", `<list-and>` with "and",
 * and `<no-list>` in any way that stands after "no", repeated negations included.
 */
import { parseTemplates } from "../template.ts";

export const DENIED_LIST = parseTemplates(`
  no <no-list>
  no <no-list>
  no <no-list>
  no <no-list>
  there is no <no-list>
  there is no <no-list>
  there is no <no-list>
  there is no evidence of <list>
  no evidence of <list>
  no (focal|acute|definite|large|significant|convincing|radiographic evidence of|definite evidence of|sign of|signs of|findings of) <list>
  no <list> is <shown>
  no <list> <shown>
  no <list> are <shown>
  without <list>
  without (evidence of|definite|focal|acute) <list>
  lungs are clear without <list>
  (the |)lungs are clear, (without|with no) <list>
  (the |both |)lungs are (clear|free) of <list>
  (the |both |)(lungs|lung fields) (are|appear|remain) without (evidence of |)<list>
  (the |)lungs demonstrate no <no-list>
  (the |)(heart and lungs|lungs and pleura) show no <list>
  no (typical |)(findings|features|signs|radiographic findings) of <list>
  (clear|well-aerated|well expanded) lungs(,| with| -) no <no-list>
  (the |)lungs are clear and there is no <no-list>
  (the |)lungs are clear, no <no-list>
  lungs (are |)(well expanded|well aerated|clear) (without|with no) <list>
  lungs clear, no <no-list>
  clear lungs without <list>
  negative for <list>
  <list-and> are (absent|not <shown>)
  <list> is not <shown>
  (specifically, |in particular, |)(there is |)no <no-list>
  (the |)(chest|exam|study|radiograph) (shows|demonstrates) no <list>
  I see no <list>
  no <list> bilaterally
  no <mark>, <list>
  no <list> or <mark>
  no <list> at this time
  (nothing|no findings) to suggest <list>
  (absence of|absent) <list>
  no <list> (on (this|the current) exam|today|currently)
  free of <list>
`);

export const AFFIRMED_LIST = parseTemplates(`
  <list-and>
  <list-and>
  there is <list-and>
  (findings|changes) (include|including) <list-and>
  <list-and> (are |)(again |)(seen|noted|unchanged|present|stable)
  (again |)(noted|seen) are <list-and>
  (stable|unchanged|persistent) <list-and>
  (multiple findings including|findings consistent with|consistent with|remarkable for|significant for|notable for) <list-and>
  (examination|exam|study) (demonstrates|shows|reveals) <list-and>
  <list-and> as (above|described)
  <list-and> <compared>
`);

export const HEDGED_LIST = parseTemplates(`
  (possible|probable|questionable|suspected) <list>
  (could|may|might) (represent|be|reflect) <list>
  (differential (diagnosis |)includes|considerations include|differential considerations include) <list>
  (findings|changes) (may|could) (represent|reflect|be due to) <list>
  (cannot exclude|unable to exclude|difficult to exclude) <list>
  <list> (cannot be excluded|are considerations|could have this appearance|should be considered)
  (suspicious for|concerning for|suggestive of|question of|concern for) <list>
  <list>?
`);

export interface ListStyle {
  readonly separator: string;
  readonly last: string;
  /** Shortest list that can be read without doubt in this style. */
  readonly minLength: number;
}

/** How lists are joined; `<word>` is the conjunction. */
export const LIST_STYLES: readonly ListStyle[] = [
  { separator: ", ", last: ", <word> ", minLength: 3 },
  { separator: ", ", last: ", <word> ", minLength: 3 },
  { separator: ", ", last: " <word> ", minLength: 2 },
  { separator: ", ", last: " <word> ", minLength: 2 },
  { separator: " <word> ", last: " <word> ", minLength: 2 },
  { separator: "/", last: "/", minLength: 2 },
  { separator: ", ", last: ", ", minLength: 3 },
];

/** Lists in which "no" comes again before each member or before the last. */
export const NO_LIST_STYLES: readonly ListStyle[] = [
  ...LIST_STYLES,
  ...LIST_STYLES,
  { separator: ", no ", last: ", no ", minLength: 2 },
  { separator: ", no ", last: ", or ", minLength: 3 },
  { separator: ", no ", last: " and no ", minLength: 2 },
  { separator: ", no ", last: ", and no ", minLength: 2 },
  { separator: "; no ", last: "; no ", minLength: 2 },
  { separator: ". no ", last: ". no ", minLength: 2 },
  { separator: ", ", last: ", nor ", minLength: 2 },
  { separator: ", nor ", last: ", nor ", minLength: 2 },
];
