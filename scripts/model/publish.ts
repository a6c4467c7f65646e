/**
 * @file Puts the model where it ships from, with card, notices and checksums.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { refreshChecksums } from "./checksums.ts";

export interface Publication {
  readonly root: string;
  /** The calibrated model folder. */
  readonly model: string;
  readonly out: string;
}

/** Copies the model, the notices of what it was made from, and the card when there is one. */
export async function publish({ root, model, out }: Publication): Promise<void> {
  mkdirSync(out, { recursive: true });
  const notices = join(root, "scripts/model/notices");
  const card = join(root, "scripts/model/model-card.md");
  for (const folder of [model, notices]) {
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(out, name));
  }
  if (existsSync(card)) copyFileSync(card, join(out, "README.md"));
  await refreshChecksums(out);
}
