/**
 * @file From the options of a run to a convention and an interval plan.
 */
import { UsageError } from "../../base/errors.ts";
import type { ZeroDivision } from "../../metrics/binary-counts.ts";
import { composeConvention, positiveOnlyConvention } from "../../metrics/compose-convention.ts";
import type { Convention } from "../../metrics/convention.ts";
import type { BlankPolicy, UncertainPolicy } from "../../metrics/label-policy.ts";
import { parseLabelSet } from "../../metrics/label-set.ts";
import type { Average } from "../../metrics/measure.ts";
import { type PresetName, preset } from "../../metrics/presets.ts";
import { parseReading } from "../../metrics/reading.ts";
import type { IntervalPlan } from "../../metrics/score-tables.ts";
import type { IntervalMethod } from "../../metrics/statistics/interval.ts";

/** Values of the convention options; `undefined` where not given. */
export interface ConventionChoice {
  readonly preset: PresetName | undefined;
  readonly reading: string | undefined;
  readonly labelSet: string | undefined;
  readonly average: string | undefined;
  readonly zeroDivision: ZeroDivision | undefined;
  readonly uncertain: UncertainPolicy | undefined;
  readonly blank: BlankPolicy | undefined;
}

export interface IntervalChoice {
  readonly ci: IntervalMethod | "none" | undefined;
  readonly resamples: number | undefined;
  readonly seed: number | undefined;
}

const AVERAGES: readonly Average[] = ["micro", "macro", "weighted", "samples", "subset"];

/** Chooses the convention; a preset fixes all parts, so parts beside it are refused. */
export function chooseConvention(choice: ConventionChoice, fallback: PresetName): Convention {
  const parts = givenParts(choice);
  if (choice.preset !== undefined) {
    if (parts.length === 0) return preset(choice.preset);
    throw new UsageError(
      "METRIC_PRESET_WITH_PARTS",
      `Expected --preset or the parts of a convention, got --preset ${choice.preset} and ${parts.join(", ")}`,
      { hint: "Leave out --preset to compose a convention" },
    );
  }
  if (parts.length === 0) return preset(fallback);
  return composeConvention({
    ...(choice.reading === undefined ? {} : { reading: parseReading(choice.reading) }),
    ...(choice.labelSet === undefined ? {} : { labelSet: parseLabelSet(choice.labelSet) }),
    ...(choice.average === undefined ? {} : { averages: parseAverages(choice.average) }),
    ...(choice.zeroDivision === undefined ? {} : { zeroDivision: choice.zeroDivision }),
    ...(choice.uncertain === undefined ? {} : { uncertain: choice.uncertain }),
    ...(choice.blank === undefined ? {} : { blank: choice.blank }),
  });
}

/** Chooses the convention for positive-only gold, where only a label set and 0/0 can be chosen. */
export function choosePositiveOnly(choice: ConventionChoice): Convention {
  const { labelSet, zeroDivision } = choice;
  const parts = givenParts({ ...choice, labelSet: undefined, zeroDivision: undefined });
  const refused = choice.preset === undefined ? parts : ["--preset", ...parts];
  if (0 < refused.length) {
    throw new UsageError(
      "METRIC_POSITIVE_ONLY_GOLD",
      `Expected no convention beside --gold-kind positive-only, got ${refused.join(", ")}`,
      { hint: "An empty cell of such gold is not a negative; both readings are always reported" },
    );
  }
  return positiveOnlyConvention(
    labelSet === undefined ? undefined : parseLabelSet(labelSet),
    zeroDivision,
  );
}

/** Chooses how intervals are made: options first, then the preset, then BCa with 2,000. */
export function chooseInterval(
  { ci, resamples, seed }: IntervalChoice,
  { interval }: Convention,
): IntervalPlan | undefined {
  if (ci === "none") return undefined;
  const method = ci ?? interval?.method ?? "bca";
  return {
    method,
    resamples: resamples ?? interval?.resamples ?? (method === "paper" ? 1000 : 2000),
    seed: seed ?? interval?.seed ?? 7,
  };
}

/** The flags of the given parts, for messages. */
function givenParts(choice: ConventionChoice): readonly string[] {
  const { reading, labelSet, average, zeroDivision, uncertain, blank } = choice;
  const parts = {
    "--reading": reading,
    "--label-set": labelSet,
    "--average": average,
    "--zero-division": zeroDivision,
    "--uncertain": uncertain,
    "--blank": blank,
  };
  return Object.entries(parts).flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
}

function parseAverages(text: string): readonly Average[] {
  return text.split(",").map((word) => {
    const found = AVERAGES.find((name) => name === word.trim());
    if (found !== undefined) return found;
    throw new UsageError(
      "METRIC_UNKNOWN_AVERAGE",
      `Expected averages among ${AVERAGES.join(", ")}, got "${word.trim()}"`,
    );
  });
}
