/**
 * @file `chexbert agree`: agreement between tables of labels.
 */
import { z } from "zod";
import { UsageError } from "../../base/errors.ts";
import { agreementTable } from "../../charts/result-tables.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import { type ObservationAgreement, tableAgreement } from "../../metrics/agreement.ts";
import type { UnmatchedPolicy } from "../../metrics/tables/match-tables.ts";
import type { CommandContext } from "../context.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import { matchSides } from "./matched-sides.ts";
import { formatMarkdown, formatTerminalTables } from "./print-tables.ts";
import { type LabelSide, readLabelSide, type SideOptions } from "./read-side.ts";
import { orNull } from "./score-document.ts";

const figure = z.number().nullable();

export const agreementDocumentSchema = z.strictObject({
  kind: z.literal("agreement"),
  version: z.string(),
  n: z.int(),
  files: z.int(),
  unmatched: z.array(z.int()).describe("ids left out of each file"),
  observations: z.record(
    z.string(),
    z.strictObject({
      observed: figure,
      kappa: figure,
      ac1: figure,
      alpha: figure,
      confusion: z.array(z.array(z.int())).optional().describe("first file in rows"),
    }),
  ),
});

export interface AgreeCommandOptions extends SideOptions {
  readonly files: readonly string[];
  readonly unmatched: UnmatchedPolicy;
  readonly markdown: boolean;
}

/** Runs the command. */
export async function agreeCommand(
  options: AgreeCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.files.length < 2) {
    throw new UsageError(
      "AGREE_TOO_FEW_FILES",
      `Expected at least two files, got ${options.files.length}`,
      { hint: "chexbert agree A B" },
    );
  }
  const sides: LabelSide[] = [];
  for (const path of options.files) {
    sides.push(await readLabelSide(path, { ...options, required: [] }, context));
  }
  const { tables, unmatched } = matchSides(sides, options.unmatched);
  const agreement = tableAgreement(tables);
  const missing = OBSERVATIONS.filter((name) =>
    agreement.every(({ observation }) => observation !== name),
  );
  if (0 < missing.length) context.warn(`left out, not in every file: ${missing.join(", ")}`);
  const reportCount = tables[0]?.ids.length ?? 0;
  if (context.settings.json) {
    const document: z.infer<typeof agreementDocumentSchema> = {
      kind: "agreement",
      version: PACKAGE_VERSION,
      n: reportCount,
      files: tables.length,
      unmatched: [...unmatched],
      observations: Object.fromEntries(
        agreement.map((one) => [one.observation, agreementDocument(one)]),
      ),
    };
    await context.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return EXIT_CODES.done;
  }
  const shown = [agreementTable(agreement)];
  const counts = `${reportCount} reports in ${tables.length} files`;
  await context.write(
    options.markdown
      ? formatMarkdown("Agreement", [counts], shown)
      : `${await formatTerminalTables(shown)}\n`,
  );
  if (!options.markdown) context.note(counts);
  return EXIT_CODES.done;
}

function agreementDocument(one: ObservationAgreement) {
  return {
    observed: orNull(one.observed),
    kappa: orNull(one.kappa),
    ac1: orNull(one.ac1),
    alpha: orNull(one.alpha),
    ...(one.confusion === undefined ? {} : { confusion: one.confusion.map((row) => [...row]) }),
  };
}
