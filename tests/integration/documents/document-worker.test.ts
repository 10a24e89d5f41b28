import { describe, expect, test, vi } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { RenderError } from "../../../server/documents/render-error.ts";
import { readNotesInWorker, renderDocument } from "../../../server/documents/render-in-worker.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import { buildMinutes } from "../../../shared/minutes/build-minutes.ts";
import type { MinutesDocument } from "../../../shared/minutes/document.ts";
import { node, notesState } from "../../support/notes/notes-state.ts";
import { EVENING } from "../../support/sample/minutes-evening.ts";

/** Run from its sources a worker is bundled first, on a machine that runs other tests besides. */
const TEST_DEADLINE_MS = 120_000;
vi.setConfig({ testTimeout: TEST_DEADLINE_MS });

const DOCUMENT = buildMinutes(EVENING);

/** An evening some dozens of pages long. */
const LONG: MinutesDocument = {
  ...DOCUMENT,
  blocks: Array.from({ length: 25 }, () => DOCUMENT.blocks).flat(),
};

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

describe("a document made off the main thread", () => {
  test("has the bytes it would have on it", async () => {
    const expected = {
      docx: await renderDocx(DOCUMENT),
      md: renderMarkdown(DOCUMENT),
      json: renderJson(DOCUMENT),
    };
    for (const format of ["docx", "md", "json"] as const) {
      const file = await renderDocument({ format, document: DOCUMENT });
      expect(file.equals(expected[format]), format).toBe(true);
    }
  });

  test("leaves the main thread free, which would stand still otherwise", async () => {
    const hereMs = await longestStallMs(() => renderDocx(LONG));
    const awayMs = await longestStallMs(() => renderDocument({ format: "docx", document: LONG }));
    expect(awayMs).toBeLessThan(hereMs / 3);
  });

  test("is given up at its deadline", async () => {
    const late = renderDocument({ format: "docx", document: LONG }, { deadlineMs: 1 });
    await expect(late).rejects.toMatchObject({ name: "RenderError", reason: "deadline" });
  });

  test("that cannot be made says so", async () => {
    const broken = { ...DOCUMENT, blocks: [{ kind: "paragraph" }] } as unknown as MinutesDocument;
    await expect(renderDocument({ format: "docx", document: broken })).rejects.toBeInstanceOf(RenderError);
  });
});

describe("notes read off the main thread", () => {
  test("come back room by room", async () => {
    const rooms = ["first", "second"].map((roomId) => ({
      roomId,
      state: notesState(node("paragraph", {}, roomId)),
    }));
    expect(await readNotesInWorker(rooms)).toEqual([
      { roomId: "first", blocks: [{ kind: "paragraph", runs: [{ text: "first" }] }] },
      { roomId: "second", blocks: [{ kind: "paragraph", runs: [{ text: "second" }] }] },
    ]);
  });
});
