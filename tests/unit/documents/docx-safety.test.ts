import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { cleanText } from "../../../shared/documents/clean-text.ts";
import { modelOf, withSetup } from "../../support/documents/built-model.ts";
import { elements, openDocx, textOf, type XmlNode } from "../../support/documents/docx-file.ts";
import { EVENING, RED_HEAD } from "../../support/sample/minutes-evening.ts";
import { hostileInput } from "../../support/sample/minutes-texts.ts";
import { waitUntil } from "../../support/wait-until.ts";

const RED = await openDocx(
  await renderDocx(modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }))),
);

/** The order the schema asks of a paragraph's and a run's properties; another order is a damaged file to some. */
const PARAGRAPH_ORDER = ["pStyle", "keepNext", "pBdr", "tabs", "snapToGrid", "spacing", "ind", "jc"];
const RUN_ORDER = [
  "rFonts",
  "b",
  "bCs",
  "i",
  "iCs",
  "strike",
  "color",
  "spacing",
  "sz",
  "szCs",
  "highlight",
  "u",
];

function namesIn(node: XmlNode): string[] {
  return node.children.map((child) => (typeof child === "string" ? "" : child.name.replace("w:", "")));
}

function expectOrder(nodes: readonly XmlNode[], order: readonly string[]): void {
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    const places = namesIn(node).map((name) => order.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  }
}

test("whatever people write, every part is well-formed XML with nothing active in it", async () => {
  await fc.assert(
    fc.asyncProperty(hostileInput, async (input) => {
      const docx = await openDocx(await renderDocx(modelOf("minutes", input)));
      for (const [path, part] of docx.parts) {
        const names = elements({ name: "", attributes: {}, children: [part] }, "w:hyperlink");
        expect(names).toEqual([]);
        if (!path.endsWith(".rels")) continue;
        const targets = elements(part, "Relationship").map(({ attributes }) => attributes.TargetMode);
        expect(targets).not.toContain("External");
      }
      const fields = elements(docx.part("word/document.xml"), "w:instrText");
      expect(fields).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("C0 and C1 controls, non-characters, overrides and lone surrogates are gone; everything else stays", () => {
  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    /\p{Cc}/u.test(character),
  );
  expect(cleanText(controls.join(""))).toBe("\t\n");
  expect(cleanText("a\ud800b\udc00c\uffffd\u202ee")).toBe("abcde");
  expect(cleanText("𠮷😀“——……”é")).toBe("𠮷😀“——……”é");
});

test("a formula and a script are words", async () => {
  const document = { ...modelOf("minutes", EVENING), title: "=cmd|' /C calc'!A0 <script>alert(1)</script>" };
  const docx = await openDocx(await renderDocx(document));
  expect(textOf(docx.part("word/document.xml"))).toContain("<script>alert(1)</script>");
  expect(elements(docx.part("word/document.xml"), "script")).toEqual([]);
});

describe("the file is what the schema asks for", () => {
  const body = RED.part("word/document.xml");

  test("properties of paragraphs and runs stand in order", () => {
    expectOrder(elements(body, "w:pPr"), PARAGRAPH_ORDER);
    expectOrder(elements(body, "w:rPr"), RUN_ORDER);
  });

  test("every cell ends with a paragraph, and so does the document", () => {
    for (const cell of elements(body, "w:tc")) expect(namesIn(cell).at(-1)).toBe("p");
    const [root] = elements(body, "w:body");
    expect(namesIn(root as XmlNode).slice(-2)).toEqual(["p", "sectPr"]);
  });

  test("it names no author and no time", () => {
    const core = JSON.stringify(RED.part("docProps/core.xml"));
    expect(core).not.toMatch(/creator|created|modified|Un-named/);
    expect(new Set(RED.dates).size).toBe(1);
  });
});

test("the same document gives the same bytes, at another time too", async () => {
  const document = modelOf("minutes", EVENING);
  const first = await renderDocx(document);
  // A zip archive counts time in steps of two seconds.
  const step = Math.floor(Date.now() / 2_000);
  await waitUntil(() => Math.floor(Date.now() / 2_000) > step, {
    what: "the next step of a zip archive's clock",
  });
  expect((await renderDocx(document)).equals(first)).toBe(true);
});
