import { copyFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkpointPath } from "../../test/support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { FormatError } from "../base/errors.ts";
import { checkBert } from "../bert/check-checkpoint.ts";
import { openCheckpoint } from "./open-checkpoint.ts";

/** A copy of the tiny model folder with one file replaced. */
function folderWith(name: string, content: string | Uint8Array) {
  const folder = temporaryFolder();
  for (const file of ["config.json", "model.safetensors"]) {
    copyFileSync(checkpointPath(`folder-safetensors/${file}`), join(folder.path, file));
  }
  writeFileSync(join(folder.path, name), content);
  return folder;
}

async function codeOf(path: string): Promise<unknown> {
  try {
    await using checkpoint = await openCheckpoint(path);
    checkBert(checkpoint, "labeler");
    return "opened";
  } catch (error) {
    return error instanceof FormatError ? error.code : error;
  }
}

test.each([
  ["config.json", "{", "CHECKPOINT_SIDE_FILE"],
  ["config.json", "[]", "CHECKPOINT_SIDE_FILE"],
  ["config.json", Uint8Array.of(0x7b, 0xff), "CHECKPOINT_SIDE_FILE"],
  ["config.json", " ".repeat(2_000_001), "CHECKPOINT_SIDE_FILE"],
  ["config.json", "{}", "BERT_CONFIG_UNSUPPORTED"],
  ["tokenizer_config.json", '{"do_lower_case":"yes"}', "CHECKPOINT_SIDE_FILE"],
  ["vocab.txt", Uint8Array.of(0x61, 0xff), "CHECKPOINT_SIDE_FILE"],
])("a folder whose %s is wrong is refused", async (name, content, code) => {
  using folder = folderWith(name, content);

  expect(await codeOf(folder.path)).toBe(code);
});

test("any config.json gives a value or a format error", async () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(0, -1, 1e300, 24, 3, 2, 37, 41, 99, 1e-12),
  );
  const fields = fc.constantFrom(
    "hidden_size",
    "num_attention_heads",
    "vocab_size",
    "layer_norm_eps",
    "hidden_act",
  );
  await fc.assert(
    fc.asyncProperty(fields, values, async (field, value) => {
      const config = JSON.stringify({
        hidden_size: 24,
        num_hidden_layers: 2,
        num_attention_heads: 3,
        intermediate_size: 37,
        max_position_embeddings: 41,
        type_vocab_size: 2,
        vocab_size: 99,
        [field]: value,
      });
      using folder = folderWith("config.json", config);

      expect(typeof (await codeOf(folder.path))).toBe("string");
    }),
    { numRuns: 20 },
  );
});

test.each(["../model.safetensors", "/dev/zero", "a/b.safetensors", ".."])(
  "an index that points at %s is refused: shards lie beside it",
  async (shard) => {
    using folder = temporaryFolder();
    const index = { weight_map: { "bert.pooler.dense.bias": shard } };
    writeFileSync(join(folder.path, "model.safetensors.index.json"), JSON.stringify(index));

    expect(await codeOf(folder.path)).toBe("CHECKPOINT_SIDE_FILE");
  },
);

test.each(["model.safetensors", "config.json", "vocab.txt"])(
  "a %s that is a device without end is refused",
  async (name) => {
    using folder = temporaryFolder();
    if (name !== "model.safetensors") {
      copyFileSync(
        checkpointPath("folder-safetensors/model.safetensors"),
        join(folder.path, "model.safetensors"),
      );
    }
    symlinkSync("/dev/zero", join(folder.path, name));

    expect(await codeOf(folder.path)).toBe("CHECKPOINT_NOT_A_FILE");
  },
);

test("a tensor in two shards is refused by name", async () => {
  using folder = temporaryFolder();
  for (const name of ["a.safetensors", "b.safetensors"]) {
    copyFileSync(checkpointPath("folder-safetensors/model.safetensors"), join(folder.path, name));
  }
  const index = { weight_map: { x: "a.safetensors", y: "b.safetensors" } };
  writeFileSync(join(folder.path, "model.safetensors.index.json"), JSON.stringify(index));

  expect(await codeOf(folder.path)).toBe("CHECKPOINT_DOUBLED_TENSOR");
});

test("a vocabulary keeps entries that hold unusual line separators", async () => {
  using folder = folderWith("vocab.txt", "[PAD]\r\na\u2028b\n\u0085\n");

  await using checkpoint = await openCheckpoint(folder.path);

  expect(checkpoint.metadata.vocabulary).toEqual(["[PAD]", "a\u2028b", "\u0085"]);
});
