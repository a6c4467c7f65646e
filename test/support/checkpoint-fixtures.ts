/**
 * @file The tiny checkpoints that PyTorch wrote, and what it says about them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BertConfig } from "../../src/bert/bert-config.ts";

const folder = join(import.meta.dirname, "../oracles/fixtures/checkpoints");

export interface ExpectedModel {
  readonly config: BertConfig;
  /** Sum and first three values of every tensor. */
  readonly tensors: Readonly<Record<string, readonly [number, readonly number[]]>>;
  readonly expected: {
    readonly sequences: readonly (readonly number[])[];
    readonly logits: readonly (readonly (readonly number[])[])[];
    readonly cls: readonly (readonly number[])[];
  };
}

export interface ExpectedCheckpoints {
  readonly odd: ExpectedModel & {
    readonly parameterNames: readonly string[];
    readonly adam: Readonly<
      Record<string, { readonly step: number; readonly expAvg: number; readonly expAvgSq: number }>
    >;
  };
  readonly wide: ExpectedModel;
}

/** The path of one fixture. */
export function checkpointPath(name: string): string {
  return join(folder, name);
}

/** Names of the fixtures: files and folders. */
export function checkpointNames(): string[] {
  return readdirSync(folder).filter((name) => !/^(README|expected)\./.test(name));
}

/** What PyTorch says. */
export function readExpectedCheckpoints(): ExpectedCheckpoints {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
}
