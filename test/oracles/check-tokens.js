/**
 * @file Compares our token ids with a file that tokens.py wrote, for any number of strings.
 *
 * After `npm run build`: python test/oracles/tokens.py 20000 11 OUT.jsonl, then
 * node test/oracles/check-tokens.js OUT.jsonl. Exits 1 when a string differs.
 */
import { readFileSync } from "node:fs";
import { makeBertTokenizer } from "../../dist/tokenizer/bert-tokenizer.js";
import { loadDefaultVocabulary } from "../../dist/tokenizer/vocabulary.js";

const vocabulary = await loadDefaultVocabulary();
const uncased = makeBertTokenizer(vocabulary);
const cased = makeBertTokenizer(vocabulary, { casing: "cased" });
const [, ...lines] = readFileSync(process.argv[2] ?? "", "utf8")
  .trimEnd()
  .split("\n");
const differing = lines
  .map((line) => JSON.parse(line))
  .filter(
    (expected) =>
      uncased.tokenize(expected.text).ids.join() !== expected.ids.join() ||
      cased.tokenize(expected.text).ids.join() !== expected.cased.join(),
  );
process.stdout.write(`${lines.length} strings, ${differing.length} differ\n`);
for (const { text } of differing.slice(0, 10)) process.stdout.write(`${JSON.stringify(text)}\n`);
process.exitCode = differing.length === 0 ? 0 : 1;
