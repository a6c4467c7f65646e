/**
 * @file Labels one report by the rules: a pure function from text to labels with evidence.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { Evidence, ObservationLabel, ReportLabels, Span } from "../labels/report-labels.ts";
import type { Sentence } from "../text/sentences.ts";
import { aggregateClasses } from "./aggregate.ts";
import type { MappedText } from "./chexpert-cleaning.ts";
import { CAVEAT, classifyFindings, classifyStructures, type Finding } from "./classify.ts";
import { findCues } from "./cues.ts";
import { clusterMentions, type Mention } from "./mentions.ts";
import { type ReadReport, readReport } from "./read-report.ts";
import type { RuleSet } from "./rule-set.ts";
import { findScopes } from "./scope.ts";
import { findStructureStates } from "./structures.ts";

/** A finding with what is told about it. */
interface Found {
  readonly finding: Finding;
  readonly evidence: Evidence;
}

/** Labels a text; total, and linear in its length. */
export function labelReport(text: string, rules: RuleSet): ReportLabels {
  const cleaned = rules.clean?.(text);
  const report = readReport(cleaned?.text ?? text, rules.lexicon, rules.sections);
  const found: Found[] = [];
  for (const { section, sentences } of report.parts) {
    for (const [index, sentence] of sentences.entries()) {
      for (const finding of findingsOf(report, { sentence, next: sentences[index + 1] }, rules)) {
        const evidence = toEvidence(report, finding, section?.name);
        found.push({
          finding,
          evidence: cleaned === undefined ? evidence : mapBack(evidence, cleaned),
        });
      }
    }
  }
  return assemble(found, rules, { empty: report.tokens.length === 0 });
}

function mapBack(evidence: Evidence, { origins }: MappedText): Evidence {
  const back = ({ start, end }: Span): Span => ({
    start: origins[start] ?? 0,
    end: (origins[end - 1] ?? 0) + 1,
  });
  return {
    ...evidence,
    mention: back(evidence.mention),
    ...(evidence.cue === undefined ? {} : { cue: back(evidence.cue) }),
  };
}

function findingsOf(
  report: ReadReport,
  { sentence, next }: { readonly sentence: Sentence; readonly next: Sentence | undefined },
  rules: RuleSet,
): readonly Finding[] {
  const mentions = rules.findMentions(report, sentence);
  if (mentions.length === 0) return [];
  const clusters = clusterMentions(mentions);
  const cues = findCues(report, sentence, { lexicon: rules.lexicon, clusters });
  const input = { report, sentence, next, clusters, cues };
  const scopes = findScopes(input);
  const structures = mentions.filter((mention) => mention.kind === "neutral");
  const findingStarts = new Set(mentions.filter(isFindingMention).map((mention) => mention.first));
  const states = findStructureStates({ report, sentence, structures, cues, findingStarts });
  return [
    ...classifyFindings(input, scopes),
    ...classifyStructures(input, states, { scopes, bareStructure: rules.bareStructure }),
  ].toSorted((a, b) => a.first - b.first);
}

/** Words such as "prominent" are no findings that a state could not reach across. */
function isFindingMention({ kind, target }: Mention): boolean {
  return kind !== "neutral" && target.observation !== "No Finding";
}

function toEvidence(report: ReadReport, finding: Finding, section: string | undefined): Evidence {
  return {
    mention: spanOf(report, finding),
    ...(finding.cue === undefined ? {} : { cue: spanOf(report, finding.cue) }),
    class: finding.class,
    ruleId: finding.ruleId,
    ...(section === undefined ? {} : { section }),
  };
}

function spanOf(
  { tokens }: ReadReport,
  range: { readonly first: number; readonly end: number },
): Span {
  return { start: tokens[range.first]?.start ?? 0, end: tokens[range.end - 1]?.end ?? 0 };
}

function assemble(
  found: readonly Found[],
  rules: RuleSet,
  { empty }: { readonly empty: boolean },
): ReportLabels {
  const byObservation = new Map<string, Found[]>();
  for (const one of found) {
    const { observation } = one.finding.target;
    const own = byObservation.get(observation);
    if (own === undefined) byObservation.set(observation, [one]);
    else own.push(one);
  }
  const labelOf = (observation: string): ObservationLabel => {
    const own = byObservation.get(observation) ?? [];
    return {
      class: aggregateClasses(
        own.map(({ finding }) => finding),
        rules.aggregation,
      ),
      evidence: own.map(({ evidence }) => evidence),
    };
  };
  const labels = Object.fromEntries(
    OBSERVATIONS.map((observation) => [observation, labelOf(observation)]),
    // The list above is the key type.
  ) as Record<Observation, ObservationLabel>;
  const extra = Object.fromEntries(rules.extraObservations.map((name) => [name, labelOf(name)]));
  return { ...labels, "No Finding": noFinding(found, labels), empty, truncated: false, extra };
}

/** Positive when nothing but devices is positive or uncertain; its evidence is what blocks it. */
function noFinding(
  found: readonly Found[],
  labels: Readonly<Record<string, ObservationLabel>>,
): ObservationLabel {
  // "Stable heart" no longer counts where "normal heart" settles it.
  const isSettled = ({ isOpen, target, ruleId }: Finding): boolean =>
    isOpen === true &&
    ((ruleId === CAVEAT && target.observation === "No Finding") ||
      labels[target.observation]?.class === "negative");
  const blocking = found.filter(
    ({ finding }) =>
      finding.target.blocksNoFinding &&
      !isSettled(finding) &&
      (finding.class === "positive" || finding.class === "uncertain"),
  );
  return {
    class: blocking.length === 0 ? "positive" : "blank",
    evidence: blocking.map(({ evidence }) => evidence),
  };
}
