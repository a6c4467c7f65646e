/**
 * Worker threads load JavaScript, so these tests run the built package. `npm run check` builds it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkpointPath } from "../../test/support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { loadLabeler as loadFromSource } from "./load-labeler.ts";

const built = new URL("../../dist/labeler/load-labeler.js", import.meta.url).href;
// The built file has the types of its source.
const { loadLabeler } = (await import(built)) as typeof import("./load-labeler.ts");
const builtExecutor = new URL("../../dist/onnx/executor.js", import.meta.url).href;
const { openExecutor } = (await import(builtExecutor)) as typeof import("../onnx/executor.ts");

const ENTRIES = Array.from({ length: 29 }, (_, id) => `w${id}`);
ENTRIES.splice(0, 5, "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

const texts = Array.from({ length: 5000 }, (_, i) => `w${5 + (i % 23)} `.repeat(1 + (i % 14)));

function vocabularyIn(folder: string): string {
  const file = join(folder, "vocab.txt");
  writeFileSync(file, ENTRIES.join("\n"));
  return file;
}

test("several workers give the labels of one thread, to the last bit", async () => {
  using folder = temporaryFolder();
  const vocabularyFile = vocabularyIn(folder.path);
  const path = checkpointPath("wide-zip.pth");
  await using workers = await loadLabeler(path, {
    device: "cpu",
    threads: 3,
    vocabularyFile,
    batchTokens: 64,
  });
  await using thread = await loadFromSource(path, {
    device: "cpu",
    place: "caller",
    vocabularyFile,
  });

  expect(await workers.label(texts)).toEqual(await thread.label(texts));
});

test("an error inside a worker keeps its code", async () => {
  const notAModel = Uint8Array.from([1, 2, 3]);
  await using executor = await openExecutor(notAModel, { devices: [{ kind: "cpu" }], threads: 1 });

  await expect(executor.run({}, ["logits"])).rejects.toMatchObject({
    name: "RuntimeError",
    code: "SESSION_FAILED",
  });
});
