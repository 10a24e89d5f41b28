import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { readNotes } from "../../../server/documents/notes/yjs-notes.ts";
import { renderPdf } from "../../../server/documents/pdf/render-pdf.ts";
import { type RenderRequest, renderDocument } from "../../../server/documents/process/render-in-process.ts";
import { RenderError } from "../../../server/documents/render-error.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { node, notesState } from "../../support/notes/notes-state.ts";
import { childrenOf, idleChildrenOf, peakChildMemory } from "../../support/process/child-memory.ts";
import { answer, EVENING, EVENING_RECORDS, OPTIONS, question } from "../../support/sample/minutes-evening.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** Run from its sources a worker is bundled first, on a machine that runs other tests besides. */
const TEST_DEADLINE_MS = 120_000;
vi.setConfig({ testTimeout: TEST_DEADLINE_MS });

const STATES = ["plenary", "first"].map((roomId) => ({
  roomId,
  state: notesState(node("paragraph", {}, `${roomId} 的笔记`), node("heading", { level: 2 }, "议定事项")),
}));

/** More than fit in one slice of those that are handed over. */
const MANY = 400;
/** Questions that fill them. */
const TWO_HUNDRED_PAGES = 650;
const LONG = eveningOf(MANY);
const MEMORY_MAX_BYTES = 400 * 1e6;

/** With so many questions, each with an answer. */
function eveningOf(questions: number): readonly AnyRecord[] {
  const asked = Array.from({ length: questions }, (_, index) => [
    question(`long-${index}`, { text: `第${index}个问题：专项债二审由哪一方负责、多长时间反馈？` }),
    answer(`long-${index}`, {
      questionId: `long-${index}`,
      text: "由省级复审，十个工作日内反馈。".repeat(8),
    }),
  ]);
  return [...EVENING_RECORDS, ...asked.flat()];
}

function minutesOf(records: readonly AnyRecord[], format: RenderRequest["format"]): RenderRequest {
  const rooms = STATES.map(({ roomId, state }) => ({ roomId, stored: { snapshot: state, updates: [] } }));
  return {
    name: "minutes",
    format,
    records: () => records,
    options: OPTIONS,
    fontPlaces: SHIPPED_ONLY,
    rooms: async () => rooms,
  };
}

function builtHere(records: readonly AnyRecord[]) {
  const notes = STATES.map(({ roomId, state }) => ({
    roomId,
    blocks: readNotes(state, { namesLines: true }),
  }));
  return modelOf("minutes", { ...EVENING, records, notes });
}

/** Keeps a core that this process may use busy until `free`, or the end of a test. */
function busyCore() {
  const core = /Cpus_allowed_list:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
  const busy = spawn("taskset", ["-c", core, process.execPath, "-e", "for (;;);"], { stdio: "ignore" });
  const free = () => void busy.kill("SIGKILL");
  onTestFinished(free);
  return { core, free };
}

/** How long at most this thread's loop stood still while `work` went on. */
async function longestStallMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const looking = setInterval(look, 5);
  await work().finally(() => clearInterval(looking));
  look();
  return longest;
}

describe("minutes made off the main thread", () => {
  test("have the bytes they would have on it", async () => {
    const document = builtHere(LONG);
    const expected = {
      docx: await renderDocx(document),
      pdf: Buffer.from((await renderPdf(document, SHIPPED_ONLY)).bytes),
      md: renderMarkdown(document),
      json: renderJson(document),
    };
    for (const format of ["docx", "pdf", "md", "json"] as const) {
      const { title, bytes } = await renderDocument(minutesOf(LONG, format));
      expect(title).toBe(document.title);
      expect(expected[format].equals(bytes), format).toBe(true);
    }
  });

  test("leave the main thread free, which would stand still otherwise", async () => {
    const hereMs = await longestStallMs(() => renderDocx(builtHere(LONG)));
    const awayMs = await longestStallMs(() => renderDocument(minutesOf(LONG, "docx")));
    expect(awayMs).toBeLessThan(hereMs / 3);
  });

  test("leave nothing behind that grows with each", async () => {
    const megabytes = async (evening: number) => {
      const salted = (record: AnyRecord) =>
        "text" in record ? { ...record, text: `${evening}、${record.text}` } : record;
      await renderDocument(minutesOf(LONG.map(salted) as AnyRecord[], "pdf"));
      return process.memoryUsage().rss / 1e6;
    };
    const first = [await megabytes(1), await megabytes(2), await megabytes(3)];
    const later = [await megabytes(4), await megabytes(5), await megabytes(6), await megabytes(7)];
    expect(Math.min(...later) - Math.max(...first)).toBeLessThan(60);
  });

  test("are given up at their deadline", async () => {
    const late = renderDocument(minutesOf(LONG, "docx"), { deadlineMs: 1 });
    await expect(late).rejects.toMatchObject({ name: "RenderError", reason: "deadline" });
  });

  test("are ended at once when nobody waits any more, whatever they are at", async () => {
    // Whoever bundles the sources stays, and is a process too.
    await renderDocument(minutesOf(EVENING_RECORDS, "md"));
    const before = childrenOf(process.pid);
    const leaving = new AbortController();
    const gone = renderDocument(minutesOf(LONG, "pdf"), {
      signal: leaving.signal,
      onProgress: ({ step }) => step === "setting" && leaving.abort(new RenderError("failed")),
    });
    await expect(gone).rejects.toBeInstanceOf(RenderError);
    await waitUntil(() => childrenOf(process.pid).every((pid) => before.includes(pid)), {
      what: "the process is gone",
    });
  });

  test("come out of one process, which is ended once something failed or nobody wants more", async () => {
    const minutes = minutesOf(EVENING_RECORDS, "md");
    await renderDocument(minutes);
    const before = childrenOf(process.pid);
    await renderDocument(minutes);
    expect(childrenOf(process.pid)).toEqual(before);
    const damaged = [{ roomId: "plenary", stored: { snapshot: Uint8Array.of(9, 9), updates: [] } }];
    await expect(renderDocument({ ...minutes, rooms: async () => damaged })).rejects.toBeInstanceOf(
      RenderError,
    );
    const oneLess = () => childrenOf(process.pid).length === before.length - 1;
    await waitUntil(oneLess, { what: "who failed is gone" });
    await renderDocument(minutes, { restMs: 60_000 });
    expect(oneLess()).toBe(false);
    await renderDocument(minutes, { restMs: 0 });
    await waitUntil(oneLess, { what: "who waited is gone" });
  });

  test("of two hundred pages come out of one process too, what each has left is cleared away", async () => {
    const minutes = minutesOf(eveningOf(TWO_HUNDRED_PAGES), "pdf");
    await renderDocument(minutes);
    const before = childrenOf(process.pid);
    for (let made = 0; made < 3; made += 1) await renderDocument(minutes);
    expect(childrenOf(process.pid)).toEqual(before);
  });

  test("take no more than 400 MB, whatever was made before", async () => {
    const evening = eveningOf(TWO_HUNDRED_PAGES);
    const { peakBytes } = await peakChildMemory(async () => {
      for (const format of ["docx", "docx", "pdf", "docx", "pdf"] as const)
        await renderDocument(minutesOf(evening, format));
    });
    expect(peakBytes).toBeLessThan(MEMORY_MAX_BYTES);
  });

  test("run where nobody else wants the core, and are begun anew where somebody always does", async () => {
    const minutes = minutesOf(LONG, "pdf");
    const { bytes } = await renderDocument(minutes);
    const [idle] = idleChildrenOf(process.pid);
    if (idle === undefined) throw new Error("an idle process expected");
    const { core, free } = busyCore();
    execFileSync("taskset", ["-a", "-p", "-c", core, idle]);
    const again = await renderDocument(minutes, { starvedMs: 1_000 });
    expect(Buffer.compare(bytes, again.bytes)).toBe(0);
    // What is starved ends as slowly.
    free();
    await waitUntil(() => idleChildrenOf(process.pid).length === 0, { what: "the idle one is gone" });
    // Soon after nobody tries in vain.
    await renderDocument(minutes);
    expect(idleChildrenOf(process.pid)).toEqual([]);
  });

  test("that cannot be made say so", async () => {
    const { rooms: _rooms, ...rest } = minutesOf(EVENING_RECORDS, "docx");
    const [ground, second] = updatesOf("甲", "乙");
    if (ground === undefined || second === undefined) throw new Error("two updates expected");
    for (const updates of [[Uint8Array.of(9, 9, 9)], [second]]) {
      const rooms = async () => [{ roomId: "plenary", stored: { snapshot: null, updates } }];
      await expect(renderDocument({ ...rest, rooms })).rejects.toBeInstanceOf(RenderError);
    }
    const rooms = async () => [{ roomId: "plenary", stored: { snapshot: null, updates: [ground, second] } }];
    const { bytes } = await renderDocument({ ...rest, format: "md", rooms });
    expect(Buffer.from(bytes).toString()).toContain("甲");
  });
});

/** The updates that write paragraphs, each on top of the one before. */
function updatesOf(...texts: string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const text of texts) doc.getXmlFragment(NOTES_FRAGMENT).push([node("paragraph", {}, text)]);
  doc.destroy();
  return updates;
}
