/**
 * @file The job of `chexbert-tokenize`: a CSV file to the JSON list of token ids.
 *
 * The list is byte for byte what Python's `json.dump` writes: one line, `", "` between elements.
 */
import { dirname, resolve } from "node:path";
import { makeFolder, writeWholeFile } from "../../checkpoints/write-file.ts";
import { cleanText } from "../../text/clean-text.ts";
import { type BertTokenizer, makeBertTokenizer } from "../../tokenizer/bert-tokenizer.ts";
import { fitReport } from "../../tokenizer/long-reports.ts";
import { loadDefaultVocabulary } from "../../tokenizer/vocabulary.ts";
import type { CommandContext } from "../context.ts";
import { outputTarget } from "../label-job/output-target.ts";
import { refuseSameFile } from "../refuse-same-file.ts";
import { openPandasInput, type PandasInput, toText } from "./pandas-input.ts";

/** Does what the original's tokenizer script does. */
export async function tokenizeLikeChexbert(
  request: { readonly data: string; readonly output: string },
  context: CommandContext,
): Promise<void> {
  const data = resolve(context.cwd, request.data);
  const input = await openPandasInput(data, request.data);
  await outputTarget(request.output, context.cwd);
  const tokenizer = makeBertTokenizer(await loadDefaultVocabulary());
  const path = resolve(context.cwd, request.output);
  await refuseSameFile(data, path);
  const counts = await writeTokenLists(path, input, tokenizer);
  context.note(
    `${counts.reportCount} reports tokenized in ${path}: ${counts.truncatedCount} cut at 512 tokens`,
  );
  if (0 < counts.missingCount) {
    context.warn(`${counts.missingCount} cells were missing; the original stops at the first`);
  }
}

interface TokenizeCounts {
  readonly reportCount: number;
  readonly missingCount: number;
  /** Reports of more than 512 tokens, cut as the original cuts them. */
  readonly truncatedCount: number;
}

/** Tokenizes every row and writes the list. */
async function writeTokenLists(
  path: string,
  input: PandasInput,
  tokenizer: BertTokenizer,
): Promise<TokenizeCounts> {
  const counts = { reportCount: 0, missingCount: 0, truncatedCount: 0 };
  await makeFolder(dirname(path));
  await writeWholeFile(path, async (append) => {
    let separator = "[";
    for await (const cells of input.read()) {
      let piece = "";
      for (const cell of cells) {
        const tokens = tokenizer.tokenize(cleanText(toText(cell)));
        const { windows, isTruncated } = fitReport(tokens, tokenizer.vocabulary.special);
        piece += `${separator}[${windows[0].inputIds.join(", ")}]`;
        separator = ", ";
        counts.reportCount += 1;
        counts.missingCount += cell === undefined ? 1 : 0;
        counts.truncatedCount += isTruncated ? 1 : 0;
      }
      await append(Buffer.from(piece));
    }
    await append(Buffer.from(separator === "[" ? "[]" : "]"));
  });
  return counts;
}
