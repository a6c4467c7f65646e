/**
 * @file One statement of any kind, for short reports: each is drawn on its own, so that rare
 * observations and classes come as often as common ones.
 */
import { BOOKS } from "../books/library.ts";
import { NORMAL_BY_REGION, NORMAL_CHEST, NOTHING_ACUTE, REMARK_CLAUSES } from "../books/neutral.ts";
import { OTHER_CLAUSES } from "../books/other-abnormalities.ts";
import { REVISIONS } from "../books/revisions.ts";
import { affirmList, denyList, hedgeList } from "../list-statement.ts";
import { statePair } from "../pair-statement.ts";
import { chance, integer, pick, pickWeighted, type Random, shuffle } from "../random.ts";
import { sayClause, stateObservation } from "../single-statement.ts";
import type { Code, FactValue, Statement } from "../statement.ts";
import type { Scope } from "../template.ts";
import { stateOther } from "./other-statement.ts";

const KIND_WEIGHTS = {
  observation: 42,
  pair: 17,
  deniedList: 9,
  affirmedList: 2,
  hedgedList: 1.5,
  heart: 8,
  other: 9,
  nothingAcute: 4,
  normalChest: 2.5,
  normalRegion: 6,
  remark: 1.5,
  revision: 1.2,
} as const;

/** Rare observations and weak ones of earlier models come more often than in real reports. */
const CODE_WEIGHTS: Readonly<Record<Code, number>> = {
  EC: 7,
  CM: 8,
  LO: 11,
  LL: 10,
  ED: 9,
  CO: 7,
  PN: 8,
  AT: 8,
  PX: 7,
  PE: 9,
  PO: 9,
  FX: 8,
  SD: 10,
};

const VALUE_WEIGHTS: Readonly<Record<FactValue, number>> = {
  positive: 40,
  negative: 25,
  uncertain: 30,
  open: 5,
};

/** Observations of a denied list, the usual ones first. */
const DENIED_WEIGHTS = {
  PE: 10,
  PX: 10,
  CO: 8,
  LO: 8,
  PN: 3,
  ED: 4,
  LL: 3,
  AT: 1.5,
  FX: 1,
  PO: 1,
  CM: 1,
  EC: 0.5,
} as const satisfies Partial<Record<Code, number>>;

export function drawStatement(scope: Scope): Statement {
  const { random } = scope;
  const kind = pickWeighted(random, KIND_WEIGHTS);
  switch (kind) {
    case "observation":
      return stateObservation(
        pickWeighted(random, CODE_WEIGHTS),
        pickWeighted(random, VALUE_WEIGHTS),
        scope,
      );
    case "pair":
      return statePair(scope);
    case "deniedList":
      return denyList(
        drawDeniedCodes(random, integer(random, 2, chance(random, 0.2) ? 7 : 4)),
        scope,
      );
    case "affirmedList":
      return affirmList(
        shuffle(random, ["CM", "ED", "PE", "AT", "LO", "CO", "SD", "PO", "LL"] as const).slice(
          0,
          integer(random, 3, 4),
        ),
        scope,
      );
    case "hedgedList":
      return hedgeList(
        shuffle(random, ["PN", "AT", "LO", "ED", "CO", "PE"] as const).slice(
          0,
          integer(random, 2, 4),
        ),
        scope,
      );
    case "heart":
      return stateHeart(scope);
    case "other":
      return chance(random, 0.5)
        ? stateOther(scope)
        : sayClause(pick(random, OTHER_CLAUSES), scope);
    case "nothingAcute":
      return sayClause(pick(random, NOTHING_ACUTE), scope);
    case "normalChest":
      return { ...sayClause(pick(random, NORMAL_CHEST), scope), claimsNormalChest: true };
    case "normalRegion":
      return sayClause(pick(random, pick(random, Object.values(NORMAL_BY_REGION))), scope);
    case "remark":
      return sayClause(pick(random, REMARK_CLAUSES), scope);
    case "revision":
      return sayClause(pick(random, REVISIONS), scope);
    default:
      return kind satisfies never;
  }
}

export function drawDeniedCodes(random: Random, count: number): readonly Code[] {
  const codes = new Set<Code>();
  while (codes.size < count) codes.add(pickWeighted(random, DENIED_WEIGHTS));
  return [...codes];
}

/** Heart and mediastinum as reports speak of them most: normal, or only stable. */
function stateHeart(scope: Scope): Statement {
  const { clauses } = BOOKS[pick(scope.random, ["EC", "EC", "CM"] as const)];
  const value = pickWeighted(scope.random, { negative: 6, open: 3, positive: 1 });
  return sayClause(pick(scope.random, clauses[value]), scope);
}
