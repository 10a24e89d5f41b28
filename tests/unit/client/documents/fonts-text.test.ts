import { expect, test } from "vitest";
import { fontsText } from "../../../../client/features/exports/fonts-text.ts";
import { en } from "../../../../shared/messages/en.ts";
import { zhCN } from "../../../../shared/messages/zh-CN.ts";

const WORDS = zhCN.documents.fonts;

test("typefaces that are here are not enumerated", () => {
  const report = { fonts: [{ wanted: "黑体", used: ["黑体"] }], missing: [], missingCount: 0 };
  expect(fontsText(report, WORDS)).toBe("字体齐全。");
});

test("what stands for a typeface is told, together where it is the same", () => {
  const fonts = [
    { wanted: "仿宋_GB2312", used: ["Noto Serif SC"] },
    { wanted: "宋体", used: ["Noto Serif SC"] },
    { wanted: "黑体", used: ["黑体", "Noto Emoji"] },
  ];
  expect(fontsText({ fonts, missing: [], missingCount: 0 }, WORDS)).toBe(
    "字体：仿宋_GB2312、宋体 用 Noto Serif SC 代替，黑体 没有的字用 Noto Emoji。",
  );
});

test("what nobody could print is told with its code, for whoever has no font for it either", () => {
  const report = { fonts: [], missing: ["𠮷", "e\u0301"], missingCount: 50 };
  expect(fontsText(report, WORDS)).toContain("𠮷（U+20BB7）、e\u0301（U+0065 U+0301）等 50 个");
  expect(fontsText(report, en.documents.fonts)).toContain("𠮷 (U+20BB7)");
});
