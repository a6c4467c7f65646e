/**
 * @file The process that bert-start.js measures: labels one report and says when it was done, and
 * what memory that took. `bare` as argument does nothing, for the memory of node itself.
 */
import { memoryOf } from "./memory.js";

const [checkpoint] = process.argv.slice(2);
if (checkpoint !== "bare") {
  const { loadLabeler } = await import("../dist/labeler/load-labeler.js");
  // The labeler is not disposed: the measurement ends with the first label.
  const labeler = await loadLabeler(checkpoint);
  await labeler.label(["No acute cardiopulmonary process."]);
}
const { peakMb } = memoryOf();
// performance.now() counts from the start of the process.
const labeledAfterMs = performance.now();
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({ labeledAfterMs, cpuMs: (user + system) / 1000, peakMb }),
  () => process.exit(),
);
