import { expect, test } from "vitest";
import {
  anchorAt,
  layOut,
  nearPages,
  pageAt,
  placeTop,
  topOf,
} from "../../../../../client/features/documents/preview/page-layout.ts";
import {
  isNewToRead,
  keyBeside,
  nextOf,
  sourceOf,
} from "../../../../../client/features/documents/preview/places.ts";
import type { PreviewPlace, PreviewReply } from "../../../../../shared/documents/preview.ts";

const A4 = { widthPt: 595, heightPt: 842 };

function place(key: string, page: number, yPt: number, text = key): PreviewPlace {
  return { key, text, page, xPt: 80, yPt, widthPt: 440, heightPt: 16, sizePt: 16, pitchPt: 29, firstPt: 32 };
}

function reply(
  pageCount: number,
  places: PreviewPlace[],
  edits: PreviewReply["outline"]["edits"] = [],
): PreviewReply {
  const outline = { sections: [], missing: [], edits };
  return {
    digest: "",
    title: "",
    pageCount,
    pages: Array.from({ length: pageCount }, () => A4),
    places,
    outline,
  };
}

test("pages fill the width of the view but never more than can be read, or are as large as on paper", () => {
  const pages = reply(200, []);
  expect(layOut(pages, "width", 1000).widths[0]).toBe(1000 - 32);
  expect(layOut(pages, "width", 4000).scale).toBe(1.8);
  expect(layOut(pages, "actual", 1000).scale).toBeCloseTo(96 / 72, 10);
});

test("of two hundred pages those in view and near to it are drawn", () => {
  const layout = layOut(reply(200, []), "actual", 1000);
  const top = layout.tops[99] ?? 0;
  const { from, to } = nearPages(layout, top, 650);
  expect([from, to]).toEqual([98, 99]);
  expect(nearPages(layout, 0, 650)).toEqual({ from: 0, to: 0 });
  expect(nearPages(layout, layout.height, 650)).toEqual({ from: 199, to: 199 });
  expect(pageAt(layout, top, 650)).toBe(99);
});

test("what is read stays where it is when pages come before it, and when the window is pulled", () => {
  const before = reply(3, [place("first", 1, 100), place("read", 2, 300)]);
  const layout = layOut(before, "width", 1000);
  const top = placeTop(layout, { page: 2, yPt: 300 }) - 40;
  const anchor = anchorAt(layout, before, top);
  expect(anchor.key).toBe("read");
  const after = reply(5, [place("first", 1, 100), place("new", 2, 300), place("read", 4, 500)]);
  const next = layOut(after, "width", 700);
  expect(topOf(next, after, anchor)).toBeCloseTo(placeTop(next, { page: 4, yPt: 500 }) - 40, 6);
  const held = anchorAt(layout, before, top, "first");
  expect(topOf(next, after, held)).toBeCloseTo(
    placeTop(next, { page: 1, yPt: 100 }) - placeTop(layout, { page: 1, yPt: 100 }) + top,
    6,
  );
  const without = reply(1, [place("first", 1, 100)]);
  expect(topOf(layOut(without, "width", 700), without, anchor)).toBeGreaterThan(0);
});

test("keys go from text to text and stop at the ends; what is missing is gone through in a circle", () => {
  const keys = ["a", "b", "c"];
  expect([keyBeside(keys, "a", 1), keyBeside(keys, "a", -1), keyBeside(keys, null, 1)]).toEqual([
    "b",
    undefined,
    "a",
  ]);
  const missing = new Set(["a", "c"]);
  expect([nextOf(keys, missing, null), nextOf(keys, missing, "a"), nextOf(keys, missing, "c")]).toEqual([
    "a",
    "c",
    "a",
  ]);
});

test("what is built in a place is told also where it is worded otherwise, and has changed since", () => {
  const worded = { key: "a", source: "原文", text: "改写", state: "applied" } as const;
  expect(sourceOf(place("a", 1, 1, "原文"), reply(1, []))).toBe("原文");
  expect(sourceOf(place("a", 1, 1, "改写"), reply(1, [], [worded]))).toBe("原文");
  expect(sourceOf(place("a", 1, 1, "改写"), reply(1, [], [{ ...worded, now: "新的原文" }]))).toBe("新的原文");
});

test("what one worded oneself is no news; a text that came, went or is another is", () => {
  const before = reply(1, [place("a", 1, 1, "甲"), place("b", 1, 30, "乙")]);
  const own = reply(1, [place("a", 1, 1, "改"), place("b", 1, 60, "乙")]);
  expect(isNewToRead(before, own, new Set(["a"]))).toBe(false);
  expect(isNewToRead(before, own, new Set())).toBe(true);
  expect(isNewToRead(before, reply(1, [place("a", 1, 1, "甲")]), new Set())).toBe(true);
});
