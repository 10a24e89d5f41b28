import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LivePreview } from "../../../../../client/features/documents/preview/live-preview.ts";
import type { PdfFile } from "../../../../../client/features/documents/preview/pdf-file.ts";
import { ApiError } from "../../../../../client/sync/api.ts";
import type { PreviewPlace, PreviewReply } from "../../../../../shared/documents/preview.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function place(key: string, text: string): PreviewPlace {
  return { key, text, page: 1, xPt: 1, yPt: 1, widthPt: 1, heightPt: 1, sizePt: 1, pitchPt: 1, firstPt: 0 };
}

/** A server that has one text, which it is told, and pages by digest; each call is noted. */
function served() {
  const server = { text: "甲", calls: [] as string[], open: new Set<string>(), isDown: false, lacksPages: 0 };
  const live = new LivePreview({
    ask: async (known) => {
      server.calls.push("ask");
      if (server.isDown) throw new TypeError("not reached");
      if (known === server.text) return null;
      const outline = { sections: [], missing: [], edits: [] };
      const pages = [{ widthPt: 100, heightPt: 100 }];
      const places = [place("overview", server.text)];
      return { digest: server.text, title: "", pageCount: 1, pages, places, outline } satisfies PreviewReply;
    },
    pages: async (digest) => {
      server.calls.push(`pages ${digest}`);
      if (server.lacksPages > 0) {
        server.lacksPages -= 1;
        throw new ApiError("not_found", false, undefined, undefined);
      }
      return new TextEncoder().encode(digest).buffer;
    },
    startReader: async () => ({
      open: async (bytes) => {
        const name = new TextDecoder().decode(bytes);
        server.open.add(name);
        const close = () => void server.open.delete(name);
        return { page: () => Promise.reject(new Error("not drawn here")), close } as unknown as PdfFile;
      },
      close: () => undefined,
    }),
  });
  return { server, live };
}

function textOf(live: LivePreview): string | undefined {
  const state = live.snapshot();
  return state.status === "shown" ? state.shown.reply.places[0]?.text : undefined;
}

const settled = () => vi.advanceTimersByTimeAsync(10);

test("what changes is asked for merged, three seconds after the last time, and old pages are let go", async () => {
  const { server, live } = served();
  live.start();
  await settled();
  expect(textOf(live)).toBe("甲");
  server.text = "乙";
  for (let change = 0; change < 50; change += 1) live.changed();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(server.calls).toEqual(["ask", "pages 甲"]);
  await vi.advanceTimersByTimeAsync(200);
  expect(server.calls).toEqual(["ask", "pages 甲", "ask", "pages 乙"]);
  expect(live.snapshot()).toMatchObject({ status: "shown", renewals: 1, isRenewing: false });
  expect([...server.open]).toEqual(["乙"]);
  live.stop();
  expect(server.open.size).toBe(0);
});

test.each([
  ["worded", "overview"],
  ["set up", null],
])("what was %s here is asked for at once and is no news, and what comes after is", async (_what, key) => {
  const { server, live } = served();
  live.start();
  await settled();
  server.text = "乙";
  live.doneHere(key);
  await settled();
  expect(textOf(live)).toBe("乙");
  expect(live.snapshot()).toMatchObject({ renewals: 0 });
  server.text = "丙";
  live.askNow();
  await settled();
  expect(live.snapshot()).toMatchObject({ renewals: 1 });
  live.stop();
});

test("a page nobody sees asks for nothing, and for what it missed once it is seen", async () => {
  const { server, live } = served();
  live.start();
  await settled();
  live.setHidden(true);
  server.text = "乙";
  live.changed();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(server.calls).toHaveLength(2);
  live.setHidden(false);
  await settled();
  expect(textOf(live)).toBe("乙");
  live.stop();
});

test("notes, which are no records, are looked for now and then; what is as it was is not fetched again", async () => {
  const { server, live } = served();
  live.start();
  await settled();
  await vi.advanceTimersByTimeAsync(20_000);
  await settled();
  expect(server.calls).toEqual(["ask", "pages 甲", "ask"]);
  live.stop();
});

test("where there are no pages yet the failure is told; where there are they stay, and are said to be of before", async () => {
  const { server, live } = served();
  server.isDown = true;
  live.start();
  await settled();
  expect(live.snapshot()).toMatchObject({ status: "failed" });
  server.isDown = false;
  live.askNow();
  expect(live.snapshot()).toEqual({ status: "loading" });
  await settled();
  expect(textOf(live)).toBe("甲");
  server.isDown = true;
  live.askNow();
  await settled();
  expect(live.snapshot()).toMatchObject({ status: "shown", isStale: true });
  server.isDown = false;
  live.askNow();
  await settled();
  expect(live.snapshot()).toMatchObject({ status: "shown", isStale: false });
  live.stop();
});

test("pages that were replaced before they were fetched are asked for anew", async () => {
  const { server, live } = served();
  server.lacksPages = 1;
  live.start();
  await settled();
  expect(live.snapshot()).toEqual({ status: "loading" });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(textOf(live)).toBe("甲");
  live.stop();
});
