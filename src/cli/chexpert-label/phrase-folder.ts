/**
 * @file The phrase files of chexpert-labeler: one file per observation, one phrase per line.
 *
 * `lung_opacity.txt` holds the phrases of Lung Opacity. Lines are trimmed, then `_` becomes a
 * space, so that `_line_` means " line ". A blank line would match everywhere; it is left out.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FormatError, UsageError } from "../../base/errors.ts";
import { nearestName } from "../../base/nearest-name.ts";
import { OBSERVATIONS, type Observation, parseObservation } from "../../labels/observations.ts";

export type PhrasesByObservation = Readonly<Partial<Record<Observation, readonly string[]>>>;

/** Reads a folder of phrase files; `undefined` without a folder. */
export async function readPhraseFolder(
  folder: string | undefined,
  cwd: string,
): Promise<PhrasesByObservation | undefined> {
  if (folder === undefined) return undefined;
  const path = resolve(cwd, folder);
  const names = await listFolder(path, folder);
  const phrases: Partial<Record<Observation, readonly string[]>> = {};
  for (const name of names.filter((one) => one.endsWith(".txt")).toSorted()) {
    const observation = parseObservation(name.slice(0, -".txt".length).replaceAll("_", " "));
    if (observation === undefined) throw unknownObservation(folder, name);
    phrases[observation] = parsePhrases(await readFile(join(path, name), "utf8"));
  }
  if (Object.keys(phrases).length === 0) throw emptyFolder(folder);
  return phrases;
}

/** Reads the lines of a phrase file. */
export function parsePhrases(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll("_", " "))
    .filter((phrase) => phrase !== "");
}

async function listFolder(path: string, folder: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (cause) {
    throw new UsageError(
      "PHRASES_NO_FOLDER",
      `Expected a folder of phrases at ${folder}, got none`,
      {
        hint: "Check the path",
        place: { file: folder },
        cause,
      },
    );
  }
}

function unknownObservation(folder: string, name: string): FormatError {
  const known = OBSERVATIONS.map((one) => `${one.toLowerCase().replaceAll(" ", "_")}.txt`);
  const near = nearestName(name, known);
  return new FormatError(
    "PHRASES_UNKNOWN_OBSERVATION",
    `Expected a file named for an observation in ${folder}, got ${name}`,
    {
      hint: near === undefined ? `Use names such as ${known[2]}` : `Use ${near}`,
      place: { file: folder },
    },
  );
}

function emptyFolder(folder: string): FormatError {
  return new FormatError("PHRASES_EMPTY", `Expected phrase files in ${folder}, got none`, {
    hint: "Put one file per observation there, for example cardiomegaly.txt",
    place: { file: folder },
  });
}
