/**
 * @file What a run would do and how long it would take, from labeling for two seconds.
 */
import { labelBatch } from "../../reports/label-reports.ts";
import type { CommandContext } from "../context.ts";
import { formatDuration } from "../terminal/duration.ts";
import { surveyInput } from "./input-survey.ts";
import type { LabelPlan } from "./label-plan.ts";

const WARM_UP_MS = 2000;

/** Prints the plan; writes no file. */
export async function printDryRun(plan: LabelPlan, context: CommandContext): Promise<void> {
  const { source, table, target, labeler } = plan;
  const survey =
    source.byteCount === undefined
      ? undefined
      : await surveyInput(source, table.format, context.signal);
  const reportsPerSecond = await measureRate(plan, context);
  const rows = survey?.rowCount;
  const secondsLeft =
    rows === undefined || reportsPerSecond === undefined ? undefined : rows / reportsPerSecond;
  const facts = {
    input: source.name,
    rows: rows ?? null,
    options: plan.optionsInForce,
    output: target.kind === "stdout" ? "stdout" : target.name,
    labeler: { engine: labeler.engine, ...labeler.identity },
    memoryMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    reportsPerSecond: reportsPerSecond ?? null,
    seconds: secondsLeft ?? null,
  };
  if (context.settings.json) {
    await context.write(`${JSON.stringify(facts)}\n`);
    return;
  }
  const lines = [
    ["input", `${facts.input}, ${table.format}, ${rows ?? "unknown number of"} rows`],
    ["text", table.textColumns.map((name) => `"${name}"`).join(" and ")],
    ["id", table.idColumn === undefined ? "row number" : `"${table.idColumn}"`],
    ["output", `${facts.output}, ${plan.outputFormat}`],
    [
      "labeler",
      Object.entries(facts.labeler)
        .map(([key, value]) => `${key} ${value}`)
        .join(", "),
    ],
    ["options", JSON.stringify(plan.optionsInForce)],
    ["memory", `about ${facts.memoryMegabytes} MB`],
    [
      "time",
      secondsLeft === undefined
        ? "unknown"
        : `about ${formatDuration(secondsLeft)} at ${Math.round(reportsPerSecond ?? 0)} reports/s`,
    ],
  ];
  for (const [name = "", value] of lines) await context.write(`${name.padEnd(8)} ${value}\n`);
}

/** Labels the start of the table again and again until the time is over. */
async function measureRate(plan: LabelPlan, context: CommandContext): Promise<number | undefined> {
  // A stream would be used up by this.
  if (plan.source.byteCount === undefined) return undefined;
  const startedAt = context.now();
  let done = 0;
  for await (const { reports } of plan.table.blocks()) {
    for (let i = 0; i < reports.length; i += 64) {
      done += (await labelBatch(reports.slice(i, i + 64), plan.labeler)).length;
      if (WARM_UP_MS < context.now() - startedAt) break;
    }
    if (WARM_UP_MS < context.now() - startedAt) break;
  }
  const seconds = (context.now() - startedAt) / 1000;
  return 0 < seconds && 0 < done ? done / seconds : undefined;
}
