import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { describeReportLabeler } from "../../test/contract/report-labeler.ts";
import { checkpointPath } from "../../test/support/checkpoint-fixtures.ts";
import { loadLabeler } from "./load-labeler.ts";

/** The wide model has 29 entries: single letters and the full stop; all else is unknown. */
const letters = [..."abcdefghiklmnoprstuvwxy."];
const entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...letters];

const folder = mkdtempSync(join(tmpdir(), "chexbert-test-"));
const vocabularyFile = join(folder, "vocab.txt");
writeFileSync(vocabularyFile, entries.join("\n"));
afterAll(() => rmSync(folder, { recursive: true }));

describeReportLabeler("BERT", () =>
  loadLabeler(checkpointPath("wide-zip.pth"), { device: "cpu", place: "caller", vocabularyFile }),
);
