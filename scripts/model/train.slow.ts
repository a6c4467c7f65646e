import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OBSERVATIONS } from "../../src/labels/observations.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "chexbert-recipe-"));
const sizes = join(folder, "sizes.json");

beforeAll(() => {
  execFileSync("npx", ["tsc", "-p", "tsconfig.scripts.json"], { cwd: root });
  // A network of random weights, two layers: the recipe is rehearsed, nothing is learned.
  const config = {
    vocab_size: 30522,
    hidden_size: 64,
    num_hidden_layers: 2,
    num_attention_heads: 1,
    intermediate_size: 128,
    max_position_embeddings: 512,
    type_vocab_size: 2,
  };
  writeFileSync(sizes, JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the recipe; returns its messages. */
function train(name: string): string {
  const script = join(root, ".scripts/scripts/model/train.js");
  const places = ["--work", join(folder, `${name}-work`), "--out", join(folder, name)];
  const argv = [script, ...places, "--from", sizes, "--scale", "0.002"];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stderr;
}

function sha256(...path: readonly string[]): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, ...path)))
    .digest("hex");
}

test("the recipe run twice gives the same weights and temperatures", () => {
  train("first");
  train("second");

  for (const file of ["model.safetensors", "calibration.json", "SHA256SUMS"]) {
    expect(sha256("first", file), file).toBe(sha256("second", file));
  }
});

test("the folder has temperatures, notices and a checksum of every file", () => {
  const read = (name: string) => readFileSync(join(folder, "first", name), "utf8");
  const sums = new Map(
    Array.from(read("SHA256SUMS").matchAll(/^(\w+) {2}(.+)$/gm), ([, sum, name = ""]) => [
      name,
      sum,
    ]),
  );

  const files = readdirSync(join(folder, "first")).filter((name) => name !== "SHA256SUMS");

  expect([...sums.keys()].toSorted()).toEqual(files.toSorted());
  for (const [name, sum] of sums) expect(sha256("first", name), name).toBe(sum);
  expect(files).toContain("NOTICE");
  expect(files).toContain("LICENSE-APACHE-2.0.txt");
  expect(Object.keys(JSON.parse(read("calibration.json")).temperatures)).toEqual([...OBSERVATIONS]);
});

test("a finished recipe has nothing left to do, and what is lost is made again the same", () => {
  const before = sha256("first", "model.safetensors");

  expect(train("first")).not.toMatch(/begins|goes on/);

  rmSync(join(folder, "first-work", "stage2"), { recursive: true });
  rmSync(join(folder, "first-work", "compact"), { recursive: true });
  const messages = train("first");

  expect(messages).toMatch(/stage1: complete/);
  expect(messages).toMatch(/stage2: goes on/);
  expect(sha256("first", "model.safetensors")).toBe(before);
});
