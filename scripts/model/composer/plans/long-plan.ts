/**
 * @file Whole reports and their parts: findings, impression, or both with the headed sections
 * around them that label nothing.
 */
import { COMPARISONS, INDICATIONS, TECHNIQUES } from "../books/history.ts";
import { NORMAL_BY_REGION, REMARK_CLAUSES } from "../books/neutral.ts";
import { chance, integer, pick, pickWeighted, shuffle } from "../random.ts";
import { sayClause } from "../single-statement.ts";
import type { Statement } from "../statement.ts";
import { expand, type Scope, type Template } from "../template.ts";
import { tidyText } from "../tidy-text.ts";
import { planBody, type Region } from "./body.ts";
import { planImpression } from "./impression.ts";
import { drawAbnormalPatient, drawNormalPatient } from "./patient.ts";

export interface Section {
  /** Heading in the report's words, without colon; none when the report has no headings. */
  readonly heading?: string;
  readonly statements: readonly Statement[];
  /** The sections around findings and impression are never numbered. */
  readonly part: "around" | "findings" | "impression";
}

export interface LongPlanOptions {
  /** Share of reports without any abnormality. */
  readonly normalShare: number;
}

type ScopeOf = (chosen?: Map<string, string>) => Scope;

const SHAPE_WEIGHTS = { findings: 24, impression: 16, both: 26, bare: 10, whole: 24 } as const;

const HEADINGS = {
  indication: [
    "INDICATION",
    "HISTORY",
    "CLINICAL INFORMATION",
    "REASON FOR EXAM",
    "Indication",
    "CLINICAL HISTORY",
    "Reason for examination",
  ],
  technique: ["TECHNIQUE", "EXAM", "EXAMINATION", "PROCEDURE", "Technique", "STUDY"],
  comparison: ["COMPARISON", "Comparison", "COMPARISONS", "PRIOR STUDIES"],
  findings: ["FINDINGS", "Findings", "FINDINGS", "REPORT", "CHEST", "Observations"],
  impression: [
    "IMPRESSION",
    "Impression",
    "IMPRESSION",
    "CONCLUSION",
    "OPINION",
    "DIAGNOSIS",
    "Summary",
    "IMP",
  ],
} as const;

const REGION_HEADINGS: Readonly<Record<Region, readonly string[]>> = {
  lungs: ["Lungs", "LUNGS", "Lungs and airways", "Lung parenchyma", "Lungs/airways", "Parenchyma"],
  pleura: ["Pleura", "PLEURA", "Pleural spaces", "Pleura/diaphragm", "Pleural space"],
  heart: [
    "Heart",
    "HEART",
    "Heart and mediastinum",
    "Cardiomediastinum",
    "Cardiac",
    "Heart/mediastinum",
    "Cardiomediastinal silhouette",
  ],
  bones: [
    "Bones",
    "BONES",
    "Bones and soft tissues",
    "Osseous structures",
    "Bones/soft tissues",
    "Musculoskeletal",
    "Chest wall",
  ],
  devices: ["Lines and tubes", "Devices", "LINES/TUBES", "Support devices", "Tubes, lines"],
  other: ["Other", "Additional findings", "Upper abdomen", "Other findings", "Miscellaneous"],
};

export function planLong(scopeOf: ScopeOf, { normalShare }: LongPlanOptions): readonly Section[] {
  const scope = scopeOf();
  const { random } = scope;
  const patient = chance(random, normalShare)
    ? drawNormalPatient(random)
    : drawAbnormalPatient(random);
  const shape = pickWeighted(random, SHAPE_WEIGHTS);
  const sections: Section[] = [];
  if (shape === "whole" || chance(random, 0.08)) sections.push(...planFrontMatter(scope));
  const hasHeadings = shape === "whole" || (shape !== "bare" && chance(random, 0.6));
  const isFindingsOnly = shape === "findings";
  if (shape !== "impression") {
    const body = planBody(patient, scopeOf);
    sections.push(...findingsSections(body, hasHeadings, scope));
  }
  if (!isFindingsOnly) {
    const statements = planImpression(patient, scopeOf);
    sections.push({
      ...(hasHeadings && { heading: pick(random, HEADINGS.impression) }),
      statements,
      part: "impression",
    });
  }
  return sections.filter(({ statements }) => 0 < statements.length);
}

function findingsSections(
  body: ReadonlyMap<Region, readonly Statement[]>,
  hasHeadings: boolean,
  scope: Scope,
): readonly Section[] {
  const { random } = scope;
  const isVerbose = chance(random, 0.14);
  const filler = () => (isVerbose ? planFiller(scope) : []);
  const remark = () =>
    chance(random, 0.15) ? [sayClause(pick(random, REMARK_CLAUSES), scope)] : [];
  if (hasHeadings && chance(random, 0.22)) {
    const parts = [...body].filter(([, statements]) => 0 < statements.length);
    return parts.map(
      ([region, statements]): Section => ({
        heading: pick(random, REGION_HEADINGS[region]),
        statements,
        part: "findings",
      }),
    );
  }
  const statements = [...remark(), ...[...body.values()].flat(), ...filler()];
  return [
    {
      ...(hasHeadings && { heading: pick(random, HEADINGS.findings) }),
      statements,
      part: "findings",
    },
  ];
}

/** Remarks that make a report long without telling anything. */
function planFiller(scope: Scope): readonly Statement[] {
  const clauses = [...NORMAL_BY_REGION.other, ...NORMAL_BY_REGION.hila, ...REMARK_CLAUSES];
  const some = shuffle(scope.random, clauses).slice(
    0,
    integer(scope.random, 4, chance(scope.random, 0.15) ? 38 : 14),
  );
  return some.map((clause) => sayClause(clause, scope));
}

/** Request, technique and comparison: text that must not be labeled. */
function planFrontMatter(scope: Scope): readonly Section[] {
  const { random } = scope;
  const order = pick(random, [
    ["indication", "technique", "comparison"],
    ["technique", "indication", "comparison"],
    ["technique", "comparison", "indication"],
    ["indication", "comparison"],
    ["comparison", "indication"],
    ["indication"],
    ["indication", "technique"],
  ] as const);
  const templates = { indication: INDICATIONS, technique: TECHNIQUES, comparison: COMPARISONS };
  return order.map(
    (name): Section => ({
      heading: pick(random, HEADINGS[name]),
      statements: [silent(templates[name], scope)],
      part: "around",
    }),
  );
}

/** Text that states nothing, whatever it names. */
function silent(templates: readonly Template[], scope: Scope): Statement {
  const slots = { mark: scope.removalMark };
  return {
    text: tidyText(expand(pick(scope.random, templates), { ...scope, slots })),
    facts: [],
    isOtherAbnormality: false,
  };
}
