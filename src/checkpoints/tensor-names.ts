/**
 * @file From the names in a file to canonical names [chexbert.md §7.2].
 *
 * - `module.` of the multi-GPU wrapper is removed.
 * - `LayerNorm.gamma` and `.beta` of TensorFlow conversions become `weight` and `bias`.
 * - An encoder saved alone lacks `bert.`; it is put in front.
 * - `position_ids` is a buffer that came and went with library versions; it is left out.
 */
import { FormatError } from "../base/errors.ts";
import { printableName } from "../base/printable-name.ts";

export interface CanonicalNames {
  /** Canonical name → name in the file, in file order. */
  readonly names: ReadonlyMap<string, string>;
  readonly ignoredNames: readonly string[];
  readonly hasModulePrefix: boolean;
}

const MODULE_PREFIX = "module.";

/** Names that belong to an encoder saved without its `bert.` prefix. */
const ENCODER_ROOTS = ["embeddings.", "encoder.", "pooler."] as const;

/** Gives every tensor its canonical name. */
export function canonicalNames(fileName: string, fileNames: Iterable<string>): CanonicalNames {
  const names = new Map<string, string>();
  const ignoredNames: string[] = [];
  let hasModulePrefix = false;
  for (const name of fileNames) {
    const isWrapped = name.startsWith(MODULE_PREFIX);
    hasModulePrefix ||= isWrapped;
    const canonical = canonicalName(isWrapped ? name.slice(MODULE_PREFIX.length) : name);
    if (canonical.endsWith(".position_ids")) {
      ignoredNames.push(name);
      continue;
    }
    if (names.has(canonical)) {
      throw new FormatError(
        "CHECKPOINT_DOUBLED_TENSOR",
        `Expected every tensor once in ${fileName}, got ${printableName(canonical)} under two names`,
        { hint: "Write the file again with one name per tensor", place: { file: fileName } },
      );
    }
    names.set(canonical, name);
  }
  return { names, ignoredNames, hasModulePrefix };
}

function canonicalName(name: string): string {
  const modern = name
    .replace(/\.LayerNorm\.gamma$/, ".LayerNorm.weight")
    .replace(/\.LayerNorm\.beta$/, ".LayerNorm.bias");
  return ENCODER_ROOTS.some((root) => modern.startsWith(root)) ? `bert.${modern}` : modern;
}
