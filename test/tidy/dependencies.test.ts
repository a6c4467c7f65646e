/**
 * @file Every direct dependency stands on the decision page, has an exact version and accepts
 * the oldest Node we promise; no package with an install script slips in.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { expect, test } from "vitest";

interface LockedPackageJson {
  readonly version?: string;
  readonly engines?: { readonly node?: string } | readonly string[];
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
}

const OLDEST_NODE = "20.19.0";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, LockedPackageJson>;
};
const page = readFileSync(join(root, "docs/decisions/dependencies.md"), "utf8");
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

function namesUnder(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const firstCells = section
    .split("\n")
    .flatMap((line) => line.match(/^\|([^|]*`[^|]*)\|/)?.[1] ?? []);
  return firstCells.flatMap((cell) =>
    Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = ""]) => name),
  );
}

test("the decision page lists exactly the direct dependencies", () => {
  expect(namesUnder("Runtime").toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  expect(namesUnder("Development").toSorted()).toEqual(
    Object.keys(manifest.devDependencies).toSorted(),
  );
});

test("direct dependencies have exact versions", () => {
  const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));

  expect(loose).toEqual([]);
});

test("every installed package accepts Node 20.19", () => {
  const refusing = Object.entries(lock.packages).filter(([, { engines }]) => {
    const range = Array.isArray(engines) ? undefined : (engines as { node?: string })?.node;
    return range !== undefined && !satisfies(OLDEST_NODE, range);
  });

  expect(refusing.map(([name]) => name)).toEqual([]);
});

test("install scripts are only those that the decision page explains", () => {
  const withScript = Object.entries(lock.packages)
    .filter(([path, locked]) => path !== "" && locked.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));

  expect(withScript.filter((name) => !namesUnder("Install scripts").includes(name))).toEqual([]);
});

test("the lock file names no host", () => {
  const resolved = Object.values(lock.packages).filter((locked) => locked.resolved !== undefined);

  expect(resolved).toEqual([]);
});
