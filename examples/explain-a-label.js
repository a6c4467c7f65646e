/**
 * Prints the words that support each label of a text.
 *
 *     node examples/explain-a-label.js "No edema. Possible pneumonia."
 */
import { loadRuleLabeler, OBSERVATIONS } from "chexbert";

const [text = "No edema. Possible pneumonia."] = process.argv.slice(2);
const labeler = await loadRuleLabeler();
const [labels] = await labeler.label([text]);
for (const observation of OBSERVATIONS) {
  const label = labels[observation];
  if (label.class === "blank") continue;
  const words = (label.evidence ?? []).map(({ mention }) => text.slice(mention.start, mention.end));
  process.stdout.write(`${observation}: ${label.class} (${words.join(", ")})\n`);
}
await labeler[Symbol.asyncDispose]();
