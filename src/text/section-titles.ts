/**
 * @file The titles of report sections, and which sections are labeled.
 */

/** Canonical names of sections. */
export type SectionName =
  | "findings"
  | "impression"
  | "indication"
  | "history"
  | "technique"
  | "comparison"
  | "examination"
  | "recommendation"
  | "addendum"
  | "preliminary"
  | "final"
  | "other";

const TITLES: Readonly<Record<SectionName, readonly string[]>> = {
  findings: [
    "findings",
    "finding",
    "report",
    "description",
    "interpretation",
    "chest findings",
    "result",
    "results",
    "answer",
  ],
  impression: [
    "impression",
    "impressions",
    "imp",
    "conclusion",
    "conclusions",
    "opinion",
    "summary",
    "assessment",
    "findings and impression",
    "findings impression",
    "impression and plan",
    "final impression",
  ],
  preliminary: [
    "wet read",
    "first reading",
    "first read",
    "initial read",
    "overnight read",
    "overnight reading",
    "overnight",
    "resident read",
    "dictated",
    "preliminary",
    "preliminary read",
    "preliminary reading",
    "preliminary report",
  ],
  final: [
    "final",
    "final read",
    "final reading",
    "final report",
    "attending",
    "attending read",
    "attending overread",
    "overread",
    "over read",
    "corrected",
    "corrected report",
    "second reading",
  ],
  indication: [
    "indication",
    "indications",
    "clinical indication",
    "clinical question",
    "question",
    "reason for exam",
    "reason for examination",
    "reason for study",
    "reason",
    "reason for this examination",
    "symptoms",
    "admitting diagnosis",
    "clinical",
  ],
  history: [
    "history",
    "clinical history",
    "clinical information",
    "clinical data",
    "patient history",
    "medical history",
    "past medical history",
    "clinical details",
    "clinical statement",
  ],
  technique: ["technique", "procedure", "protocol", "procedure comments", "views"],
  comparison: [
    "comparison",
    "comparisons",
    "comparison exam",
    "comparison study",
    "comparison studies",
    "comparison film",
    "prior exam",
    "prior study",
    "prior studies",
    "reference exam",
    "compared to",
  ],
  examination: [
    "exam",
    "examination",
    "study",
    "type of exam",
    "type of examination",
    "exam type",
    "procedure name",
  ],
  recommendation: ["recommendation", "recommendations", "notification", "advice", "follow up"],
  addendum: ["addendum", "addenda"],
  other: ["signed", "electronically signed", "dictated by", "transcribed by", "date", "time"],
};

/** Section of each title, in lower case. */
export const NAME_OF_TITLE: ReadonlyMap<string, SectionName> = new Map(
  Object.entries(TITLES).flatMap(([name, titles]) =>
    // The keys of TITLES are the section names.
    titles.map((title): [string, SectionName] => [title, name as SectionName]),
  ),
);

/** Words of the longest title. */
export const MOST_TITLE_WORDS = 4;

/** Text under these titles is not labeled. */
export const SILENT: ReadonlySet<SectionName> = new Set([
  "indication",
  "history",
  "technique",
  "comparison",
  "examination",
  "other",
]);

/** Silent whatever else the report has: they tell why the image was made. */
export const REQUESTS: ReadonlySet<SectionName> = new Set(["indication", "history"]);

/** Titles that are everyday words; they need a sentence or line of their own to count. */
export const EVERYDAY_TITLES: ReadonlySet<string> = new Set([
  "report",
  "result",
  "results",
  "description",
  "interpretation",
  "summary",
  "assessment",
  "reason",
  "symptoms",
  "clinical",
  "procedure",
  "protocol",
  "views",
  "study",
  "exam",
  "date",
  "time",
  "attending",
  "final",
  "answer",
  "follow up",
  "advice",
  "finding",
  "question",
  "dictated",
  "corrected",
  "overnight",
  "overread",
  "signed",
]);
