/**
 * @file The facts of a checkpoint as lines for people.
 */
import type { CheckpointFacts } from "../../labeler/show-checkpoint.ts";

/** Formats the facts, one a line, with or without the list of tensors. */
export function formatCheckpointFacts(facts: CheckpointFacts, tensors: "all" | "none"): string {
  const { config, optimizer } = facts;
  const lines: [string, string | undefined][] = [
    ["container", facts.container],
    ["model", facts.model === "labeler" ? "BERT with 14 heads" : facts.model],
    ["not a labeler", facts.problem],
    [
      "sizes",
      config &&
        `${config.numHiddenLayers} layers, width ${config.hiddenSize}, ${config.numAttentionHeads} attention heads, feed-forward ${config.intermediateSize}, ${config.maxPositionEmbeddings} positions, ${config.vocabSize} vocabulary entries`,
    ],
    ["parameters", `${facts.parameterCount} in ${facts.tensors.length} tensors, ${types(facts)}`],
    ["epoch", facts.epoch?.toString()],
    ["optimizer", optimizer === undefined ? "none" : adamLine(optimizer)],
    ["names", facts.hasModulePrefix ? "with module." : "without module."],
    ["left out", facts.ignoredNames.length === 0 ? undefined : facts.ignoredNames.join(", ")],
    ["vocabulary", facts.vocabularySize && `${facts.vocabularySize} entries`] as [string, string],
    ...facts.files.flatMap(({ path, bytes, sha256 }): [string, string][] => [
      ["file", `${path}, ${bytes} bytes`],
      ["sha256", sha256],
    ]),
  ];
  const shown = lines.flatMap(([name, value]) => (value ? [`${name.padEnd(13)} ${value}`] : []));
  const list = facts.tensors.map(
    ({ name, dtype, shape }) => `${name} ${dtype} [${shape.join(", ")}]`,
  );
  return [...shown, ...(tensors === "all" ? ["", ...list] : [])].join("\n");
}

function types({ tensors }: CheckpointFacts): string {
  return [...new Set(tensors.map(({ dtype }) => dtype))].join(", ");
}

function adamLine(optimizer: NonNullable<CheckpointFacts["optimizer"]>): string {
  const [group] = optimizer.parameterGroups;
  const rate = group === undefined ? "" : `, learning rate ${group.learningRate}`;
  const step = optimizer.step === undefined ? "" : `, step ${optimizer.step}`;
  return `Adam for ${optimizer.parameterCount} parameters${rate}${step}`;
}
