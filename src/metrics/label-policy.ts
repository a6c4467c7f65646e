/**
 * @file What happens to uncertain and blank labels before anything is counted.
 *
 * Policies are explicit: presets fix them, and a signature names each that is not `keep`.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { OBSERVATION_COUNT } from "./tables/label-table.ts";

/** `drop` leaves a cell out of every count when either side is uncertain. */
export type UncertainPolicy = "keep" | "pos" | "neg" | "drop";

/** `neg` reads blank as negative. */
export type BlankPolicy = "keep" | "neg";

/** How uncertain and blank labels are read before counting. */
export interface LabelPolicy {
  /** One policy for all observations, or one each; observations not named keep the class. */
  readonly uncertain: UncertainPolicy | Readonly<Partial<Record<Observation, UncertainPolicy>>>;
  readonly blank: BlankPolicy;
}

/** Leaves all four classes as they are. */
export const KEEP_ALL: LabelPolicy = { uncertain: "keep", blank: "keep" };

/** The code of a cell that is left out. */
export const LEFT_OUT = 4;

const UNCERTAIN_TO = { keep: 3, pos: 1, neg: 2, drop: LEFT_OUT } as const;

/** Applies a policy to class indices, [R, O] → [R, O]. Reference codes above 3 stay. */
export function applyPolicy(classes: Uint8Array, policy: LabelPolicy): Uint8Array {
  if (policy.uncertain === "keep" && policy.blank === "keep") return classes;
  const map = classMap(policy); // [O, 6]
  const result = new Uint8Array(classes.length); // [R, O]
  for (let i = 0; i < classes.length; i++) {
    result[i] = map[(i % OBSERVATION_COUNT) * 6 + classes[i]!]!;
  }
  return result;
}

function classMap({ uncertain, blank }: LabelPolicy): Uint8Array {
  return Uint8Array.from(
    OBSERVATIONS.flatMap((observation) => {
      const policy = typeof uncertain === "string" ? uncertain : (uncertain[observation] ?? "keep");
      return [blank === "neg" ? 2 : 0, 1, 2, UNCERTAIN_TO[policy], LEFT_OUT, 5];
    }),
  );
}
