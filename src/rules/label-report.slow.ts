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

test("at least 5,000 reports a second, in the best of several rounds", () => {
  const report =
    "The heart is normal in size and the mediastinal contours are unremarkable. There is a small right effusion with adjacent atelectasis. No pneumothorax or focal consolidation is seen. Possible early edema. Degenerative changes of the spine.";
  const count = 2_000;
  const rates = Array.from({ length: 8 }, () => {
    const start = performance.now();
    for (let index = 0; index < count; index++) labelReport(report, rules);
    return (1000 * count) / (performance.now() - start);
  });

  expect(Math.max(...rates)).toBeGreaterThan(5_000);
});
