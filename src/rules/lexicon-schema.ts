/**
 * @file The schema of lexicon files that users write. Imported only when there are such files,
 * because the schema library alone costs a tenth of the start-up budget.
 */
import { z } from "zod";
import { LABEL_CLASSES } from "../labels/label-class.ts";
import type { CueLexicon, ObservationLexicon } from "./lexicon.ts";

const phrases = z.array(z.string());
const states = z.enum(["normal", "borderline", "enlarged", "stable", "unassessed", "blunted"]);

const header = {
  origin: z.string(),
  license: z.string(),
  macros: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).exactOptional(),
};

const observationFile = z.strictObject({
  ...header,
  observation: z.string().min(1),
  new: z.boolean().exactOptional(),
  include: phrases,
  uncertain: phrases.exactOptional(),
  neutral: phrases.exactOptional(),
  states: z.partialRecord(states, z.enum(LABEL_CLASSES)).exactOptional(),
  exclude: phrases.exactOptional(),
  notPrecededBy: phrases.exactOptional(),
  notFollowedBy: phrases.exactOptional(),
  notInside: phrases.exactOptional(),
  explainedBy: phrases.exactOptional(),
  parent: z.string().exactOptional(),
  blocksNoFinding: z.boolean().exactOptional(),
});

const cueFile = z.strictObject({
  ...header,
  category: z.enum([
    "negation",
    "open-negation",
    "uncertainty",
    "assertion",
    "history",
    "terminator",
    "pseudo",
    "state",
  ]),
  rules: z.array(
    z.strictObject({
      id: z.string().min(1),
      direction: z.enum(["forward", "backward", "around", "both", "link", "sentence", "none"]),
      reach: z.int().positive().exactOptional(),
      phrases,
    }),
  ),
});

export type LexiconFile = ObservationLexicon | CueLexicon;

export type ParsedLexiconFile =
  | { readonly file: LexiconFile }
  | { readonly field: string; readonly expected: string };

/** Checks the content of one lexicon file; on failure names the first field that is wrong. */
export function parseLexiconFile(content: unknown): ParsedLexiconFile {
  const isCueFile = typeof content === "object" && content !== null && "category" in content;
  const result = (isCueFile ? cueFile : observationFile).safeParse(content);
  if (result.success) return { file: result.data };
  const [issue] = result.error.issues;
  return { field: issue?.path.join(".") || "file", expected: issue?.code ?? "lexicon file" };
}
