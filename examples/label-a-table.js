/**
 * Labels a table with the rules and prints how often each observation is positive.
 *
 *     node examples/label-a-table.js examples/reports.csv
 */
import { labelReports, loadRuleLabeler, OBSERVATIONS, readReports } from "chexbert";

const [path = "examples/reports.csv"] = process.argv.slice(2);
const labeler = await loadRuleLabeler();
const counts = new Map(OBSERVATIONS.map((observation) => [observation, 0]));
for await (const { labels } of labelReports(readReports(path), labeler)) {
  for (const observation of OBSERVATIONS) {
    if (labels[observation].class !== "positive") continue;
    counts.set(observation, (counts.get(observation) ?? 0) + 1);
  }
}
for (const [observation, count] of counts) process.stdout.write(`${observation}: ${count}\n`);
await labeler[Symbol.asyncDispose]();
