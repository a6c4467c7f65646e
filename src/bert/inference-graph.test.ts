import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  checkpointNames,
  checkpointPath,
  readExpectedCheckpoints,
} from "../../test/support/checkpoint-fixtures.ts";
import { largestDifference } from "../../test/support/run-graph.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { graphWeights } from "../labeler/weights-in-place.ts";
import { openSession } from "../onnx/session.ts";
import { float32Tensor } from "../onnx/tensor-data.ts";
import { buildInferenceGraph } from "./inference-graph.ts";
import { packBatch } from "./packed-batch.ts";
import { parameterShapes } from "./parameters.ts";

const expectedCheckpoints = readExpectedCheckpoints();

/** Half precision keeps 11 or 8 bits of a weight; the rest is float32 rounding. */
const TOLERANCES: Readonly<Record<string, number>> = { "zip-float16": 0.05, "zip-bfloat16": 0.4 };

/** The encoder alone has no heads to run. */
const labelers = checkpointNames().filter((name) => name !== "folder-encoder-bin");

test.each(labelers)("logits and [CLS] states of %s equal PyTorch's", async (name) => {
  const { config, expected } = expectedCheckpoints[name.startsWith("wide") ? "wide" : "odd"];
  await using checkpoint = await openCheckpoint(checkpointPath(name));
  const { tensors, weightsFolder = "" } = await graphWeights(checkpoint, config);
  await using session = await openSession(buildInferenceGraph(config, tensors), { weightsFolder });

  const { logits, cls } = await session.run(
    packBatch(expected.sequences.map((ids) => Int32Array.from(ids))),
  );

  const tolerance = TOLERANCES[name.replace(".pth", "")] ?? 2e-5;
  expect(logits?.shape).toEqual([expected.sequences.length, 54]);
  expect(largestDifference(logits?.data ?? [], expected.logits.flat(2))).toBeLessThan(tolerance);
  expect(largestDifference(cls?.data ?? [], expected.cls.flat())).toBeLessThan(tolerance);
});

test("the same config and weights give the same bytes, known by their hash", () => {
  const { config } = expectedCheckpoints.odd;
  const zeros = new Map(
    Array.from(parameterShapes(config), ([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return [name, float32Tensor(new Float32Array(size), shape)] as const;
    }),
  );

  const bytes = buildInferenceGraph(config, zeros);

  expect(buildInferenceGraph(config, zeros)).toEqual(bytes);
  // A change of this hash is a change of what is computed: say why in the commit.
  expect(createHash("sha256").update(bytes).digest("hex")).toMatchInlineSnapshot(
    `"9c133de9f739278dd369336365c89ca07f04e7169bafc305052f51eb9f698dbf"`,
  );
});
