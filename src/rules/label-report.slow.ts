import { expect, test } from "vitest";
import { readBuiltinLexicon } from "./builtin-lexicon.ts";
import { labelReport } from "./label-report.ts";
import { createRuleSet } from "./rule-set.ts";

const rules = createRuleSet(readBuiltinLexicon());

/** Milliseconds of the fastest of three runs: the machine is shared. */
function fastest(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    labelReport(text, rules);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Texts that a careless design would search again and again; none has a sentence end. */
const REPEATED = [
  "no effusion or ",
  "heart and mediastinum ",
  "normal ",
  "possible nodule and ",
  "opacity is possible, ",
  "no change in effusion or edema ",
  "nodule is likely ",
  "effusion not seen but one ",
  "[** ",
  "a.",
  "findings history ",
  "costophrenic left right the ",
  "cannot be really ",
  "qwertyuiopas ",
];

test.each(REPEATED)("time grows in step with the length: %j", (part) => {
  const size = 100_000;
  const short = fastest(part.repeat(size / part.length));
  const long = fastest(part.repeat((10 * size) / part.length));

  // Ten times the text may take ten times as long; a square would take a hundred times.
  expect(long).toBeLessThan(40 * Math.max(short, 5));
});
