import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { titleLines, typeWidth } from "../../../server/documents/style/title-lines.ts";
import { modelOf, withSetup } from "../../support/documents/built-model.ts";
import {
  element,
  elements,
  openDocx,
  paragraphWith,
  textOf,
  type XmlNode,
} from "../../support/documents/docx-file.ts";
import { EVENING, RED_HEAD } from "../../support/sample/minutes-evening.ts";

const DOCUMENT = modelOf("minutes", EVENING);
const BYTES = await renderDocx(DOCUMENT);
const PLAIN = await openDocx(BYTES);
const RED = await openDocx(
  await renderDocx(modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }))),
);
const BODY = PLAIN.part("word/document.xml");
const STYLES = PLAIN.part("word/styles.xml");

function fontOf(paragraph: XmlNode): string | undefined {
  return element(paragraph, "w:rFonts").attributes["w:eastAsia"];
}

function styleOf(id: string): XmlNode {
  const found = elements(STYLES, "w:style").find((style) => style.attributes["w:styleId"] === id);
  if (found === undefined) throw new Error(`no style ${id}`);
  return found;
}

describe("page and lines", () => {
  test("A4 with the standard's margins", () => {
    const { attributes: size } = element(BODY, "w:pgSz");
    expect([size["w:w"], size["w:h"]]).toEqual(["11906", "16838"]);
    const { attributes: margin } = element(BODY, "w:pgMar");
    expect([margin["w:top"], margin["w:left"], margin["w:bottom"], margin["w:right"]]).toEqual([
      "2098",
      "1587",
      "1984",
      "1474",
    ]);
  });

  test("22 lines of exactly 579 twips on a line grid, not a character grid", () => {
    expect(element(BODY, "w:docGrid").attributes).toEqual({ "w:type": "lines", "w:linePitch": "579" });
    const { attributes } = element(styleOf("Normal"), "w:spacing");
    expect(attributes).toEqual({ "w:line": "579", "w:lineRule": "exact" });
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
  });

  test("28 characters of a body line fit the text width, 29 do not", () => {
    const runs = elements(paragraphWith(PLAIN, "本次研讨共有公开问题"), "w:r");
    const spacing = Number(element(runs[0] as XmlNode, "w:spacing").attributes["w:val"]);
    const size = Number(element(runs[0] as XmlNode, "w:sz").attributes["w:val"]) * 10;
    const width = 11906 - 1587 - 1474;
    expect(28 * (size + spacing)).toBeLessThanOrEqual(width);
    expect(29 * (size + spacing)).toBeGreaterThan(width);
  });

  test("paragraphs begin two characters in", () => {
    const { attributes } = element(paragraphWith(PLAIN, "本次研讨共有公开问题"), "w:ind");
    expect(attributes).toEqual({ "w:firstLineChars": "200", "w:firstLine": "630" });
  });
});

describe("fonts", () => {
  test("every run of every part sets ascii, hAnsi, eastAsia and cs, with the hint for Chinese marks", () => {
    const runs = [PLAIN, RED].flatMap(({ parts }) =>
      [...parts]
        .filter(([path]) => /document|footer\d/.test(path))
        .flatMap(([, part]) => elements(part, "w:r")),
    );
    expect(runs.length).toBeGreaterThan(150);
    for (const run of runs) {
      const { attributes } = element(run, "w:rFonts");
      const font = attributes["w:eastAsia"];
      expect(font).toBeTruthy();
      expect(attributes).toEqual({
        "w:ascii": font,
        "w:hAnsi": font,
        "w:eastAsia": font,
        "w:cs": font,
        "w:hint": "eastAsia",
      });
    }
  });

  test("every font of the style sheet too, the defaults included", () => {
    expect(elements(element(STYLES, "w:docDefaults"), "w:rFonts")).toHaveLength(1);
    for (const { attributes } of elements(STYLES, "w:rFonts")) {
      expect(new Set(["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map((slot) => attributes[slot])).size).toBe(
        1,
      );
    }
  });

  test("no theme and no theme font is left behind", () => {
    for (const [path, part] of [...PLAIN.parts, ...RED.parts]) {
      expect(path).not.toContain("theme");
      expect(JSON.stringify(part)).not.toMatch(/[tT]heme/);
    }
  });

  test("only the five typefaces of official documents", () => {
    const names = new Set(
      [...PLAIN.parts.values()]
        .flatMap((part) => elements(part, "w:rFonts"))
        .map(({ attributes }) => attributes["w:ascii"]),
    );
    expect([...names].sort()).toEqual(
      ["仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"].sort(),
    );
  });

  test("headings go 黑体, 楷体, 仿宋, all 三号, and are headings to the word processor", () => {
    const headings = ["一、大会", "（一）问题与答复", "1.保税物流中心", "盘活闲置资产"].map((text) =>
      paragraphWith(PLAIN, text),
    );
    expect(headings.map(fontOf)).toEqual(["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]);
    expect(headings.map((node) => element(node, "w:pStyle").attributes["w:val"])).toEqual([
      "Heading1",
      "Heading2",
      "Heading3",
      "Heading3",
    ]);
    for (const heading of headings) expect(element(heading, "w:sz").attributes["w:val"]).toBe("32");
    expect(element(styleOf("Heading2"), "w:outlineLvl").attributes["w:val"]).toBe("1");
  });
});

describe("title", () => {
  test("二号小标宋, centred, off the grid", () => {
    const title = paragraphWith(PLAIN, "全市县域经济");
    expect(fontOf(title)).toBe("方正小标宋简体");
    expect(element(title, "w:sz").attributes["w:val"]).toBe("44");
    expect(element(title, "w:jc").attributes["w:val"]).toBe("center");
    expect(element(title, "w:snapToGrid").attributes["w:val"]).toBe("0");
  });

  test("a long one is broken by meaning into lines of different lengths", () => {
    expect(titleLines(DOCUMENT.title, 18)).toEqual(["全市县域经济高质量发展", "专题研讨班分组研讨情况汇总"]);
    expect(titleLines("全市县域经济高质量发展专题研讨班分组研讨纪要", 18)).toEqual([
      "全市县域经济高质量发展",
      "专题研讨班分组研讨纪要",
    ]);
    expect(titleLines("县域经济研讨情况汇总", 18)).toEqual(["县域经济研讨情况汇总"]);
  });

  test.each([
    "关于推进保税物流中心建设和闲置资产盘活工作的座谈会情况汇总",
    "全市领导干部推动县域经济高质量发展暨招商引资、项目建设、营商环境优化提升专题研讨班第一次互动交流会情况汇总",
    "Session on county economies and everything else that had to be talked about: summary",
    "安阳市县域经济高质量发展互动交流研讨班·第二期·分组研讨与互动交流会议情况汇总",
    "买买提·艾力同志到安阳市调研县域经济高质量发展“一县一策”推进情况座谈会情况汇总",
    "一".repeat(80),
  ])("no line is too long, none begins with a mark or 的: %s", (title) => {
    const lines = titleLines(title, 18);
    expect(lines.join("").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
    for (const line of lines) {
      expect(typeWidth(line)).toBeLessThanOrEqual(18);
      expect(line).not.toMatch(/^[、，。：；）》”·的]/);
    }
  });

  test("whatever the title, marks and 的 stay with what they follow and no text is lost", () => {
    const piece = fc.constantFrom("县域", "经济", "发展", "研讨", "会", "、", "，", "》", "的", "（", "Abc ");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 12, maxLength: 24 }), (pieces) => {
        const title = `开${pieces.join("").trim()}`;
        const lines = titleLines(title, 12);
        expect(lines.join("").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、，》的]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/（$/);
      }),
    );
  });
});

describe("page numbers", () => {
  test("odd and even pages differ: right and left, `— 1 —` in 四号宋体", () => {
    expect(elements(PLAIN.part("word/settings.xml"), "w:evenAndOddHeaders")).toHaveLength(1);
    const references = elements(BODY, "w:footerReference").map(({ attributes }) => attributes["w:type"]);
    expect(references).toEqual(["default", "even"]);
    const sides = ["word/footer1.xml", "word/footer2.xml"].map((path) => {
      const footer = PLAIN.part(path);
      expect(textOf(footer)).toBe("—  —");
      expect(element(footer, "w:instrText").children).toEqual(["PAGE"]);
      expect(fontOf(footer)).toBe("宋体");
      expect(element(footer, "w:sz").attributes["w:val"]).toBe("28");
      return [element(footer, "w:jc").attributes["w:val"], element(footer, "w:ind").attributes];
    });
    expect(sides).toEqual([
      ["right", { "w:right": "280" }],
      ["left", { "w:left": "280" }],
    ]);
  });
});

describe("attendance", () => {
  test("a 黑体 label two characters in, run-over lines under the first character after the colon", () => {
    const line = paragraphWith(PLAIN, "出席：");
    const [label, names] = elements(line, "w:r");
    expect(fontOf(label as XmlNode)).toBe("黑体");
    expect(textOf(label as XmlNode)).toBe("出席：");
    expect(fontOf(names as XmlNode)).toBe("仿宋_GB2312");
    expect(element(line, "w:ind").attributes).toEqual({
      "w:left": String(5 * 315),
      "w:hanging": String(3 * 315),
    });
  });
});

describe("placeholders", () => {
  test("stand highlighted", () => {
    const runs = elements(paragraphWith(PLAIN, "【待填】"), "w:r").filter(
      (run) => textOf(run) === "【待填】",
    );
    for (const run of runs) expect(element(run, "w:highlight").attributes["w:val"]).toBe("yellow");
    expect(runs.length).toBeGreaterThan(0);
  });
});

describe("tables", () => {
  const table = element(BODY, "w:tbl");

  test("every rule is drawn, the grid is as wide as the text", () => {
    const borders = element(table, "w:tblBorders").children as XmlNode[];
    expect(borders.map(({ name }) => name)).toHaveLength(6);
    for (const { attributes } of borders) expect(attributes["w:val"]).toBe("single");
    const columns = elements(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    expect(columns.reduce((total, width) => total + width, 0)).toBeCloseTo(11906 - 1587 - 1474, -1);
  });

  test("spans are merged cells and every row covers the grid", () => {
    const covered = elements(table, "w:tr").map((row) =>
      elements(row, "w:tc").reduce((total, cell) => {
        const [span] = elements(cell, "w:gridSpan");
        return total + Number(span?.attributes["w:val"] ?? 1);
      }, 0),
    );
    expect(covered).toEqual([3, 3, 3]);
    expect(elements(table, "w:vMerge").map(({ attributes }) => attributes["w:val"])).toEqual([
      "restart",
      "continue",
    ]);
    expect(elements(table, "w:tblHeader")).toHaveLength(1);
  });
});

describe("red head", () => {
  test("the sign is red 小标宋, centred, 35 mm below the text area's top edge, off the grid", () => {
    const sign = paragraphWith(RED, "市委组织部专题会议纪要");
    expect(fontOf(sign)).toBe("方正小标宋简体");
    expect(element(sign, "w:color").attributes["w:val"]).toBe("FF0000");
    expect(element(sign, "w:jc").attributes["w:val"]).toBe("center");
    expect(element(sign, "w:snapToGrid").attributes["w:val"]).toBe("0");
    const properties = element(sign, "w:pPr");
    expect(element(properties, "w:spacing").attributes["w:before"]).toBe("1984");
  });

  test("a red rule as wide as the text follows, and the title stands two lines below it", () => {
    const paragraphs = elements(RED.part("word/document.xml"), "w:p");
    const rule = paragraphs.findIndex((node) => elements(node, "w:pBdr").length > 0);
    const ruled = paragraphs[rule] as XmlNode;
    expect(element(ruled, "w:bottom").attributes["w:color"]).toBe("FF0000");
    expect(element(ruled, "w:ind").attributes).not.toHaveProperty("w:left");
    expect(paragraphs.slice(rule + 1, rule + 3).map(textOf)).toEqual(["", ""]);
    expect(textOf(paragraphs[rule + 3] as XmlNode)).toMatch(/^全市县域经济/);
  });

  test("the 版记 has thick outer and thin inner rules, 抄送 first, issuer left and date right", () => {
    const imprint = elements(RED.part("word/document.xml"), "w:tbl").at(-1) as XmlNode;
    const size = (side: string) => element(element(imprint, "w:tblBorders"), side).attributes["w:sz"];
    expect([size("w:top"), size("w:insideH"), size("w:bottom")]).toEqual(["8", "6", "8"]);
    expect(elements(imprint, "w:p").map(textOf)).toEqual([
      "抄送：市委办公室、市政府办公室、各县（区）委组织部。",
      "中共××市委组织部 2026年2月3日印发",
    ]);
    expect(element(imprint, "w:tblpPr").attributes["w:tblpYSpec"]).toBe("bottom");
  });

  test("the plain document has neither", () => {
    expect(JSON.stringify(BODY)).not.toMatch(/FF0000|tblpPr|pBdr/);
  });
});
