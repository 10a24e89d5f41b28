import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { fingerprintOf } from "../../../server/identity/secret-file.ts";
import { DATABASE_FILE, openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import { livelyFolder } from "../../support/crash/lively-folder.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { CAST } from "../../support/sample/cast.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";
import { OLD_SESSION, oldFolder } from "../../support/storage/old-folder.ts";
import { EDITABLE, editAtRandom, PLACES } from "../../support/storage/random-edits.ts";
import { copyOfFolder } from "../../support/storage/restored-copy.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const ROOT = join(import.meta.dirname, "../../..");
const EDITS = 20;

function verified(directory: string): { broken: number; lines: string[] } {
  const lines: string[] = [];
  const secretFingerprint = fingerprintOf(readFileSync(join(directory, "secret.key")));
  const broken = readKeptData(directory, (data) =>
    verifyData(data, { line: (text) => lines.push(text), secretFingerprint }),
  );
  return { broken, lines };
}

/** The built program on a folder, as `npm run verify` starts it. */
async function verifyProgram(...folders: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(ROOT, "dist/server/verify.js"), ...folders]);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  const [code] = await once(child, "close");
  return { code, output };
}

function filesOf(directory: string): string[] {
  return readdirSync(directory).map((name) => {
    const path = join(directory, name);
    return `${name} ${statSync(path).mtimeMs} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
  });
}

test("[H4] a lively folder holds, each of 20 edits at random is found, and nobody is named", {
  timeout: 300_000,
}, async () => {
  const [seed = 0] = freshSeeds(1);
  const random = new Seeded(seed);
  const folder = await livelyFolder(seed);
  const untouched = verified(folder);
  expect(untouched, `seed ${seed}`).toMatchObject({ broken: 0 });
  expect(untouched.lines.join("\n")).toMatch(/session \S+: holds, \d\d+ rows replayed from the start/);
  expect(untouched.lines.join("\n")).toMatch(
    /notes \S+: holds, [1-9]\d* updates after [1-9]\d*, [2-9] versions/,
  );
  for (let edit = 0; edit < EDITS; edit += 1) {
    const copy = await copyOfFolder(folder);
    const what = editAtRandom(copy, random.pick(PLACES), random);
    const { broken, lines } = verified(copy);
    expect(broken, `${what}, edit ${edit} of seed ${seed}`).toBeGreaterThan(0);
    for (const { name } of Object.values(CAST)) expect(lines.join("\n")).not.toContain(name);
    rmSync(copy, { recursive: true });
  }
});

test("[H4] an edit of any column of any table is found", { timeout: 300_000 }, async () => {
  const [seed = 0] = freshSeeds(1);
  const random = new Seeded(seed);
  const folder = await livelyFolder(seed);
  const missed: string[] = [];
  for (const place of PLACES) {
    const copy = await copyOfFolder(folder);
    const what = editAtRandom(copy, place, random);
    if (verified(copy).broken === 0) missed.push(what);
    rmSync(copy, { recursive: true });
  }
  expect(missed, `seed ${seed}`).toEqual([]);
  expect(PLACES).toHaveLength(Object.values(EDITABLE).flat().length);
});

test("[H4] rows that were taken out are missed", async () => {
  const [seed = 0] = freshSeeds(1);
  const folder = await livelyFolder(seed);
  const cuts = [
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    "DELETE FROM journal WHERE seq = 3",
    "DELETE FROM records WHERE id = (SELECT min(id) FROM records WHERE kind = 'question')",
    "DELETE FROM heads",
    "DELETE FROM notes_updates WHERE seq = (SELECT min(seq) + 1 FROM notes_updates)",
    "DELETE FROM notes_updates WHERE seq = (SELECT max(seq) FROM notes_updates)",
    "DELETE FROM notes_snapshots",
    "DELETE FROM notes_owners",
  ];
  const missed: string[] = [];
  for (const cut of cuts) {
    const copy = await copyOfFolder(folder);
    const database = new Database(join(copy, DATABASE_FILE));
    database.pragma("foreign_keys = OFF");
    database.exec(cut);
    database.close();
    if (verified(copy).broken === 0) missed.push(cut);
  }
  expect(missed).toEqual([]);
});

test("[H4] a folder of the first version holds once it was opened, replayed from what the upgrade left", async () => {
  const directory = await oldFolder();
  expect(() => readKeptData(directory, () => null)).toThrow(/schema 1.*start and stop/);
  const storage = await openSqliteStorage({ directory });
  writeFileSync(join(directory, "secret.key"), Buffer.alloc(32));
  const host = await hostsOn(storage.journal).open(OLD_SESSION);
  expect(await host?.submit({ kind: "organiser" }, newId(), { type: "session.seal" })).toMatchObject({
    rev: 2,
  });
  await storage.close();
  const { broken, lines } = verified(directory);
  expect(lines.filter((line) => line.includes("BROKEN"))).toEqual([]);
  expect(broken).toBe(0);
  expect(lines.join("\n")).toContain("2 rows replayed from row 1, as an upgrade left the records");
  const database = new Database(join(directory, DATABASE_FILE));
  database.exec(`UPDATE records SET json = json_set(json, '$.text', '改') WHERE id = 'question:a'`);
  database.close();
  expect(verified(directory).lines).toContainEqual(
    expect.stringMatching(/BROKEN, record question:a: not as the journal made it: text$/),
  );
});

test("[H4] a folder of the first version holds before any of its sessions was loaded", async () => {
  const directory = await oldFolder();
  await (await openSqliteStorage({ directory })).close();
  writeFileSync(join(directory, "secret.key"), Buffer.alloc(32));
  expect(verified(directory).lines.filter((line) => line.includes("BROKEN"))).toEqual([]);
});

test("[H4] the program ends with 0, 1 or 2, says where it breaks, and writes nothing", async () => {
  const [seed = 0] = freshSeeds(1);
  const folder = await livelyFolder(seed);
  const before = filesOf(folder);
  const whole = await verifyProgram(folder);
  expect(whole, whole.output).toMatchObject({ code: 0, output: expect.stringContaining("全部完好") });
  expect(filesOf(folder)).toEqual(before);
  const database = new Database(join(folder, DATABASE_FILE));
  database.exec("UPDATE journal SET at = at + 1 WHERE seq = 5");
  database.close();
  const edited = await verifyProgram(folder);
  expect(edited).toMatchObject({
    code: 1,
    output: expect.stringContaining("BROKEN, row 5 is not as its hash says"),
  });
  expect(edited.output).toContain("有 1 处损坏");
  for (const wrong of [[], [join(folder, "nothing")], [folder, folder]])
    expect(await verifyProgram(...wrong)).toMatchObject({ code: 2, output: expect.stringContaining("用法") });
  expect(await verifyProgram(await tempDirectory())).toMatchObject({ code: 2 });
});

test("[Z2] the program takes a file for an archive, and says what it is not", async () => {
  const file = join(await tempDirectory(), "archive.zip");
  writeFileSync(file, "PK");
  expect(await verifyProgram(file)).toMatchObject({
    code: 1,
    output: expect.stringContaining("archive: BROKEN, it is cut short, or no archive"),
  });
});

test("[H4] a folder that a server has open is not verified, and is when it has stopped", async () => {
  const directory = await tempDirectory();
  const server = await spawnServer(directory);
  onTestFinished(server.kill);
  const busy = await verifyProgram(directory);
  expect(busy).toEqual({ code: 2, output: `a server is using ${directory}: stop it, or verify a copy\n` });
  await server.kill();
  expect(await verifyProgram(directory)).toMatchObject({ code: 0 });
});
