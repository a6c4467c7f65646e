/**
 * @file Labels one report by the rules: a pure function from text to labels with evidence.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { Evidence, ObservationLabel, ReportLabels, Span } from "../labels/report-labels.ts";
import type { Sentence } from "../text/sentences.ts";
import { aggregateClasses } from "./aggregate.ts";
import type { MappedText } from "./chexpert-cleaning.ts";
import { classifyFindings, classifyStructures, type Finding } from "./classify.ts";
import { findCues } from "./cues.ts";
import { clusterMentions, type Mention } from "./mentions.ts";
import { type ReadReport, readReport } from "./read-report.ts";
import type { RuleSet } from "./rule-set.ts";
import { findScopes } from "./scope.ts";
import { findStructureStates } from "./structures.ts";

/** Labels a text; total, and linear in its length. */
export function labelReport(text: string, rules: RuleSet): ReportLabels {
  const cleaned = rules.clean?.(text);
  const report = readReport(cleaned?.text ?? text, rules.lexicon, rules.sections);
  const found: Finding[] = [];
  const evidence: Evidence[] = [];
  for (const part of report.parts) {
    for (const [index, sentence] of part.sentences.entries()) {
      const next = part.sentences[index + 1];
      for (const finding of findingsOf(report, { sentence, next }, rules)) {
        found.push(finding);
        evidence.push(toEvidence(report, finding, part.section?.name));
      }
    }
  }
  const original = cleaned === undefined ? evidence : evidence.map((one) => mapBack(one, cleaned));
  return assemble({ found, evidence: original, rules, empty: report.tokens.length === 0 });
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

interface Parts {
  readonly found: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly rules: RuleSet;
  readonly empty: boolean;
}

function assemble({ found, evidence, rules, empty }: Parts): ReportLabels {
  const labelOf = (observation: string): ObservationLabel => {
    const own = found.flatMap((finding, index) =>
      finding.target.observation === observation ? [{ finding, evidence: evidence[index] }] : [],
    );
    return {
      class: aggregateClasses(
        own.map((one) => one.finding),
        rules.aggregation,
      ),
      evidence: own.flatMap((one) => one.evidence ?? []),
    };
  };
  const labels = Object.fromEntries(
    OBSERVATIONS.map((observation) => [observation, labelOf(observation)]),
    // The list above is the key type.
  ) as Record<Observation, ObservationLabel>;
  const extra = Object.fromEntries(rules.extraObservations.map((name) => [name, labelOf(name)]));
  return { ...labels, "No Finding": noFinding(found, evidence), empty, truncated: false, extra };
}

/** Positive when nothing but devices is positive or uncertain; its evidence is what blocks it. */
function noFinding(found: readonly Finding[], evidence: readonly Evidence[]): ObservationLabel {
  const blocking = evidence.filter((_, index) => {
    const finding = found[index];
    if (finding === undefined || finding.target.observation === "Support Devices") return false;
    return finding.class === "positive" || finding.class === "uncertain";
  });
  return { class: blocking.length === 0 ? "positive" : "blank", evidence: blocking };
}
