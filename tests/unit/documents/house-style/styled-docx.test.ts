import { expect, test } from "vitest";
import { renderDocx } from "../../../../server/documents/docx/render-docx.ts";
import { documentStyle } from "../../../../server/documents/style/style.ts";
import { withChanges } from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { modelOf, withSetup } from "../../../support/documents/built-model.ts";
import { element, elements, openDocx, paragraphWith } from "../../../support/documents/docx-file.ts";
import { EVENING, RED_HEAD } from "../../../support/sample/minutes-evening.ts";

const STYLE = documentStyle(
  withChanges({
    fonts: { body: "华文仿宋", firstHeading: "微软雅黑", title: "华文中宋" },
    page: { topMm: 30, leftMm: 25, rightMm: 25 },
    body: { sizePt: 15, linePitchPt: 28 },
    redHead: { colour: "C00000", rulePt: 2 },
  }),
);
const MINUTES = modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }));
const STYLED = await openDocx(await renderDocx(MINUTES, STYLE));
const BODY = STYLED.part("word/document.xml");

test("[X24] a Word document has the margins and the pitch of lines that the house says", () => {
  const margin = element(BODY, "w:pgMar").attributes;
  expect(margin).toMatchObject({ "w:top": "1701", "w:left": "1417", "w:right": "1417", "w:bottom": "1984" });
  expect(element(BODY, "w:docGrid").attributes["w:linePitch"]).toBe("560");
  const normal = elements(STYLED.part("word/styles.xml"), "w:style")[0];
  if (normal === undefined) throw new Error("no style");
  expect(element(normal, "w:spacing").attributes["w:line"]).toBe("560");
  expect(element(normal, "w:sz").attributes["w:val"]).toBe("30");
});

test("[X24] its typefaces and no other, in every slot of every run", () => {
  const names = new Set(
    ["word/document.xml", "word/styles.xml"].flatMap((part) =>
      elements(STYLED.part(part), "w:rFonts").flatMap(({ attributes }) =>
        ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map((slot) => attributes[slot]),
      ),
    ),
  );
  expect([...names].filter((name) => name === "仿宋_GB2312" || name === "方正小标宋简体")).toEqual([]);
  expect(names).toContain("华文仿宋");
  const heading = element(paragraphWith(STYLED, "一、大会"), "w:rFonts");
  expect(heading.attributes["w:eastAsia"]).toBe("微软雅黑");
});

test("[X24] its head", () => {
  const sign = paragraphWith(STYLED, RED_HEAD.sign ?? "");
  expect(element(sign, "w:color").attributes["w:val"]).toBe("C00000");
  const rules = elements(BODY, "w:pBdr").map((rule) => element(rule, "w:bottom").attributes);
  expect(rules).toContainEqual(expect.objectContaining({ "w:sz": "16", "w:color": "C00000" }));
});
