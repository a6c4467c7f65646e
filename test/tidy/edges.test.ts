/**
 * @file What touches the world outside stands under "Edges" in ARCHITECTURE.md, and nothing else.
 *
 * How to fix a failure: take the value as an argument, or move the code to a file of the list. A
 * new edge is a design change: argue for it, then add the file to the table. A file that is no edge
 * any more leaves the table.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const source = join(root, "src");
const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");

const NETWORK_MODULES = "node:(?:net|tls|http|https|http2|dgram|dns)(?:/promises)?";

/** What shows that a file is an edge, in code without comments. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  files: /"(?:node:fs(?:\/promises)?|write-file-atomic)"/,
  machine: /\bprocess(?:\.\w|\?\.|\[)|"node:(?:os|module|process|v8|vm)"/,
  "environment, standard streams, exit":
    /\bprocess\.(?:env|argv|cwd|chdir|std\w+|exit\w*|on|once|umask)\b/,
  "clock and timers":
    /\bDate\b|\bperformance\b|\bhrtime\b|\bset(?:Timeout|Interval)\b|"node:(?:timers|perf_hooks)/,
  "native code and threads": /"(?:onnxruntime-node|piscina|node:worker_threads)[/"]/,
  "unseeded random numbers": /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/,
  network: new RegExp(`"${NETWORK_MODULES}"|\\bfetch\\(|\\bXMLHttpRequest\\b|\\bWebSocket\\b`),
  "other programs": /"node:(?:child_process|cluster)"/,
  console: /\bconsole\b/,
};

/** Code without its comments, so that a sign counts where it does something. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => name.endsWith(".ts") && !/\.(test|slow)\.ts$/.test(name))
  .map((name) => ({ name, code: withoutComments(readFileSync(join(source, name), "utf8")) }));

/** The table: edge to the files and folders that may be it. */
const section = page.split("\n## Edges\n")[1]?.split("\n## ")[0] ?? "";
const table = new Map(
  Array.from(
    section.matchAll(/^\| ([a-z][^|]*) \|[^|]*\|([^|]*)\|$/gm),
    ([, edge = "", cell = ""]) =>
      [edge, Array.from(cell.matchAll(/`([^`]+)`/g), ([, path = ""]) => path)] as const,
  ).filter(([edge]) => edge !== "edge"),
);

test("the table and the signs speak of the same edges", () => {
  expect([...table.keys()]).toEqual(Object.keys(SIGNS));
});

test.each(Object.entries(SIGNS))("only the files of the table are edges: %s", (edge, sign) => {
  const allowed = table.get(edge) ?? [];
  const found = files.filter(({ code }) => sign.test(code)).map(({ name }) => name);
  const covers = (path: string) => (name: string) =>
    path.endsWith("/") ? name.startsWith(path) : name === path;

  const strangers = found.filter((name) => !allowed.some((path) => covers(path)(name)));
  const stale = allowed.filter((path) => !found.some(covers(path)));

  expect(strangers).toEqual([]);
  expect(stale).toEqual([]);
});

test("base imports nothing of Node", () => {
  const importing = files.filter(
    ({ name, code }) => name.startsWith("base/") && /"node:|\bBuffer\b/.test(code),
  );

  expect(importing.map(({ name }) => name)).toEqual([]);
});

test("every file that ARCHITECTURE.md names by its path exists", () => {
  const paths = Array.from(page.matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g), ([, p = ""]) => p);

  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every room has its paragraph", () => {
  const rooms = [...new Set(files.map(({ name }) => name.split("/")[0] ?? ""))];

  const missing = rooms.filter(
    (room) => !room.endsWith(".ts") && !page.includes(`**\`${room}\`**`),
  );

  expect(missing).toEqual([]);
});
