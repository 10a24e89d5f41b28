import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { DATABASE_FILE } from "../../server/storage/sqlite/open-sqlite-storage.ts";
import { ON_WINDOWS } from "../support/process/on-windows.ts";
import { failedStart, spawnServer } from "../support/process/server-process.ts";
import { createSession, signIn } from "../support/sockets/api.ts";
import { copyOfFolder } from "../support/storage/restored-copy.ts";
import { makeDirectory, removeDirectory, tempDirectory } from "../support/temp-directory.ts";

const PAGE_BYTES = 4096;
const SECRET = "secret.key";
/** A user who owns none of the files. */
const NOBODY_ID = 65_534;

/** Folders of two servers, as each left it: stopped, and killed with its last words in the `-wal`. */
const folders = { own: "", other: "", killed: "", otherKilled: "" };

beforeAll(async () => {
  const root = await makeDirectory();
  for (const [stopped, killed] of [
    ["own", "killed"],
    ["other", "otherKilled"],
  ] as const) {
    folders[stopped] = join(root, stopped);
    folders[killed] = join(root, killed);
    const server = await spawnServer(folders[stopped]);
    const token = await signIn(server.url);
    const sessions = Array.from({ length: 20 }, (_, count) =>
      createSession(server.url, token, { title: `研讨 ${count}`, place: "会议室".repeat(20) }),
    );
    await Promise.all(sessions);
    await server.kill();
    cpSync(folders[stopped], folders[killed], { recursive: true });
    expect(await (await spawnServer(folders[stopped])).stop()).toBe(0);
  }
  return () => removeDirectory(root);
}, 180_000);

/** A digest of every file; `-shm` aside, which is no data: SQLite makes it anew out of the `-wal`. */
function contents(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => !name.endsWith("-shm"));
  return Object.fromEntries(
    names.map((name) => {
      const path = join(directory, name);
      return [
        name,
        statSync(path).isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "folder",
      ];
    }),
  );
}

/** Writes over pages of the database, counted from 0. */
function overwrite(directory: string, fromPage: number, pages: number, byte = 0xa5): void {
  const file = join(directory, DATABASE_FILE);
  const bytes = readFileSync(file);
  bytes.fill(byte, fromPage * PAGE_BYTES, (fromPage + pages) * PAGE_BYTES);
  writeFileSync(file, bytes);
}

function pagesOf(directory: string): number {
  return statSync(join(directory, DATABASE_FILE)).size / PAGE_BYTES;
}

interface Trouble {
  readonly what: string;
  readonly of?: keyof typeof folders;
  readonly breaks: (directory: string) => void;
  readonly says: RegExp;
}

const db = (directory: string, suffix = "") => join(directory, DATABASE_FILE + suffix);

const TROUBLES: readonly Trouble[] = [
  { what: "no database", breaks: (at) => rmSync(db(at)), says: /yantao\.db is missing.*backup/ },
  {
    what: "no database beside a -wal and no secret",
    of: "killed",
    breaks: (at) => {
      rmSync(db(at));
      rmSync(join(at, SECRET));
    },
    says: /yantao\.db is missing.*backup/,
  },
  {
    what: "a database of 0 bytes",
    breaks: (at) => truncateSync(db(at), 0),
    says: /yantao\.db is empty.*backup/,
  },
  {
    what: "a database cut off in the middle",
    breaks: (at) => truncateSync(db(at), Math.floor(pagesOf(at) / 2) * PAGE_BYTES),
    says: /yantao\.db is damaged.*backup/,
  },
  {
    what: "a database cut off inside its first page",
    breaks: (at) => truncateSync(db(at), 1000),
    says: /yantao\.db .*backup/,
  },
  {
    what: "an overwritten header",
    breaks: (at) => {
      const bytes = readFileSync(db(at));
      writeFileSync(db(at), bytes.fill(0, 0, 100));
    },
    says: /yantao\.db is not a database, or its beginning was overwritten.*backup/,
  },
  {
    what: "overwritten pages in the middle",
    breaks: (at) => overwrite(at, Math.floor(pagesOf(at) / 2), 3),
    says: /yantao\.db is damaged.*backup/,
  },
  {
    what: "zeroed pages in the middle",
    breaks: (at) => overwrite(at, 5, 4, 0),
    says: /yantao\.db is damaged.*backup/,
  },
  {
    what: "a text instead of a database",
    breaks: (at) => writeFileSync(db(at), "not a database\n".repeat(1000)),
    says: /yantao\.db is not a database.*backup/,
  },
  {
    what: "a database of another program",
    breaks: (at) => {
      rmSync(db(at));
      const database = new Database(db(at));
      database.exec("CREATE TABLE photos (name TEXT)");
      database.close();
    },
    says: /yantao\.db is a database of another program.*backup/,
  },
  {
    what: "a database without a table",
    breaks: (at) => {
      rmSync(db(at));
      const database = new Database(db(at));
      database.pragma("journal_mode = WAL");
      database.close();
    },
    says: /yantao\.db holds nothing.*-wal may be missing.*backup/,
  },
  {
    what: "a young database without its -wal",
    of: "killed",
    breaks: (at) => rmSync(db(at, "-wal")),
    says: /yantao\.db holds nothing.*-wal may be missing.*backup/,
  },
  {
    what: "the -wal of another folder",
    of: "killed",
    breaks: (at) => cpSync(db(folders.otherKilled, "-wal"), db(at, "-wal")),
    says: /(yantao\.db is damaged|secret\.key is that of other data).*backup/,
  },
  {
    what: "a folder for the database",
    breaks: (at) => {
      rmSync(db(at));
      mkdirSync(db(at));
    },
    says: /yantao\.db is a folder where a file has to be.*backup/,
  },
  {
    what: "a folder for the -wal",
    breaks: (at) => mkdirSync(db(at, "-wal")),
    says: /yantao\.db-wal is a folder where a file has to be.*backup/,
  },
  {
    what: "a folder for the lock",
    breaks: (at) => {
      rmSync(join(at, "yantao.lock"));
      mkdirSync(join(at, "yantao.lock"));
    },
    says: /yantao\.lock cannot be used.*remove it/,
  },
  {
    what: "no secret",
    breaks: (at) => rmSync(join(at, SECRET)),
    says: /secret\.key is missing.*--new-secret/,
  },
  {
    what: "an empty secret",
    breaks: (at) => truncateSync(join(at, SECRET), 0),
    says: /secret\.key does not hold 32 bytes.*backup/,
  },
  {
    what: "the secret of another folder",
    breaks: (at) => cpSync(join(folders.other, SECRET), join(at, SECRET)),
    says: /secret\.key is that of other data.*backup/,
  },
  {
    what: "a folder for the secret",
    breaks: (at) => {
      rmSync(join(at, SECRET));
      mkdirSync(join(at, SECRET));
    },
    says: /secret\.key is a folder where a file has to be.*backup/,
  },
];

test.each(TROUBLES)(
  "[H3] $what ends the start with one line and changes nothing",
  async ({ of, breaks, says }) => {
    const directory = await copyOfFolder(folders[of ?? "own"]);
    breaks(directory);
    const before = contents(directory);
    const { code, output } = await failedStart(directory);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(/^DATA_DIR: [^\n]+\n$/) });
    expect(output).toMatch(says);
    expect(contents(directory)).toEqual(before);
  },
);

test.skipIf(ON_WINDOWS).each([DATABASE_FILE, SECRET])(
  "[H3] a %s that this user may not read is named",
  async (name) => {
    const directory = await copyOfFolder(folders.own);
    // Root reads everything: then it is somebody else who starts the server.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      chmodSync(join(directory, ".."), 0o755);
      chownSync(directory, NOBODY_ID, NOBODY_ID);
      for (const file of readdirSync(directory)) chownSync(join(directory, file), NOBODY_ID, NOBODY_ID);
      chownSync(join(directory, name), 0, 0);
    } else chmodSync(join(directory, name), 0);
    const before = contents(directory);
    const failed = await failedStart(directory, isRoot ? { userId: NOBODY_ID } : {});
    expect(failed.output).toMatch(
      new RegExp(`^DATA_DIR: \\S+/${name.replace(".", "\\.")} cannot be read by this user: [^\\n]+\\n$`),
    );
    expect(failed.code).toBe(1);
    expect(contents(directory)).toEqual(before);
  },
);

test("[H3] data that were killed, or are of before secrets had fingerprints, start", async () => {
  const killed = await spawnServer(await copyOfFolder(folders.killed));
  onTestFinished(killed.kill);
  expect(await signIn(killed.url)).toEqual(expect.any(String));
  const directory = await copyOfFolder(folders.own);
  const database = new Database(db(directory));
  database.exec("DELETE FROM settings WHERE name = 'secret_fingerprint'");
  database.close();
  const old = await spawnServer(directory);
  onTestFinished(old.kill);
  expect(await old.stop()).toBe(0);
  cpSync(join(folders.other, SECRET), join(directory, SECRET));
  expect((await failedStart(directory)).output).toMatch(/secret\.key is that of other data/);
});

test("[H3] a secret that is lost for good is made anew by whoever says so, and by nobody else", async () => {
  const directory = await copyOfFolder(folders.own);
  const first = readFileSync(join(directory, SECRET));
  const kept = await spawnServer(directory, { arguments: ["--new-secret"] });
  expect(await kept.stop()).toBe(0);
  expect(readFileSync(join(directory, SECRET)).equals(first)).toBe(true);
  rmSync(join(directory, SECRET));
  expect((await failedStart(directory)).code).toBe(1);
  const renewed = await spawnServer(directory, { arguments: ["--new-secret"] });
  expect(await renewed.stop()).toBe(0);
  expect(readFileSync(join(directory, SECRET)).equals(first)).toBe(false);
  const again = await spawnServer(directory);
  onTestFinished(again.kill);
  expect(await signIn(again.url)).toEqual(expect.any(String));
});

test("[H3] what a first start leaves at each of its steps is no lost data", async () => {
  const steps: readonly ((at: string) => void)[] = [
    (at) => writeFileSync(join(at, `${SECRET}.new`), "half"),
    (at) => writeFileSync(db(at), ""),
    (at) => {
      const database = new Database(db(at));
      database.pragma("journal_mode = WAL");
      database.close();
    },
    (at) => {
      cpSync(db(folders.own), db(at));
      const database = new Database(db(at));
      database.exec(
        "DELETE FROM records; DELETE FROM journal; DELETE FROM heads; DELETE FROM settings; DELETE FROM tokens",
      );
      database.close();
    },
  ];
  for (const step of steps) {
    const directory = await tempDirectory();
    step(directory);
    const server = await spawnServer(directory);
    expect(await signIn(server.url)).toEqual(expect.any(String));
    await server.kill();
  }
});
