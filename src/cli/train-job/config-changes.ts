/**
 * @file What a user changes of a preset: `--config FILE`, then `--set training.KEY=VALUE`.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../../base/errors.ts";
import { parseTrainConfig, type TrainPreset } from "../../training/train-config.ts";

/** What `--print-config` shows of a recipe: a file of this form may follow `--config`. */
export async function recipeSection(
  preset: TrainPreset,
  options: { readonly config: string | undefined; readonly set: readonly string[] },
  cwd: string,
): Promise<Readonly<Record<string, unknown>>> {
  const changes = await readConfigChanges(options.config, options.set, cwd);
  return { training: parseTrainConfig(preset, changes) };
}

/** Reads the changes in the order in which they count, later ones over earlier ones. */
export async function readConfigChanges(
  configFile: string | undefined,
  assignments: readonly string[],
  cwd: string,
): Promise<Readonly<Record<string, unknown>>> {
  const changes: Record<string, unknown> = {};
  if (configFile !== undefined) Object.assign(changes, await readConfigFile(configFile, cwd));
  for (const assignment of assignments) {
    const [, key, value] = /^training\.([^=]+)=(.*)$/s.exec(assignment) ?? [];
    if (key === undefined || value === undefined) {
      throw new UsageError(
        "TRAINING_SET_FORM",
        `Expected --set training.KEY=VALUE, got "${assignment.slice(0, 60)}"`,
        { hint: "For example --set training.epochs=3" },
      );
    }
    changes[key] = parseValue(value);
  }
  return changes;
}

/** The fields stand at the top of the file, or under `training`. */
async function readConfigFile(
  path: string,
  cwd: string,
): Promise<Readonly<Record<string, unknown>>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(resolve(cwd, path), "utf8"));
  } catch (cause) {
    throw new UsageError("TRAINING_CONFIG_FILE", `Expected JSON in ${path}, got ${reason(cause)}`, {
      hint: "chexbert train --print-config writes a configuration to start from",
      cause,
    });
  }
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(json)) {
    throw new UsageError(
      "TRAINING_CONFIG_FILE",
      `Expected a JSON object in ${path}, got another value`,
    );
  }
  const { $schema: _, training, ...fields } = json;
  return isObject(training) ? training : fields;
}

function reason(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "other text";
}

/** Numbers, true, false and null as in JSON; anything else is a word. */
function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
