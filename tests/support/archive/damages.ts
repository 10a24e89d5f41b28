import { isDeepStrictEqual } from "node:util";
import {
  JOURNAL_FILE,
  MANIFEST_FILE,
  RECORDS_FILE,
  SEAL_BYTES,
} from "../../../server/archive/archive-format.ts";
import { rowHash } from "../../../server/host/journal-row.ts";
import type { JournalRow } from "../../../server/ports/journal.ts";
import type { Seeded } from "../sample/seeded.ts";
import { rewritten, sealed } from "./archives.ts";
import { contentsOf } from "./contents-of.ts";

/** A way an archive may be that is not to be opened, and the codes it may be refused with. */
export interface Damage {
  readonly name: string;
  readonly codes: readonly string[];
  readonly make: (archive: Buffer, random: Seeded) => Buffer | Promise<Buffer>;
}

/** Above what a line may have. */
const LINE_BYTES = 16 * 1024 * 1024 + 1;

const UNSEALED = ["archive_changed", "archive_unreadable", "archive_bad_name"] as const;

const STRETCH_BYTES = 8;

/** With the bytes from `place` on turned into others, each by what `turn` gives. */
export function withStretch(archive: Buffer, place: number, turn: () => number): Buffer {
  const changed = Buffer.from(archive);
  for (let at = place; at < place + STRETCH_BYTES; at += 1) changed[at] = (changed[at] ?? 0) ^ turn();
  return changed;
}

/** Lines of a file of JSON lines, the `place`-th one changed. */
function withLine(text: string, random: Seeded, change: (item: Record<string, unknown>) => object): string {
  const lines = text.split("\n").filter((line) => line !== "");
  const place = random.below(lines.length);
  const changed = JSON.stringify(change(JSON.parse(lines[place] ?? "{}")));
  return `${lines.with(place, changed).join("\n")}\n`;
}

/** The rows with their chain made anew. */
export function chainedAnew(rows: readonly JournalRow[]): JournalRow[] {
  let prevHash = rows[0]?.prevHash ?? "";
  return rows.map((row) => {
    const linked = { ...row, prevHash };
    prevHash = rowHash(linked);
    return { ...linked, hash: prevHash };
  });
}

export const DAMAGES: readonly Damage[] = [
  {
    name: "a byte is another",
    codes: UNSEALED,
    make: (archive, random) => {
      const changed = Buffer.from(archive);
      const place = random.below(archive.length);
      changed[place] = (changed[place] ?? 0) ^ (1 + random.below(255));
      return changed;
    },
  },
  {
    name: "it is cut short",
    codes: ["archive_unreadable"],
    make: (archive, random) => archive.subarray(0, random.below(archive.length)),
  },
  {
    name: "bytes are added",
    codes: UNSEALED,
    make: (archive, random) => Buffer.concat([archive, Buffer.alloc(1 + random.below(100), 65)]),
  },
  {
    name: "a stretch is another, and the seal made anew",
    codes: [...UNSEALED, "archive_inconsistent", "archive_newer"],
    // A zip says some things twice and some to nobody: where only these differ, it holds what it held.
    make: async (archive, random) => {
      const held = await contentsOf(archive);
      let changed = archive;
      do {
        const place = random.below(archive.length - SEAL_BYTES - STRETCH_BYTES);
        changed = sealed(withStretch(archive, place, () => 1 + random.below(255)));
      } while (isDeepStrictEqual(await contentsOf(changed), held));
      return changed;
    },
  },
  {
    name: "a name leaves its folder",
    codes: ["archive_bad_name"],
    make: (archive) =>
      sealed(
        Buffer.from(
          archive.toString("latin1").replaceAll("documents/minutes.md", "../uments/minutes.md"),
          "latin1",
        ),
      ),
  },
  {
    name: "a row is missing",
    codes: ["archive_inconsistent"],
    make: (archive, random) =>
      rewritten(archive, JOURNAL_FILE, (text) => {
        const lines = text.split("\n").filter((line) => line !== "");
        return `${lines.toSpliced(random.below(lines.length), 1).join("\n")}\n`;
      }),
  },
  {
    name: "a row was done at another time",
    codes: ["archive_inconsistent"],
    make: (archive, random) =>
      rewritten(archive, JOURNAL_FILE, (text) =>
        withLine(text, random, (row) => ({ ...row, at: Number(row.at) + 1 })),
      ),
  },
  {
    name: "a record is missing",
    codes: ["archive_inconsistent"],
    make: (archive, random) =>
      rewritten(archive, RECORDS_FILE, (text) => {
        const lines = text.split("\n").filter((line) => line !== "");
        return `${lines.toSpliced(random.below(lines.length), 1).join("\n")}\n`;
      }),
  },
  {
    name: "a record is there twice",
    codes: ["archive_inconsistent"],
    make: (archive, random) =>
      rewritten(archive, RECORDS_FILE, (text) => {
        const lines = text.split("\n").filter((line) => line !== "");
        return `${[...lines, lines[random.below(lines.length)]].join("\n")}\n`;
      }),
  },
  {
    name: "a record has a field that is not known",
    codes: ["archive_newer"],
    make: (archive, random) =>
      rewritten(archive, RECORDS_FILE, (text) =>
        withLine(text, random, (record) => ({ ...record, laterField: 1 })),
      ),
  },
  {
    name: "a record is of a kind that is not known",
    codes: ["archive_newer"],
    make: (archive) =>
      rewritten(archive, RECORDS_FILE, (text) => `${text}{"id":"later:1","kind":"later","rev":1}\n`),
  },
  {
    name: "a line is longer than any may be",
    codes: ["archive_too_large"],
    make: (archive) => rewritten(archive, RECORDS_FILE, (text) => `${text}${"[".repeat(LINE_BYTES)}\n`),
  },
  {
    name: "a file of notes is not lines of JSON",
    codes: ["archive_inconsistent"],
    make: async (archive, random) => {
      const names = ["updates", "owners", "versions"];
      const name = names[random.below(names.length)];
      return rewritten(archive, new RegExp(`^notes/.*/${name}\\.jsonl$`), (text) => `${text}{"seq":`);
    },
  },
  {
    name: "its manifest names another session",
    codes: ["archive_inconsistent"],
    make: (archive) =>
      rewritten(archive, MANIFEST_FILE, (text) => {
        const manifest = JSON.parse(text);
        return JSON.stringify({ ...manifest, sessionId: "another-another-another" });
      }),
  },
  {
    name: "its format is a later one",
    codes: ["archive_newer"],
    make: (archive) =>
      rewritten(archive, MANIFEST_FILE, (text) => JSON.stringify({ ...JSON.parse(text), formatVersion: 2 })),
  },
];
