/**
 * @file A model with the rules beside it: the model's labels and probabilities, the rules'
 * evidence, and what each of the two says alone.
 *
 * The rules have a vote where the model's calibration gives them one: the odds of their class are
 * multiplied, so a model that is sure prevails and one that wavers is decided by them. A published
 * checkpoint gives them none, and its labels stay exactly its own.
 */
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { LabelCallOptions, ReportLabeler } from "../labels/report-labeler.ts";
import type { ObservationLabel, ReportLabels } from "../labels/report-labels.ts";
import type { BertLabeler } from "./bert-labeler.ts";

/**
 * Lets the rules read what the model reads. Disposing of it disposes of both.
 *
 * @example
 * ```ts
 * await using labeler = withRulesBeside(await loadLabeler(), await loadRuleLabeler());
 * const [labels] = await labeler.label(["No effusion. Mild cardiomegaly."]);
 * labels?.Cardiomegaly.votes; // { model: "positive", rules: "positive" }
 * ```
 */
export function withRulesBeside(model: BertLabeler, rules: ReportLabeler): BertLabeler {
  const { ruleVote } = model;

  async function* labelStream(
    texts: Iterable<string> | AsyncIterable<string>,
    options: LabelCallOptions = {},
  ): AsyncIterableIterator<ReportLabels> {
    // The model reads ahead; its texts are kept until their labels come.
    const waiting: string[] = [];
    async function* noted() {
      for await (const text of texts) {
        waiting.push(text);
        yield text;
      }
    }
    for await (const labels of model.labelStream(noted(), options)) {
      const [ruled] = await rules.label(waiting.splice(0, 1), options);
      if (ruled === undefined) throw new RangeError("Expected labels for every text");
      yield joinLabels(labels, ruled, ruleVote);
    }
  }

  return {
    ...model,
    identity: { ...model.identity, ...besideIdentity(rules, ruleVote) },
    async label(texts, options = {}) {
      const modelLabels = model.label(texts, options);
      // The rules run while the model's workers do.
      const [labels, ruled] = await Promise.all([modelLabels, rules.label(texts, options)]);
      return labels.map((one, i) => joinLabels(one, ruled[i] ?? one, ruleVote));
    },
    labelStream,
    async [Symbol.asyncDispose]() {
      await model[Symbol.asyncDispose]();
      await rules[Symbol.asyncDispose]();
    },
  };
}

/** Without a vote the rules change no label, so they are no part of what made them. */
function besideIdentity(rules: ReportLabeler, ruleVote: number): ReportLabeler["identity"] {
  if (ruleVote === 0) return {};
  const facts = Object.entries(rules.identity).map(([key, value]) => [`rules.${key}`, value]);
  return { ...Object.fromEntries(facts), ruleVote };
}

/** Joins what a model and the rules say of one report. */
export function joinLabels(model: ReportLabels, rules: ReportLabels, given: number): ReportLabels {
  // Nothing is said by an empty report, whatever a network makes of it.
  const ruleVote = model.empty && 0 < given ? Number.POSITIVE_INFINITY : given;
  const joined = OBSERVATIONS.map((observation) => [
    observation,
    joinLabel(model[observation], rules[observation], ruleVote),
  ]);
  return { ...model, ...Object.fromEntries(joined) };
}

function joinLabel(
  model: ObservationLabel,
  rules: ObservationLabel,
  ruleVote: number,
): ObservationLabel {
  return {
    ...model,
    ...vote(model, rules.class, ruleVote),
    votes: { model: model.class, rules: rules.class },
    ...(rules.evidence !== undefined && { evidence: rules.evidence }),
  };
}

/**
 * Multiplies the odds of one class and finds the most probable one; the model's on ties. An
 * infinite vote settles the label.
 */
function vote(
  { class: modelClass, probabilities }: ObservationLabel,
  ruleClass: LabelClass,
  ruleVote: number,
): Pick<ObservationLabel, "class" | "probabilities"> {
  if (ruleVote === 0 || probabilities === undefined || probabilities[ruleClass] === undefined) {
    return { class: modelClass };
  }
  const raised = { ...probabilities };
  const odds = Math.exp(-ruleVote);
  // Lowering the others instead keeps an infinite vote finite.
  for (const [labelClass, value] of entriesOf(probabilities)) {
    raised[labelClass] = labelClass === ruleClass ? value || Number.MIN_VALUE : value * odds;
  }
  const sum = Object.values(raised).reduce((total, value) => total + value, 0);
  for (const [labelClass, value] of entriesOf(raised)) raised[labelClass] = value / sum;
  // Only the rules' class has gained, so it wins or the model's does.
  const isOutvoted = (raised[modelClass] ?? 0) < (raised[ruleClass] ?? 0);
  return { class: isOutvoted ? ruleClass : modelClass, probabilities: raised };
}

function entriesOf(shares: Readonly<Partial<Record<LabelClass, number>>>) {
  return Object.entries(shares) as [LabelClass, number][]; // Keys of a record of classes.
}
