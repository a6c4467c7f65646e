/**
 * @file `chexbert compare`: paired differences between systems on the same references.
 */
import { basename } from "node:path";
import { InternalError, UsageError } from "../../base/errors.ts";
import { comparisonTables } from "../../charts/result-tables.ts";
import { compareSystems } from "../../metrics/compare-systems.ts";
import type { Convention } from "../../metrics/convention.ts";
import { describePlan, type IntervalPlan } from "../../metrics/score-tables.ts";
import { refuseDifferentSignatures, signature } from "../../metrics/signature.ts";
import type { UnmatchedPolicy } from "../../metrics/tables/match-tables.ts";
import type { CommandContext } from "../context.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import {
  type ConventionChoice,
  chooseConvention,
  chooseInterval,
  type IntervalChoice,
} from "./choose-convention.ts";
import { type ComparisonDocument, pairDocument } from "./comparison-document.ts";
import { labelSides } from "./label-sides.ts";
import { matchSides, requiredObservations } from "./matched-sides.ts";
import { formatMarkdown, formatTerminalTables } from "./print-tables.ts";
import { clusterCells, readScoreSide, type ScoreSide } from "./read-score-side.ts";
import type { SideOptions } from "./read-side.ts";

export interface CompareCommandOptions extends ConventionChoice, IntervalChoice, SideOptions {
  readonly systems: readonly string[];
  readonly gold: string;
  readonly rounds: number;
  readonly allowDifferentSignatures: boolean;
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint: string | undefined;
  readonly textColumn: readonly string[] | undefined;
  readonly unmatched: UnmatchedPolicy;
  readonly clusterColumn: string | undefined;
  readonly markdown: boolean;
}

/** Runs the command. */
export async function compareCommand(
  options: CompareCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.systems.length < 2) {
    throw new UsageError(
      "COMPARE_TOO_FEW_SYSTEMS",
      `Expected at least two systems, got ${options.systems.length}`,
      { hint: "chexbert compare A B --gold G" },
    );
  }
  if (options.ci === "none") {
    throw new UsageError("COMPARE_NEEDS_INTERVALS", "Expected a kind of interval, got --ci none");
  }
  const convention = chooseConvention(options, "f1chexbert");
  const required = requiredObservations(convention);
  const sides: ScoreSide[] = [];
  for (const path of [options.gold, ...options.systems]) {
    sides.push(await readScoreSide(path, { ...options, required }, context));
  }
  const { tables, sources } = await labelSides(sides, options, context);
  const matched = matchSides(
    tables.map((table, index) => ({ table, file: sides[index]?.file ?? "" })),
    options.unmatched,
  );
  const plan = intervalPlan(options, convention, { gold: sides[0], rows: matched.rows[0] ?? [] });
  const signatures = sources.slice(1).map((source) =>
    signature(convention, firstGroup(convention), {
      source,
      reportCount: matched.tables[0]?.ids.length ?? 0,
      ci: describePlan(plan),
      version: PACKAGE_VERSION,
    }),
  );
  if (!options.allowDifferentSignatures) {
    for (const line of signatures) refuseDifferentSignatures(signatures[0] ?? line, line);
  }
  const names = systemNames(options.systems);
  const [gold, ...systems] = matched.tables;
  if (gold === undefined)
    throw new InternalError("METRIC_MISSING_TABLE", "Expected gold, got none");
  const pairs = pairsOf(systems).map(([first, second]) => {
    const pairNames = [names[first.index] ?? "", names[second.index] ?? ""] as const;
    const comparison = compareSystems(gold, [first.table, second.table], {
      convention,
      interval: plan,
      rounds: options.rounds,
    });
    return { names: pairNames, comparison };
  });
  const lines = [...new Set(signatures)];
  if (context.settings.json) {
    const document: ComparisonDocument = {
      kind: "comparison",
      version: PACKAGE_VERSION,
      preset: convention.name,
      n: gold.ids.length,
      signature: lines[0] ?? "",
      signatures: Object.fromEntries(names.map((name, index) => [name, signatures[index] ?? ""])),
      unmatched: [...matched.unmatched],
      rounds: options.rounds,
      pairs: pairs.map(pairDocument),
    };
    await context.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return EXIT_CODES.done;
  }
  const shown = pairs.flatMap((pair) => comparisonTables(pair.comparison, pair.names));
  const text = options.markdown
    ? formatMarkdown(
        "Comparison",
        lines.map((line) => `\`${line}\``),
        shown,
      )
    : `${await formatTerminalTables(shown)}\n\n${lines.join("\n")}\n`;
  await context.write(text);
  return EXIT_CODES.done;
}

function intervalPlan(
  options: CompareCommandOptions,
  convention: Convention,
  { gold, rows }: { readonly gold: ScoreSide | undefined; readonly rows: readonly number[] },
): IntervalPlan {
  const plan = chooseInterval(options, convention) ?? {};
  if (options.clusterColumn === undefined || gold === undefined) return plan;
  const clusters = clusterCells(gold, options.clusterColumn);
  return { ...plan, clusters: rows.map((row) => clusters[row] ?? "") };
}

function firstGroup({ headline, blocks }: Convention) {
  return headline ?? { block: blocks[0]?.name ?? "", group: "label" };
}

/** Names systems by their files; where two files share a name, by their paths as given. */
function systemNames(paths: readonly string[]): readonly string[] {
  const short = paths.map((path) => basename(path).replace(/\.[a-z]+$/i, ""));
  if (new Set(short).size === short.length) return short;
  if (new Set(paths).size === paths.length) return paths;
  return paths.map((path, index) => `${path} (${index + 1})`);
}

function pairsOf<T>(tables: readonly T[]) {
  return tables.flatMap((table, index) =>
    tables.slice(index + 1).map((other, offset) => {
      const second = { table: other, index: index + 1 + offset };
      return [{ table, index }, second] as const;
    }),
  );
}
