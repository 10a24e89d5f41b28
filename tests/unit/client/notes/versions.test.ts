import { describe, expect, test } from "vitest";
import { foldSame } from "../../../../client/features/notes/versions/compared-lines.ts";
import { versionTime } from "../../../../client/features/notes/versions/version-time.ts";
import type { ComparedLine } from "../../../../shared/protocol/notes-versions.ts";

function lines(changes: string): ComparedLine[] {
  const names = { s: "same", g: "gone", n: "new" } as const;
  return [...changes].map((letter, index) => ({
    style: "text",
    depth: 0,
    marker: "",
    text: String(index),
    change: names[letter as keyof typeof names],
  }));
}

/** What is shown: the lines by their number, and how many are folded. */
function shown(changes: string): string {
  return foldSame(lines(changes))
    .map((one) => (one.kind === "line" ? one.line.text : `(${one.lines.length})`))
    .join(" ");
}

describe("[N13] a version against now", () => {
  test("shows every line that changed, and of many that did not the first and the last", () => {
    expect(shown("")).toBe("");
    expect(shown("gn")).toBe("0 1");
    expect(shown("ssss")).toBe("0 1 2 3");
    expect(shown("sssss")).toBe("0 (3) 4");
    expect(shown("gssssssnss")).toBe("0 1 (4) 6 7 8 9");
  });

  test("has the day with its time where it is not today's", () => {
    const at = Date.UTC(2026, 10, 28, 11, 32);
    expect(versionTime(at, at + 3_600_000, "zh-CN")).toBe("19:32");
    expect(versionTime(at, at + 86_400_000, "zh-CN")).toBe("11月28日 19:32");
  });
});
