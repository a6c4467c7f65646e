/**
 * @file Labels the columns that open-i-bert.py labeled, and compares with its logits.
 *
 * After `npm run build`:
 *   python test/oracles/random_bert.py CHECKPOINT.pth
 *   python test/oracles/open-i-bert.py REPORTS.csv CHECKPOINT.pth FOLDER
 *   node test/oracles/compare-bert.js REPORTS.csv CHECKPOINT.pth FOLDER
 *
 * Exits 1 when a label differs although the two largest logits of PyTorch are at least 1e-4 apart,
 * or when a logit differs by more than 1e-4. Prints numbers only, never text of a report.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { HEAD_CLASS_COUNTS } from "../../dist/bert/parameters.js";
import { loadLabeler } from "../../dist/labeler/load-labeler.js";
import { LABEL_CLASSES } from "../../dist/labels/label-class.js";
import { OBSERVATIONS } from "../../dist/labels/observations.js";

const TOLERANCE = 1e-4;
const [reportsFile, checkpoint, folder] = process.argv.slice(2);
const rows = parse(readFileSync(reportsFile), { columns: true, bom: true });
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const labeler = await loadLabeler(checkpoint, { device: "cpu" });

let isEqual = true;
for (const [column, { file, seconds }] of Object.entries(manifest.columns)) {
  const bytes = readFileSync(join(folder, file));
  const expected = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const start = performance.now();
  const labels = await labeler.label(rows.map((row) => row[column]));
  const ours = (performance.now() - start) / 1000;
  const result = compare(labels, expected);
  isEqual &&= result.differing === 0 && result.largestDifference <= TOLERANCE;
  const summary = { column, ...result, torchSeconds: seconds, seconds: Number(ours.toFixed(1)) };
  process.stdout.write(`${JSON.stringify(summary, undefined, 1)}\n`);
}
await labeler[Symbol.asyncDispose]();
process.exitCode = isEqual ? 0 : 1;

function compare(labels, expected) {
  const result = { cells: 0, differing: 0, closeCalls: 0, largestDifference: 0 };
  const classes = new Set();
  let at = 0;
  for (const reportLabels of labels) {
    OBSERVATIONS.forEach((observation, head) => {
      const size = HEAD_CLASS_COUNTS[head];
      const logits = expected.subarray(at, at + size);
      at += size;
      const [first, second] = Array.from(logits).toSorted((a, b) => b - a);
      const label = reportLabels[observation];
      const isCloseCall = first - second < TOLERANCE;
      result.cells += 1;
      result.closeCalls += Number(isCloseCall);
      classes.add(`${observation} ${label.class}`);
      if (label.class !== LABEL_CLASSES[logits.indexOf(first)] && !isCloseCall) {
        result.differing += 1;
      }
      label.logits.forEach((logit, i) => {
        const difference = Math.abs(logit - logits[i]);
        result.largestDifference = Math.max(result.largestDifference, difference);
      });
    });
  }
  return { ...result, reports: labels.length, distinctLabels: classes.size };
}
