import { readFileSync } from "node:fs";

/** The version of this package, as `package.json` two folders above says it. */
export const PACKAGE_VERSION: string = readVersion();

function readVersion(): string {
  const path = new URL("../../package.json", import.meta.url);
  // The file ships with this package, so its shape is ours.
  const json = JSON.parse(readFileSync(path, "utf8")) as { readonly version: string };
  return json.version;
}
