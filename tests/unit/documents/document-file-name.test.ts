import fc from "fast-check";
import { expect, test } from "vitest";
import { attachmentHeader, documentFileName } from "../../../server/documents/file-name.ts";

test("a download is called by the title, with the extension of its address", () => {
  expect(documentFileName("县域经济研讨情况汇总", "minutes.docx")).toBe("县域经济研讨情况汇总.docx");
});

test.each([
  ['第一组/第二组：“问”\\*?<>|"', "minutes.md", "第一组 第二组：“问”.md"],
  ["..\u202e", "minutes.docx", "minutes.docx"],
  ["CON", "minutes.docx", "minutes.docx"],
  ["con.草案", "minutes.docx", "minutes.docx"],
  ["COM¹", "minutes.docx", "minutes.docx"],
  ["控股con", "minutes.docx", "控股con.docx"],
  ["Console", "minutes.docx", "Console.docx"],
  ["  ..隐藏. ", "ledger.xlsx", "隐藏.xlsx"],
  ["半\ud800个", "minutes.json", "半 个.json"],
])("what a file system refuses is taken out of %j", (title, name, expected) => {
  expect(documentFileName(title, name)).toBe(expected);
});

test("a long title fits a file system that counts bytes, with no character cut in half", () => {
  const name = documentFileName("长😀".repeat(200), "minutes.docx");
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name.isWellFormed()).toBe(true);
});

test("the header is one RFC 6266 allows, and says the same name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (title) => {
      const header = attachmentHeader(title, "minutes.docx");
      const [, encoded = ""] =
        /^attachment; filename="minutes\.docx"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)$/.exec(
          header,
        ) ?? [];
      expect(decodeURIComponent(encoded)).toBe(documentFileName(title, "minutes.docx"));
    }),
    { examples: [["it's (one)!"], ['100%; \\"x']] },
  );
});
