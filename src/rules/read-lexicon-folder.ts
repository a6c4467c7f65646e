/**
 * @file Reads a user's lexicon folder and joins it to the built-in lexicon.
 *
 * Every `.json` file in the folder, or in a folder within it, extends an observation or a cue
 * category, or declares a new observation with `"new": true`.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FormatError } from "../base/errors.ts";
import { nearestName } from "../base/nearest-name.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { CueLexicon, Lexicon, ObservationLexicon } from "./lexicon.ts";
import { type LexiconFault, validateLexicon } from "./validate-lexicon.ts";

/** Reads a folder on top of a lexicon; throws a {@link FormatError} at the first error. */
export async function readLexiconFolder(base: Lexicon, folder: string): Promise<Lexicon> {
  const observations: ObservationLexicon[] = [];
  const cues: CueLexicon[] = [];
  for (const path of await listJsonFiles(folder)) {
    const file = await readLexiconFile(path);
    const own: Lexicon = {
      observations: "observation" in file ? [file] : [],
      cues: "category" in file ? [file] : [],
      words: base.words,
    };
    const error = validateLexicon(own).find(({ severity }) => severity === "error");
    if (error !== undefined) throw toFormatError(error, path);
    observations.push(...own.observations);
    cues.push(...own.cues);
  }
  return {
    observations: [...base.observations, ...observations],
    cues: [...base.cues, ...cues],
    words: base.words,
  };
}

async function listJsonFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith(".json")).toSorted();
    if (files.length !== 0) return files.map((name) => join(folder, name));
  } catch (cause) {
    throw new FormatError(
      "LEXICON_UNREADABLE",
      `Expected a folder of lexicon files at ${folder}, got none`,
      {
        place: { file: folder },
        hint: "Give the path of a folder with lexicon files",
        cause,
      },
    );
  }
  throw new FormatError(
    "LEXICON_EMPTY",
    `Expected at least one .json file in ${folder}, got none`,
    {
      place: { file: folder },
      hint: "Put one file per observation or cue category into the folder",
    },
  );
}

async function readLexiconFile(path: string): Promise<ObservationLexicon | CueLexicon> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new FormatError("LEXICON_MALFORMED", `Expected JSON in ${path}, got something else`, {
      place: { file: path },
      hint: "Compare the file with those in data/lexicon",
      cause,
    });
  }
  const { parseLexiconFile } = await import("./lexicon-schema.ts");
  const parsed = parseLexiconFile(content);
  if ("file" in parsed) return parsed.file;
  throw new FormatError(
    "LEXICON_MALFORMED",
    `Expected ${parsed.expected} in ${path}, got ${parsed.got}`,
    { place: { file: path }, hint: "Compare the file with those in data/lexicon" },
  );
}

function toFormatError(fault: LexiconFault, file: string): FormatError {
  const place = { file };
  const where = `entry ${fault.position} of "${fault.list}" in ${file}`;
  switch (fault.kind) {
    case "unknown-observation":
      return new FormatError(
        "LEXICON_UNKNOWN_OBSERVATION",
        `Expected one of the 14 observations in ${file}, got "${fault.holder}"`,
        { place, hint: unknownObservationHint(fault.holder) },
      );
    case "known-observation":
      return new FormatError(
        "LEXICON_KNOWN_OBSERVATION",
        `Expected a new name beside "new": true in ${file}, got "${fault.holder}"`,
        { place, hint: 'Leave "new" out to extend one of the 14 observations' },
      );
    case "empty-phrase":
      return new FormatError(
        "LEXICON_EMPTY_PHRASE",
        `Expected a phrase with a word in it, got an empty one in ${where}`,
        { place, hint: "Remove the entry; an empty phrase would match everywhere" },
      );
    default:
      return new FormatError(
        "LEXICON_BAD_PATTERN",
        `Expected a phrase pattern with closed brackets and known macros, got another in ${where}`,
        { place, hint: "Choices are written (a|b), plurals with ~, macros {NAME}" },
      );
  }
}

function unknownObservationHint(name: string): string {
  const near = nearestName(name, OBSERVATIONS);
  const correct = near === undefined ? "Correct the name" : `Use "${near}"`;
  return `${correct}, or add "new": true to declare an observation`;
}
