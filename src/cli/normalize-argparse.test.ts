import { expect, test } from "vitest";
import type { CommandDeclaration } from "./command.ts";
import { normalizeArgparse } from "./normalize-argparse.ts";

const text = (name: string, short?: string) =>
  ({ name, kind: "text", value: "X", help: "A value", ...(short && { short }) }) as const;

const declaration: CommandDeclaration = {
  name: "stand-in",
  summary: "A stand-in",
  operands: [],
  options: [
    text("data", "d"),
    text("output_dir", "o"),
    text("train_csv"),
    text("train_imp_list"),
    { ...text("sections"), variadic: true },
    { name: "verbose", short: "v", kind: "flag", help: "A flag" },
  ],
  examples: [],
};

test.each([
  [["-d=x"], ["--data=x"]],
  [["-dx"], ["--data=x"]],
  [["-d", "x"], ["--data=x"]],
  [["--data=x"], ["--data=x"]],
  [["--data", "x"], ["--data=x"]],
  [["-d=a=b"], ["--data=a=b"]],
  [["-d="], ["--data="]],
  [["--data="], ["--data="]],
  [["-d x"], ["--data= x"]],
  [["--out=y"], ["--output_dir=y"]],
  [["--o", "y"], ["--output_dir=y"]],
  [["-d", "-1"], ["--data=-1"]],
  [
    ["-d", "x", "-v"],
    ["--data=x", "--verbose"],
  ],
  [
    ["--sections", "a", "b", "-v"],
    ["--sections", "a", "b", "--verbose"],
  ],
  [["stray"], ["stray"]],
])("%j becomes %j", (argv, expected) => {
  expect(normalizeArgparse(declaration, argv)).toEqual(expected);
});

test("another long name of an option stands for it, and shares its prefixes", () => {
  const renamed: CommandDeclaration = {
    ...declaration,
    options: [{ ...text("output_path", "o"), aliases: ["output_dir"] }],
  };

  for (const argv of [["--output_dir=y"], ["--out", "y"], ["--output_p=y"], ["-o=y"]]) {
    expect(normalizeArgparse(renamed, argv)).toEqual(["--output_path=y"]);
  }
});

test.each([
  [["-d"], "ARGUMENT_MISSING_VALUE"],
  [["-d", "-x"], "ARGUMENT_MISSING_VALUE"],
  [["-data=x"], "ARGUMENT_UNKNOWN_OPTION"],
  [["--train=a"], "ARGUMENT_UNKNOWN_OPTION"],
  [["--nonsense"], "ARGUMENT_UNKNOWN_OPTION"],
])("%j is refused with %s", (argv, code) => {
  expect(() => normalizeArgparse(declaration, argv)).toThrow(expect.objectContaining({ code }));
});
