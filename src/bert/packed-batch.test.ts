import fc from "fast-check";
import { expect, test } from "vitest";
import { checkpointPath, readExpectedCheckpoints } from "../../test/support/checkpoint-fixtures.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { graphWeights } from "../labeler/weights-in-place.ts";
import { openSession } from "../onnx/session.ts";
import { buildInferenceGraph } from "./inference-graph.ts";
import { packBatch } from "./packed-batch.ts";

test("packs rows one after the other and says where they stand in the rectangle", () => {
  const { input_ids, position_ids, padded_rows, packed_rows, attention_bias, cls_rows } = packBatch(
    [Int32Array.of(7, 8, 9), Int32Array.of(5)],
  );

  expect(input_ids?.data).toEqual(BigInt64Array.of(7n, 8n, 9n, 5n));
  expect(position_ids?.data).toEqual(BigInt64Array.of(0n, 1n, 2n, 0n));
  expect(padded_rows?.shape).toEqual([2, 16]);
  expect(packed_rows?.data).toEqual(BigInt64Array.of(0n, 1n, 2n, 16n));
  expect(Array.from(attention_bias?.data ?? [], Number).map((bias) => bias === 0)).toEqual(
    Array.from({ length: 32 }, (_, position) => [0, 1, 2, 16].includes(position)),
  );
  expect(cls_rows?.data).toEqual(BigInt64Array.of(0n, 3n));
});

test("the logits of a sequence are the same to the last bit in every batch", async () => {
  const { config } = readExpectedCheckpoints().odd;
  await using checkpoint = await openCheckpoint(checkpointPath("zip-plain.pth"));
  const { tensors, weightsFolder = "" } = await graphWeights(checkpoint, config);
  await using session = await openSession(buildInferenceGraph(config, tensors), {
    weightsFolder,
    packWeights: "no",
  });
  const sequence = fc
    .array(fc.integer({ min: 1, max: 98 }), { minLength: 2, maxLength: 41 })
    .map((ids) => Int32Array.from(ids));
  const logitsOf = async (sequences: readonly Int32Array[]) =>
    (await session.run(packBatch(sequences), ["logits"]))["logits"]?.data ?? new Float32Array();

  await fc.assert(
    fc.asyncProperty(fc.array(sequence, { minLength: 1, maxLength: 5 }), async (sequences) => {
      const together = await logitsOf(sequences);

      for (const [row, ids] of sequences.entries()) {
        const alone = await logitsOf([ids]);
        expect(alone.slice(0, 54)).toEqual(together.slice(row * 54, row * 54 + 54));
      }
    }),
    { numRuns: 30 },
  );
});
