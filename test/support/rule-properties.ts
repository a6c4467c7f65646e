/**
 * @file The properties of rule-labeler.md §10 as fast-check tests, for any number of runs.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { OBSERVATIONS, type Observation } from "../../src/labels/observations.ts";
import type { Evidence, ReportLabels } from "../../src/labels/report-labels.ts";
import { readBuiltinLexicon } from "../../src/rules/builtin-lexicon.ts";
import { labelReport } from "../../src/rules/label-report.ts";
import { expandPattern } from "../../src/rules/phrase-pattern.ts";
import { createRuleSet } from "../../src/rules/rule-set.ts";

const files = readBuiltinLexicon();
const rules = createRuleSet(files);

const label = (text: string): ReportLabels => labelReport(text, rules);

function classesOf(text: string): Readonly<Record<string, string>> {
  const labels = label(text);
  return Object.fromEntries(OBSERVATIONS.map((name) => [name, labels[name].class]));
}

/** One plain name per observation that has plain names. */
const NAMES = [
  ["opacity", "Lung Opacity"],
  ["infiltrate", "Lung Opacity"],
  ["nodule", "Lung Lesion"],
  ["pulmonary edema", "Edema"],
  ["consolidation", "Consolidation"],
  ["pneumonia", "Pneumonia"],
  ["atelectasis", "Atelectasis"],
  ["pneumothorax", "Pneumothorax"],
  ["pleural effusion", "Pleural Effusion"],
  ["pleural thickening", "Pleural Other"],
  ["rib fracture", "Fracture"],
  ["cardiomegaly", "Cardiomegaly"],
] as const satisfies readonly (readonly [string, Observation])[];

const name = fc.constantFrom(...NAMES);

const adjective = fc.constantFrom("", "small ", "left ", "right basilar ", "new ", "stable ");

const templates: readonly ((finding: string) => string)[] = [
  (finding) => `There is ${finding}`,
  (finding) => `No ${finding}`,
  (finding) => `Possible ${finding}`,
  (finding) => `No evidence of ${finding}`,
  (finding) => `${capitalize(finding)} is not seen`,
  (finding) => `${capitalize(finding)} cannot be excluded`,
  (finding) => `${capitalize(finding)} has resolved`,
  (finding) => `Findings may represent ${finding}`,
  (finding) => `The lungs are clear without ${finding}`,
  (finding) => `Persistent ${finding} on the left`,
];

const plainSentence = fc.constantFrom(
  "Heart size is normal",
  "The heart is mildly enlarged",
  "Stable cardiomediastinal silhouette",
  "Mediastinal contours are unremarkable",
  "Median sternotomy wires are intact",
  "Right PICC tip in the lower SVC",
  "Costophrenic angles are sharp",
  "The cardiac silhouette is borderline enlarged and the mediastinum is normal",
);

/** A sentence without its full stop. */
const sentence = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...templates), adjective, name)
      .map(([template, word, [finding]]) => template(word + finding)),
  },
  { weight: 1, arbitrary: plainSentence },
);

const sentences = fc.array(sentence, { minLength: 1, maxLength: 6 });

/** Sentences that name nothing at all. */
const neutralSentence = fc.constantFrom(
  "Two views were obtained",
  "The trachea is midline",
  "The patient is rotated to the left",
  "The results were called to the ward",
);

const join = (parts: readonly string[]): string => parts.map((part) => `${part}.`).join(" ");

/** Phrases of the lexicon that assert their observation. */
const lexiconPhrases = files.observations.flatMap((file) =>
  file.include.flatMap((pattern) =>
    (expandPattern(pattern, file.macros) ?? []).map((words) => ({
      phrase: words.join(" "),
      observation: file.observation,
    })),
  ),
);

const separator = fc.constantFrom(", ", " or ", " and ", ", or ", ", and ", " nor ", "/");

/** Defines the fifteen properties. */
export function testRuleProperties(numRuns: number): void {
  const check = <Values extends [unknown, ...unknown[]]>(
    title: string,
    arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
    predicate: (...values: Values) => void,
  ): void => {
    test(title, () => {
      fc.assert(fc.property(...arbitraries, predicate), { numRuns });
    });
  };

  check<[string[]]>("1: a final full stop changes nothing", [sentences], (parts) => {
    const text = join(parts);
    expect(classesOf(text.slice(0, -1))).toEqual(classesOf(text));
    for (const part of parts) expect(classesOf(`${part}.`)).toEqual(classesOf(part));
  });

  check<[string[]]>("2: letter case changes nothing", [sentences], (parts) => {
    const text = join(parts);
    expect(classesOf(text.toUpperCase())).toEqual(classesOf(text));
    expect(classesOf(text.toLowerCase())).toEqual(classesOf(text));
  });

  check<[string[], number]>(
    "3: more white space and other line breaks change nothing",
    [sentences, fc.integer({ min: 1, max: 9 })],
    (parts, width) => {
      const words = join(parts).split(" ");
      const wrapped = words
        .map((word, index) => (index % width === width - 1 ? `${word}\n` : `${word}  \t`))
        .join("");
      expect(classesOf(wrapped)).toEqual(classesOf(words.join(" ")));
      expect(classesOf(wrapped.replaceAll("\n", "\r\n\r\n"))).toEqual(classesOf(words.join(" ")));
    },
  );

  check<[string[], string]>(
    "4: list numbers and bullets change nothing",
    [sentences, fc.constantFrom("- ", "* ", "• ")],
    (parts, bullet) => {
      const expected = classesOf(join(parts));
      const numbered = parts.map((part, index) => `${index + 1}. ${part}.`);
      expect(classesOf(numbered.join("\n"))).toEqual(expected);
      expect(classesOf(numbered.join(" "))).toEqual(expected);
      expect(classesOf(parts.map((part) => `${bullet}${part}.`).join("\n"))).toEqual(expected);
    },
  );

  check<[string[]]>("5: the order of sentences changes nothing", [sentences], (parts) => {
    expect(classesOf(join(parts.toReversed()))).toEqual(classesOf(join(parts)));
  });

  check<[string[], string, number]>(
    "6: a sentence without any phrase changes nothing",
    [sentences, neutralSentence, fc.nat(6)],
    (parts, extra, position) => {
      const more = parts.toSpliced(Math.min(position, parts.length), 0, extra);
      expect(classesOf(join(more))).toEqual(classesOf(join(parts)));
    },
  );

  check<[string[], string[]]>(
    "7: other reports before it and a second time change nothing",
    [sentences, sentences],
    (parts, others) => {
      const first = label(join(parts));
      label(join(others));
      expect(label(join(parts))).toEqual(first);
    },
  );

  check<[string[], string]>(
    "8: evidence slices the original text to the words of the mention",
    [sentences, fc.constantFrom("", "___ ", "Ünïcødé – ", "\u{1f600} ", "İ ")],
    (parts, prefix) => {
      const text = prefix + join(parts);
      const labels = label(text);
      for (const observation of OBSERVATIONS) {
        for (const evidence of labels[observation].evidence ?? []) {
          expect(sliceOf(text, evidence)).toMatch(/^\p{L}[\p{L}\p{N}' -]*$/u);
        }
      }
    },
  );

  check<[readonly [string, Observation]]>(
    '9: "no" turns a bare mention into a negative',
    [name],
    ([finding, observation]) => {
      expect(label(`${finding}.`)[observation].class).toBe("positive");
      expect(label(`no ${finding}.`)[observation].class).toBe("negative");
    },
  );

  check<[readonly [string, Observation], readonly [string, Observation], string]>(
    '10: "X or Y" gives both the same class',
    [name, name, fc.constantFrom("", "No ", "Possible ", "There is ", "Without ")],
    ([x, observationX], [y, observationY], head) => {
      const labels = label(`${head}${x} or ${y}.`);
      expect(labels[observationX].class).toBe(labels[observationY].class);
    },
  );

  check<[(typeof lexiconPhrases)[number]]>(
    "11: every phrase is found, negated and hedged",
    [fc.constantFrom(...lexiconPhrases)],
    ({ phrase, observation }) => {
      if (observation === "No Finding") {
        expect(label(`There is ${phrase}.`)["No Finding"].class).toBe("blank");
        expect(label(`There is no ${phrase}.`)["No Finding"].class).toBe("positive");
        expect(label(`Possible ${phrase}.`)["No Finding"].class).toBe("blank");
        return;
      }
      // The lexicon's observations are the 14 names.
      const known = observation as Observation;
      expect(label(`There is ${phrase}.`)[known].class).toBe("positive");
      expect(label(`There is no ${phrase}.`)[known].class).toBe("negative");
      expect(label(`Possible ${phrase}.`)[known].class).toBe("uncertain");
    },
  );

  check<[(readonly [string, Observation])[], string, string]>(
    "12: a negation reaches every member of a list",
    [
      fc.uniqueArray(name, {
        minLength: 2,
        maxLength: 6,
        selector: ([, observation]) => observation,
      }),
      separator,
      fc.constantFrom(
        "No ",
        "There is no evidence of ",
        "Lungs are clear without ",
        "Negative for ",
      ),
    ],
    (members, last, head) => {
      const findings = members.map(([finding]) => finding);
      const list = findings.slice(0, -1).join(last === " nor " || last === "/" ? last : ", ");
      const labels = label(`${head}${list}${last}${findings.at(-1)}.`);
      for (const [, observation] of members) expect(labels[observation].class).toBe("negative");
    },
  );

  check<[string[]]>("13: No Finding leaves no other label open", [sentences], (parts) => {
    const labels = label(join(parts));
    if (labels["No Finding"].class === "blank") return;
    for (const observation of OBSERVATIONS) {
      if (observation === "No Finding" || observation === "Support Devices") continue;
      expect(["negative", "blank"]).toContain(labels[observation].class);
    }
  });

  check<[string]>(
    "14: any text is labeled without a throw",
    [fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }))],
    (text) => {
      expect(Object.keys(label(text))).toHaveLength(OBSERVATIONS.length + 3);
    },
  );

  check<[string[][]]>(
    "15: each report gets its own labels, in order",
    [fc.array(sentences, { maxLength: 5 })],
    (reports) => {
      const texts = reports.map(join);
      expect(texts.map(label)).toHaveLength(texts.length);
      texts.forEach((text, index) => {
        expect(label(text)).toEqual(texts.map(label)[index]);
      });
    },
  );
}

function sliceOf(text: string, evidence: Evidence): string {
  return text.slice(evidence.mention.start, evidence.mention.end);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
