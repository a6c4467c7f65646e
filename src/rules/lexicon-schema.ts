/**
 * @file The schema of lexicon files that users write. Imported only when there are such files,
 * because the schema library alone costs a tenth of the start-up budget.
 */
import { z } from "zod";
import { LABEL_CLASSES } from "../labels/label-class.ts";
import type { CueLexicon, ObservationLexicon } from "./lexicon.ts";

const phrases = z.array(z.string());
const states = z.enum([
  "normal",
  "small",
  "borderline",
  "enlarged",
  "stable",
  "unassessed",
  "blunted",
  "dry",
]);

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
  anchored: phrases.exactOptional(),
  anchors: phrases.exactOptional(),
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
  | { readonly expected: string; readonly got: string };

/** Checks the content of one lexicon file; on failure says in words what is wrong first. */
export function parseLexiconFile(content: unknown): ParsedLexiconFile {
  const isCueFile = typeof content === "object" && content !== null && "category" in content;
  const result = (isCueFile ? cueFile : observationFile).safeParse(content);
  if (result.success) return { file: result.data };
  const { issues } = result.error;
  // An unknown name explains a missing one.
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  if (issue?.code === "unrecognized_keys") {
    return { expected: "fields that a lexicon file has", got: `"${issue.keys[0] ?? ""}"` };
  }
  const field = issue?.path.join(".") ?? "";
  if (field === "") return { expected: "a JSON object", got: "another value" };
  const isMissing = valueAt(content, issue?.path ?? []) === undefined;
  const kind = issue?.code === "invalid_type" ? article(issue.expected) : "a value that is allowed";
  return { expected: `${kind} for "${field}"`, got: isMissing ? "nothing" : "another value" };
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    content,
  );
}

function article(type: string): string {
  if (type === "array") return "a list";
  return type === "string" ? "a text" : type === "boolean" ? "true or false" : `a ${type}`;
}
