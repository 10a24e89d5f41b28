import { describe, expect, test } from "vitest";
import {
  placeName,
  readStyle,
  readStyleFile,
} from "../../../../client/features/documents/house-style/style-fault.ts";
import {
  fieldText,
  STYLE_FIELDS,
  withDraft,
} from "../../../../client/features/documents/house-style/style-fields.ts";
import { en } from "../../../../shared/messages/en.ts";
import { type AllMessages, zhCN } from "../../../../shared/messages/zh-CN.ts";
import { houseStyleSchema } from "../../../../shared/protocol/house-style/house-style.ts";
import { changesOf, withChanges } from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { OFFICIAL_HOUSE_STYLE } from "../../../../shared/protocol/house-style/official-house-style.ts";

const words: AllMessages["houseStyle"] = zhCN.houseStyle;

function faults(text: string, language = words): string[] {
  const reading = readStyleFile(text, language);
  return reading.ok ? [] : reading.faults.map(({ path, text: fault }) => `${path} ${fault}`.trim());
}

describe("[X23] a style file", () => {
  test("is taken whole as it was given out, in part, and with a byte order mark", () => {
    const whole = readStyleFile(JSON.stringify(OFFICIAL_HOUSE_STYLE, null, 2), words);
    expect(whole.ok && changesOf(withChanges(whole.style))).toEqual({});
    expect(readStyleFile('\uFEFF{"page":{"leftMm":30}}', words)).toEqual({
      ok: true,
      style: { page: { leftMm: 30 } },
    });
  });

  test.each<[string, string[]]>([
    ["", ["不是 JSON 格式"]],
    ['{\n  "page": {\n  }\n  "body": {}\n}', ["不是 JSON 格式，第4行附近有错"]],
    ["[]", ["要填一组项目"]],
    ['{"page":{"leftMm":"28"},"body":{"sizePt":4}}', ["page.leftMm 要填数字", "body.sizePt 不能小于5"]],
    [
      '{"pages":{},"page":{"left":1,"top":2}}',
      ["page.left 没有这一项，请检查名称", "page.top 没有这一项，请检查名称", "pages 没有这一项，请检查名称"],
    ],
    ['{"fonts":{"body":"仿宋<"}}', ["fonts.body 字体名称只能用汉字、字母、数字、空格和 _ . + - ( )"]],
    ['{"redHead":{"colour":"red"}}', ["redHead.colour 颜色要写成六位十六进制，如 FF0000"]],
    ['{"page":{"leftMm":70,"rightMm":70}}', ["page.leftMm 左右页边距太大，版心不足 80 毫米宽"]],
    ['{"body":{"linePitchPt":10}}', ["body.linePitchPt 行距小于字号，字会叠在一起"]],
    ['{"imprint":{"copyTo":["\\u202e"]}}', ["imprint.copyTo.0 有不能打印的字符"]],
  ])("%s is refused, each fault with its place", (text, expected) => {
    expect(faults(text).sort()).toEqual([...expected].sort());
    expect(faults(text, en.houseStyle)).toHaveLength(expected.length);
  });

  test("a place has its name in words, and one that is not known its own", () => {
    expect(placeName("page.topMm", words)).toBe("纸张和页边距 › 上边距（毫米）");
    expect(placeName("page", words)).toBe("纸张和页边距");
    expect(placeName("page.toString", words)).toBe("纸张和页边距");
    expect(placeName("constructor", words)).toBe("constructor");
    expect(placeName("", words)).toBe("整个文件");
  });

  test("every entry there is has a name in both languages", () => {
    for (const [section, schema] of Object.entries(houseStyleSchema.shape)) {
      for (const field of Object.keys(schema.shape)) {
        const path = `${section}.${field}`;
        for (const language of [words, en.houseStyle])
          expect(placeName(path, language).split(language.faults.between), path).toHaveLength(2);
      }
    }
  });
});

describe("[X23] the form", () => {
  test("changes what is written in it and leaves the rest, what has no field of its own too", () => {
    const changes = { table: { rulePt: 1 }, page: { leftMm: 30 } };
    const draft = { "page.rightMm": "25", "redHead.sign": "", "imprint.copyTo": "市委办\n\n 市政府办 " };
    expect(readStyle(withDraft(changes, draft), words)).toEqual({
      ok: true,
      style: {
        table: { rulePt: 1 },
        page: { leftMm: 30, rightMm: 25 },
        redHead: { sign: null },
        imprint: { copyTo: ["市委办", "市政府办"] },
      },
    });
    expect(changes).toEqual({ table: { rulePt: 1 }, page: { leftMm: 30 } });
  });

  test("what stands in it unchanged is the standard's", () => {
    const draft = Object.fromEntries(
      STYLE_FIELDS.flat().map((field) => [
        `${field.section}.${field.field}`,
        fieldText(OFFICIAL_HOUSE_STYLE, field),
      ]),
    );
    const reading = readStyle(withDraft({}, draft), words);
    expect(reading.ok && changesOf(withChanges(reading.style))).toEqual({});
  });

  test.each(["", "十六", "1e1", "0x10", "16磅"])("%j is no number", (text) => {
    const reading = readStyle(withDraft({}, { "body.sizePt": text }), words);
    expect(reading.ok ? [] : reading.faults).toEqual([{ path: "body.sizePt", text: "要填数字" }]);
  });
});
