/**
 * @file Gold that records positives only, with its marks, against a candidate table.
 */
import { InputError, UsageError } from "../base/errors.ts";
import { OBSERVATIONS, type Observation, parseObservation } from "../labels/observations.ts";
import type { Convention } from "./convention.ts";
import { needsFourClasses } from "./convention.ts";
import { POSITIVE_WITHOUT_TEXT } from "./joint-counts.ts";
import { LEFT_OUT } from "./label-policy.ts";
import { type ScoreOptions, type ScoreResult, scorePair } from "./score-tables.ts";
import { type LabelTable, OBSERVATION_COUNT, selectRows } from "./tables/label-table.ts";

/** What the coders of a gold row said beyond its labels. */
export interface GoldMarks {
  /** Observations whose cell counts nowhere. */
  readonly ambiguous: readonly Observation[];
  /** Positives whose words are not in the text: they never count in recall. */
  readonly noTextEvidence: readonly Observation[];
  /** Leaves the report out. */
  readonly exclude: boolean;
}

/** Positive-only gold: a table and one mark per row. */
export interface PositiveOnlyGold {
  readonly table: LabelTable;
  readonly marks: readonly GoldMarks[];
}

/**
 * Scores matched rows against positive-only gold.
 *
 * @throws UsageError when the convention asks for classes that such gold does not have.
 * @throws InputError when the gold says negative or uncertain.
 */
export function scorePositiveOnly(
  gold: PositiveOnlyGold,
  candidate: LabelTable,
  options: ScoreOptions & { readonly convention: Convention },
): ScoreResult {
  if (needsFourClasses(options.convention)) {
    throw new UsageError(
      "METRIC_POSITIVE_ONLY_GOLD",
      `Expected a positive-only convention for positive-only gold, got ${options.convention.name}`,
      { hint: "An empty cell of such gold is not a negative, so leave out --preset and --reading" },
    );
  }
  const kept = [...gold.table.ids.keys()].filter((row) => gold.marks[row]?.exclude !== true);
  const table = selectRows(gold.table, kept);
  const reference = table.classes.slice(); // [R, O]
  for (const [row, source] of kept.entries()) {
    const marks = gold.marks[source];
    refuseOtherClasses(table, row, source);
    for (const observation of marks?.noTextEvidence ?? []) {
      const cell = row * OBSERVATION_COUNT + OBSERVATIONS.indexOf(observation);
      // A mark on an empty cell says that the words are missing, not that the finding is absent.
      reference[cell] = reference[cell] === 1 ? POSITIVE_WITHOUT_TEXT : LEFT_OUT;
    }
    for (const observation of marks?.ambiguous ?? []) {
      reference[row * OBSERVATION_COUNT + OBSERVATIONS.indexOf(observation)] = LEFT_OUT;
    }
  }
  const matched = selectRows(candidate, kept);
  const clusters = options.interval?.clusters;
  const interval =
    clusters === undefined
      ? options.interval
      : { ...options.interval, clusters: kept.map((row) => clusters[row] ?? "") };
  const pair = { reportCount: kept.length, reference, candidate: matched.classes };
  return scorePair(pair, table.ids, {
    ...options,
    ...(interval === undefined ? {} : { interval }),
  });
}

/**
 * Reads the marks of a gold row: lists of observations separated by semicolons, and a flag or a
 * reason.
 *
 * @throws InputError when a mark names no observation.
 */
export function parseGoldMarks(
  cells: { readonly ambiguous: string; readonly noTextEvidence: string; readonly exclude: string },
  place: { readonly file?: string; readonly row: number },
): GoldMarks {
  const parseList = (cell: string, column: string) =>
    cell
      .split(";")
      .filter((name) => name.trim() !== "")
      .map((name) => {
        const observation = parseObservation(name);
        if (observation !== undefined) return observation;
        throw new InputError(
          "LABELS_UNKNOWN_MARK",
          `Expected observations separated by semicolons in row ${place.row}, column "${column}", got another word`,
          { place: { ...place, column } },
        );
      });
  return {
    ambiguous: parseList(cells.ambiguous, "ambiguous"),
    noTextEvidence: parseList(cells.noTextEvidence, "no_text_evidence"),
    exclude: isExcluding(cells.exclude),
  };
}

/** A reason excludes as well as a 1 does. */
function isExcluding(cell: string): boolean {
  return !["", "0", "false", "no"].includes(cell.trim().toLowerCase());
}

function refuseOtherClasses(table: LabelTable, row: number, sourceRow: number): void {
  for (let k = 0; k < OBSERVATION_COUNT; k++) {
    if ((table.classes[row * OBSERVATION_COUNT + k] ?? 0) <= 1) continue;
    throw new InputError(
      "LABELS_POSITIVE_ONLY",
      `Expected 1 or an empty cell in positive-only gold, row ${sourceRow + 1}, column "${OBSERVATIONS[k]}", got 0 or -1`,
      {
        hint: "Gold with negatives and uncertain labels is four-class: leave out --gold-kind",
        place: { row: sourceRow + 1, column: OBSERVATIONS[k] ?? "" },
      },
    );
  }
}
