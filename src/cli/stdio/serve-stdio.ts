/**
 * @file `chexbert serve --stdio`: one request a line in, one reply a line out, in order.
 */
import { InputError } from "../../base/errors.ts";
import { type CsvValue, parseCsvValue, toCsvValue } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import type { ReportLabeler } from "../../labels/report-labeler.ts";
import type { ReportLabels } from "../../labels/report-labels.ts";
import { preset } from "../../metrics/presets.ts";
import { scoreTables } from "../../metrics/score-tables.ts";
import { GIVEN_LABELS } from "../../metrics/signature.ts";
import { type LabelTable, labelTableFromRows } from "../../metrics/tables/label-table.ts";
import type { CommandContext } from "../context.ts";
import { formatErrorJson } from "../error-text.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { type LabelerChoice, loadLabeler } from "../load-labeler.ts";
import { jointSource } from "../metric-job/label-sides.ts";
import { labelSource, tableOfLabels } from "../metric-job/label-texts.ts";
import { scoreDocument } from "../metric-job/score-document.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import { readLines } from "./read-lines.ts";
import { type LabelsJson, parseRequest, type Request, type RequestId } from "./request.ts";

/** Serves until the input ends. */
export async function serveStdio(
  choice: LabelerChoice,
  context: CommandContext,
): Promise<ExitCode> {
  await using labeler = await loadLabeler(choice, context);
  for await (const line of readLines(context.stdin)) {
    context.signal.throwIfAborted();
    if ("tooLong" in line) {
      await reply(context, null, failure(lineTooLong()));
    } else if (line.text.trim() !== "") {
      await answerLine(line.text, labeler, context);
    }
  }
  return EXIT_CODES.done;
}

async function answerLine(
  line: string,
  labeler: ReportLabeler,
  context: CommandContext,
): Promise<void> {
  const parsed = parseRequest(line);
  if ("error" in parsed) return reply(context, parsed.id, failure(parsed.error));
  try {
    await reply(context, parsed.id, await answer(parsed.request, labeler, context.signal));
  } catch (error) {
    context.signal.throwIfAborted();
    await reply(context, parsed.id, failure(error));
  }
}

async function answer(
  request: Request,
  labeler: ReportLabeler,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  switch (request.method) {
    case "ping":
      return { version: PACKAGE_VERSION, engine: labeler.engine, observations: OBSERVATIONS };
    case "label":
      return { labels: (await labeler.label(request.texts, { signal })).map(labelsJson) };
    case "score":
      return score(request, labeler, signal);
    default:
      return request satisfies never;
  }
}

async function score(
  request: Request & { readonly method: "score" },
  labeler: ReportLabeler,
  signal: AbortSignal,
) {
  const toTable = async (side: readonly (string | LabelsJson)[]): Promise<LabelTable> => {
    const ids = side.map((_, index) => String(index + 1));
    // The schema has seen that a side is all texts or all labels.
    if (isTexts(side)) return tableOfLabels(ids, await labeler.label(side, { signal }));
    return labelTableFromRows((side as readonly LabelsJson[]).map(labelRow), ids);
  };
  const reference = await toTable(request.references);
  const candidate = await toTable(request.candidates);
  const sources = [request.references, request.candidates].map((side) =>
    isTexts(side) ? labelSource(labeler) : GIVEN_LABELS,
  );
  const result = scoreTables(reference, candidate, {
    convention: preset(request.preset ?? "f1chexbert"),
    version: PACKAGE_VERSION,
    source: jointSource(sources),
  });
  return {
    score: scoreDocument(result, {
      version: PACKAGE_VERSION,
      goldKind: "four-class",
      perReport: true,
      policies: { unmatched: "error", duplicates: "error", no_finding: "error" },
      rows: {
        unmatched_reference: 0,
        unmatched_candidate: 0,
        duplicate_rows: 0,
        no_finding_cells: 0,
      },
    }),
  };
}

function isTexts(side: readonly (string | LabelsJson)[]): side is readonly string[] {
  return side.every((item) => typeof item === "string");
}

function labelsJson(labels: ReportLabels): LabelsJson {
  return Object.fromEntries(
    OBSERVATIONS.map((name) => {
      const value: CsvValue = toCsvValue(labels[name].class);
      return [name, value === "" ? null : Number(value)];
    }),
  ) as LabelsJson; // CSV values are 1, 0 and -1
}

function labelRow(labels: LabelsJson) {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      name,
      parseCsvValue(value === null ? "" : String(value)) ?? "blank",
    ]),
  );
}

function failure(error: unknown): Readonly<Record<string, unknown>> {
  // The formatter hides messages of foreign errors, which may hold report text.
  return JSON.parse(formatErrorJson(error)) as Readonly<Record<string, unknown>>;
}

function lineTooLong(): InputError {
  return new InputError(
    "STDIO_LINE_TOO_LONG",
    "Expected a line of at most 64 MiB, got a longer one",
    {
      hint: "Send fewer texts in a request",
    },
  );
}

function reply(
  context: CommandContext,
  id: RequestId,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  return context.write(`${JSON.stringify({ id, ...body })}\n`);
}
