/**
 * @file The options that every command has, and what they come to on this terminal.
 */
import type { FlagOption, OptionDeclaration } from "./command.ts";
import type { CliContext, ProgressStyle, Settings } from "./context.ts";

/** Options that take part in the configuration, on every command but the drop-in ones. */
export const GLOBAL_OPTIONS = [
  { name: "json", kind: "flag", help: "Print the result as one JSON document on stdout" },
  { name: "quiet", short: "q", kind: "flag", help: "Print nothing but results and errors" },
  { name: "verbose", short: "v", kind: "flag", help: "Say more about what is done" },
  {
    name: "color",
    kind: "choice",
    choices: ["auto", "always", "never"],
    default: "auto",
    help: "Color in the terminal; NO_COLOR is honored",
  },
  {
    name: "progress",
    kind: "choice",
    choices: ["auto", "plain", "json", "none"],
    default: "auto",
    help: "How progress is shown on stderr",
  },
  { name: "debug", kind: "flag", help: "Print stack traces with errors" },
] as const satisfies readonly OptionDeclaration[];

/** Options that act before a command runs, and are no configuration. */
export const EARLY_OPTIONS: readonly FlagOption[] = [
  { name: "help", short: "h", kind: "flag", help: "Show help; with --all, every option" },
  { name: "all", kind: "flag", help: "With --help: show every option" },
  { name: "print-config", kind: "flag", help: "Print the options in force as JSON, and stop" },
];

/** Works out the settings from option values and the terminal. */
export function settingsFrom(
  values: Readonly<Record<string, unknown>>,
  context: CliContext,
): Settings {
  const { env, terminal } = context;
  const color = values["color"];
  const mayColor = color === "always" || (color !== "never" && !env["NO_COLOR"]);
  const colorOn = (isTerminal: boolean) => mayColor && (color === "always" || isTerminal);
  return {
    json: values["json"] === true,
    quiet: values["quiet"] === true,
    verbose: values["verbose"] === true,
    debug: values["debug"] === true,
    colorOnStdout: colorOn(terminal.stdoutIsTerminal),
    colorOnStderr: colorOn(terminal.stderrIsTerminal),
    progress: progressStyle(values, terminal.stderrIsTerminal),
  };
}

function progressStyle(
  values: Readonly<Record<string, unknown>>,
  stderrIsTerminal: boolean,
): ProgressStyle {
  const asked = values["progress"];
  if (values["quiet"] === true) return "none";
  if (asked === "plain" || asked === "json" || asked === "none") return asked;
  return stderrIsTerminal ? "bar" : "none";
}
