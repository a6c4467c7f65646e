import { expect, test } from "vitest";
import { showPathsAsTyped } from "./shown-paths.ts";

const MESSAGE = "Expected a file at /home/me/a.csv, got nothing";

test("a path that was resolved is shown as it was typed", () => {
  expect(showPathsAsTyped(MESSAGE, "/home/me", ["label", "a.csv"])).toBe(
    "Expected a file at a.csv, got nothing",
  );
});

test("a path that was typed in full stays", () => {
  expect(showPathsAsTyped(MESSAGE, "/home/me", ["label", "/home/me/a.csv"])).toBe(MESSAGE);
});

test("the root folder and a folder with a similar name change nothing", () => {
  expect(showPathsAsTyped(MESSAGE, "/", ["a.csv"])).toBe(MESSAGE);
  expect(showPathsAsTyped(MESSAGE, "/home/m", ["a.csv"])).toBe(MESSAGE);
});
