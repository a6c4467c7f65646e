/**
 * @file A statement on an abnormality that only keeps No Finding blank.
 */
import { OTHER_FINDINGS } from "../books/other-abnormalities.ts";
import { SINGLE_FRAMES } from "../frames/single-frames.ts";
import { agreement, speak } from "../noun-phrase.ts";
import { chance, pick } from "../random.ts";
import type { Statement } from "../statement.ts";
import { expand, type Scope } from "../template.ts";
import { tidyText } from "../tidy-text.ts";

export function stateOther(scope: Scope): Statement {
  const spoken = speak(pick(scope.random, OTHER_FINDINGS), scope);
  const slots = {
    ...agreement(spoken),
    np: spoken.withArticle,
    bare: spoken.bare,
    mark: scope.removalMark,
  };
  const frames = chance(scope.random, 0.12) ? SINGLE_FRAMES.hedged : SINGLE_FRAMES.present;
  const text = tidyText(expand(pick(scope.random, frames), { ...scope, slots }));
  return { text, facts: [], isOtherAbnormality: true };
}
