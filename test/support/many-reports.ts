/**
 * @file Tables of invented reports of any size, from a seed.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const SENTENCES = [
  "Heart size is normal.",
  "No pleural effusion or pneumothorax.",
  "Possible pneumonia at the left base.",
  "Mild pulmonary edema has improved.",
  "There is bibasilar atelectasis.",
  "The right PICC is unchanged.",
  'Stable "linear" scarring, left base.',
  "No acute rib fracture.",
] as const;

/** Writes a CSV with `study_id`, `Report Impression` and `site`; every 97th report is empty. */
export async function writeManyReports(path: string, rowCount: number, seed = 1): Promise<void> {
  let state = seed;
  const next = (limit: number) => {
    // A multiplicative generator modulo a prime is enough to vary sentences.
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const report = () => {
    const length = 2 + next(6);
    const sentences = Array.from({ length }, () => SENTENCES[next(SENTENCES.length)] ?? "");
    return sentences.join(next(4) === 0 ? "\n" : " ").replaceAll('"', '""');
  };
  function* rows(): Generator<string> {
    yield "study_id,Report Impression,site\n";
    for (let i = 0; i < rowCount; i += 1) {
      yield `s${i},"${i % 97 === 0 ? "" : report()}",A\n`;
    }
  }
  await pipeline(Readable.from(rows()), createWriteStream(path));
}
