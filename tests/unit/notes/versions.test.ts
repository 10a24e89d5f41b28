import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { align } from "../../../server/documents/versions/align.ts";
import { compareNotes } from "../../../server/documents/versions/compare-notes.ts";
import { notesChars, notesLines } from "../../../server/documents/versions/notes-lines.ts";
import { DeletionWatch } from "../../../server/notes/versions/deletion-watch.ts";
import { lostChars, presentChars } from "../../../server/notes/versions/lost-text.ts";
import { versionsToDrop } from "../../../server/notes/versions/retention.ts";
import { VERSION_LIMITS } from "../../../server/notes/versions/version-limits.ts";
import type { NotesVersion, VersionOccasion } from "../../../server/ports/notes-version-store.ts";
import type { NotesBlock } from "../../../shared/documents/notes/notes-blocks.ts";
import { docOf } from "../../support/notes/notes-editor.ts";
import { node, notesState } from "../../support/notes/notes-state.ts";
import { Seeded } from "../../support/sample/seeded.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOW = 500 * DAY_MS;

function kept(ageMs: number, occasion: VersionOccasion = "pause", fields: Partial<NotesVersion> = {}) {
  const version: NotesVersion = {
    versionId: `${occasion} ${ageMs}`,
    seq: 1,
    at: NOW - ageMs,
    occasion,
    name: null,
    by: null,
    authors: [],
    chars: 100,
    deletedChars: null,
    ofVersionAt: null,
    digest: "",
    storedBytes: 1000,
    ...fields,
  };
  return version;
}

/** What is left of versions, newest first. */
function left(versions: readonly NotesVersion[], limits: Partial<typeof VERSION_LIMITS> = {}): string[] {
  const sorted = [...versions].sort((one, other) => other.at - one.at);
  const dropped = versionsToDrop(sorted, NOW, { ...VERSION_LIMITS, ...limits });
  return sorted.map(({ versionId }) => versionId).filter((versionId) => !dropped.includes(versionId));
}

describe("[N13] how long versions are kept", () => {
  test("of pauses all of the last hour, then one an hour, then one a day, then none", () => {
    const evening = Array.from({ length: 60 }, (_, index) => kept(index * 10 * MINUTE_MS));
    expect(left(evening).slice(0, 6)).toEqual(evening.slice(0, 6).map(({ versionId }) => versionId));
    expect(left(evening).length).toBeLessThan(20);
    const days = Array.from({ length: 200 }, (_, index) => kept(2 * DAY_MS + index * 6 * HOUR_MS));
    expect(left(days).length).toBeGreaterThan(45);
    expect(left(days).length).toBeLessThan(60);
    expect(left([kept(0), kept(91 * DAY_MS), kept(91 * DAY_MS, "replaced")])).toEqual(["pause 0"]);
  });

  test("by hand and before deletions longer", () => {
    const others = [
      kept(3 * DAY_MS, "deletion"),
      kept(3 * DAY_MS + 1, "restored"),
      kept(400 * DAY_MS, "saved"),
    ];
    const pauses = [kept(0), kept(3 * DAY_MS - 2000), kept(3 * DAY_MS - 1000)];
    expect(left([...others, ...pauses])).toEqual([
      "pause 0",
      ...[pauses[1], ...others].map((version) => version?.versionId),
    ]);
  });

  test("by number and bytes, the newest always, what was kept by hand to the last", () => {
    const versions = [
      kept(0),
      kept(1, "saved"),
      kept(2, "deletion"),
      kept(3, "closed"),
      kept(4, "pause"),
      kept(5, "saved"),
      kept(6, "pause"),
    ];
    expect(left(versions, { keptMax: 4 as never })).toEqual(["pause 0", "saved 1", "deletion 2", "saved 5"]);
    expect(left(versions, { keptMaxBytes: 2500 as never })).toEqual(["pause 0", "saved 1"]);
    expect(left(versions, { keptMaxBytes: 10 as never })).toEqual(["pause 0"]);
  });

  test("whoever writes and deletes again and again pushes out no version of much text", () => {
    const real = kept(30 * MINUTE_MS, "deletion", { chars: 9000 });
    const noise = Array.from({ length: 50 }, (_, index) => kept(index * 1000 + 1, "deletion", { chars: 60 }));
    const stay = left([kept(0), ...noise, real]);
    expect(stay).toContain(real.versionId);
    expect(stay.length).toBeLessThanOrEqual(1 + 2 * VERSION_LIMITS.deletionsPerHourMax);
  });
});

describe("[N13] who keeps by hand again and again", () => {
  const saves = (by: string, count: number, fields: Partial<NotesVersion> = {}) =>
    Array.from({ length: count }, (_, index) =>
      kept(index * 1000, "saved", { versionId: `${by} ${index}`, by, ...fields }),
    );
  /** What others have there. */
  const others = [
    ...Array.from({ length: 20 }, (_, index) => kept(30 * MINUTE_MS + index * MINUTE_MS)),
    ...Array.from({ length: 5 }, (_, index) => kept(10 * MINUTE_MS + index, "deletion")),
    kept(40 * DAY_MS, "saved", { by: "recorder" }),
  ];
  const newestFirst = (versions: readonly NotesVersion[]) =>
    [...versions].sort((one, other) => other.at - one.at).map(({ versionId }) => versionId);

  test("pushes out own versions, the oldest first, and nobody else's", () => {
    const own = saves("leader", 300);
    expect(left([...own, ...others])).toEqual(
      newestFirst([...own.slice(0, VERSION_LIMITS.savedByOneMax), ...others]),
    );
  });

  test("nor by their size; one that is larger than all of a share stays", () => {
    const own = saves("leader", 300, { storedBytes: VERSION_LIMITS.savedByOneMaxBytes / 4 });
    expect(left([...own, ...others])).toEqual(newestFirst([...own.slice(0, 4), ...others]));
    const [huge] = saves("leader", 1, { storedBytes: VERSION_LIMITS.keptMaxBytes / 2 });
    const all = [kept(0), ...(huge === undefined ? [] : [{ ...huge, at: NOW - 5 }])];
    expect(left(all)).toEqual(["pause 0", "leader 0"]);
  });

  test("has a share that is small beside all there may be", () => {
    expect(VERSION_LIMITS.savedByOneMax).toBeLessThanOrEqual(VERSION_LIMITS.keptMax / 6);
    expect(VERSION_LIMITS.savedByOneMaxBytes).toBeLessThanOrEqual(VERSION_LIMITS.keptMaxBytes / 6);
  });
});

describe("[N13] what a large deletion is", () => {
  test("text in what is deleted is counted once, inside deleted types too", () => {
    const doc = docOf(
      notesState(node("paragraph", {}, "一二三四"), node("bulletList", {}, node("listItem", {}, "五六"))),
    );
    expect(presentChars(doc)).toBe(6);
    const ranges: { client: number; from: number; to: number }[] = [];
    for (const [client, structs] of doc.store.clients) {
      const [first] = structs;
      const last = structs.at(-1);
      if (first === undefined || last === undefined) continue;
      ranges.push({ client, from: first.id.clock, to: last.id.clock + last.length });
    }
    expect(lostChars(doc, ranges)).toBe(6);
    const list = doc.getXmlFragment("notes").get(1);
    const { id } = (list as Y.XmlElement)._item ?? { id: { client: 0, clock: 0 } };
    expect(lostChars(doc, [{ client: id.client, from: id.clock, to: id.clock + 1 }])).toBe(2);
    expect(lostChars(doc, [{ client: 99, from: 0, to: 5 }])).toBe(0);
  });

  test("a share of the text, or much of it; many small ones of one writer add up, those of others do not", () => {
    const watch = new DeletionWatch(VERSION_LIMITS);
    const remove = (actorId: string, chars: number, present: number) =>
      watch.add({ actorId, chars, presentChars: () => present });
    expect(remove("ann", 40, 40)).toBeNull();
    expect(
      new DeletionWatch(VERSION_LIMITS).add({ actorId: "ann", chars: 130, presentChars: () => 130 }),
    ).toBe(130);
    expect(remove("bob", 200, 1000)).toBeNull();
    expect(remove("cid", 100, 800)).toBeNull();
    expect(remove("bob", 130, 700)).toBe(330);
    const large = new DeletionWatch(VERSION_LIMITS);
    expect(large.add({ actorId: "ann", chars: 2000, presentChars: () => 90_000 })).toBe(2000);
  });

  test("all text is not counted at every keystroke", () => {
    const watch = new DeletionWatch(VERSION_LIMITS);
    let counted = 0;
    const presentChars = () => {
      counted += 1;
      return 5000;
    };
    for (let key = 0; key < 1000; key++) watch.add({ actorId: "ann", chars: 1, presentChars });
    expect(counted).toBeLessThan(5);
  });
});

describe("[N13] a version in words", () => {
  const words = (text: string): NotesBlock => ({ kind: "paragraph", runs: [{ text }] });

  test("has a line for each paragraph, item and row", () => {
    const cell = (text: string) => ({ header: false, columnSpan: 1, rowSpan: 1, blocks: [words(text)] });
    const blocks: NotesBlock[] = [
      { kind: "heading", level: 2, runs: [{ text: "债" }, { text: "务", bold: true }] },
      words(""),
      { kind: "list", ordered: true, start: 3, items: [{ blocks: [words("甲"), words("乙")] }] },
      { kind: "tasks", items: [{ done: true, blocks: [words("丙")] }] },
      { kind: "table", rows: [{ cells: [cell("丁"), cell("戊")] }] },
      { kind: "quote", blocks: [words("己")] },
    ];
    expect(notesLines(blocks)).toEqual({
      truncated: false,
      lines: [
        { style: "heading", depth: 0, marker: "", text: "债务" },
        { style: "text", depth: 0, marker: "3.", text: "甲" },
        { style: "text", depth: 1, marker: "", text: "乙" },
        { style: "text", depth: 0, marker: "☑", text: "丙" },
        { style: "row", depth: 0, marker: "", text: "丁 ｜ 戊" },
        { style: "text", depth: 1, marker: "", text: "己" },
      ],
    });
    expect(notesChars(blocks)).toBe(8);
    expect(notesLines([{ kind: "truncated" }]).truncated).toBe(true);
  });

  test("is held against now line by line", () => {
    const { lines } = compareNotes(
      [words("一"), words("二"), words("三")],
      [words("一"), words("二改"), words("三"), words("四")],
    );
    expect(lines.map(({ change, text }) => `${change} ${text}`)).toEqual([
      "same 一",
      "gone 二",
      "new 二改",
      "same 三",
      "new 四",
    ]);
  });

  test("an alignment of any two lists turns the one into the other", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = new Seeded(seed);
      const list = () => Array.from({ length: random.below(40) }, () => String(random.below(12)));
      const [then, now] = [list(), list()];
      const steps = align(then, now);
      const [thenLeft, made] = [[...then], [] as string[]];
      const nowLeft = [...now];
      for (const step of steps) {
        const was = step === "new" ? undefined : thenLeft.shift();
        const is = step === "gone" ? undefined : nowLeft.shift();
        if (step === "same") expect(was).toBe(is);
        if (is !== undefined) made.push(is);
      }
      expect({ made, thenLeft }, `seed ${seed}`).toEqual({ made: now, thenLeft: [] });
    }
  });

  test("thousands of lines are compared quickly, by those that are there once", () => {
    const then = Array.from({ length: 6000 }, (_, index) => `第 ${index} 行`);
    const now = then.flatMap((line, index) =>
      index % 100 === 7 ? ["插", line] : index % 100 === 9 ? [] : [line],
    );
    const startedAt = performance.now();
    const steps = align(then, now);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(steps.filter((step) => step !== "same")).toHaveLength(120);
  });
});
