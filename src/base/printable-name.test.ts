import { expect, test } from "vitest";
import { printableName } from "./printable-name.ts";

test("a plain name stays as it is", () => {
  expect(printableName("linear_heads.0.weight")).toBe("linear_heads.0.weight");
});

test("control characters and endless names are tamed", () => {
  expect(printableName("\x1b[31ma\nb")).toBe("?[31ma?b");
  expect(printableName("x".repeat(1_000_000))).toBe(`${"x".repeat(120)}...`);
});
