import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { lastLine } from "../../../shared/notes/last-line.ts";
import { readFlow } from "../../../shared/notes/read-flow.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { Seeded } from "../../support/sample/seeded.ts";

function carrier(text: string, attributes: Record<string, unknown> = {}): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value as string);
  return element;
}

function notes(...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const root = new Y.Doc().getXmlFragment(NOTES_FRAGMENT);
  root.insert(0, children);
  return root;
}

function around(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

const last = (...children: (Y.XmlElement | Y.XmlText)[]) => lastLine(notes(...children), 120);

describe("[M3] the last line that says something", () => {
  test("in one text or several, past empty lines", () => {
    expect(last()).toBe("");
    expect(last(carrier("一\n二\n  \n\n"))).toBe("二");
    expect(last(carrier("一"), carrier("二\n三"), carrier(""))).toBe("三");
    expect(last(new Y.XmlText("一"), new Y.XmlText("二"))).toBe("二");
    expect(last(carrier("\n一"))).toBe("一");
  });

  test("goes on over a joined end and over breaks, and ends at a table", () => {
    expect(last(carrier("零"), carrier("前半", { joined: true }), carrier("后半"))).toBe("前半后半");
    expect(last(carrier("上\u2028下"))).toBe("上 下");
    const table = () =>
      around("table", around("tableRow", around("tableCell", carrier("甲"), carrier("乙"))));
    expect(last(carrier("前"), table())).toBe("乙");
    expect(last(carrier("前"), table(), carrier("后"))).toBe("后");
    expect(last(carrier("前"), around("table", around("tableRow", around("tableCell", carrier("")))))).toBe(
      "前",
    );
  });

  test("as earlier editors nested it", () => {
    const list = around("bulletList", around("listItem", carrier("一")), around("listItem", carrier("二")));
    expect(last(list)).toBe("二");
    expect(last(around("blockquote", carrier("引")), carrier(""))).toBe("引");
    const broken = around(
      "paragraph",
      new Y.XmlText("上"),
      new Y.XmlElement("hardBreak"),
      new Y.XmlText("下"),
    );
    expect(last(carrier("前"), broken)).toBe("上 下");
  });

  test("is cut, never through a character", () => {
    expect(lastLine(notes(carrier("一二三四五")), 5)).toBe("一二三四五");
    expect(lastLine(notes(carrier("一二三四五六")), 5)).toBe("一二三四…");
    expect(lastLine(notes(carrier("一二三🙂五六")), 5)).toBe("一二三…");
  });

  test("is the one the reader of whole notes ends with, whatever was written and taken away", () => {
    const random = new Seeded(20_261);
    for (let round = 0; round < 300; round += 1) {
      const root = new Y.Doc().getXmlFragment(NOTES_FRAGMENT);
      for (let step = 0; step < 30; step += 1) edit(random, root);
      expect(lastLine(root, 10_000)).toBe(read(root));
    }
  });
});

function edit(random: Seeded, root: Y.XmlFragment): void {
  const words = random.pick(["债", "物流\n", "\n", " ", "a b", "\u2028", ""]);
  const at = random.below(root.length + 1);
  const held = at < root.length ? root.get(at) : null;
  const text = held instanceof Y.XmlElement ? held.get(0) : null;
  const act = text instanceof Y.XmlText ? random.below(10) : 0;
  if (!(text instanceof Y.XmlText) || act < 3)
    root.insert(at, [carrier(words, random.chance(0.3) ? { joined: true } : {})]);
  else if (act < 5 && text.length > 0) text.delete(random.below(text.length), 1);
  else if (act === 5) root.delete(at, 1);
  else text.insert(random.below(text.length + 1), words);
}

function read(root: Y.XmlFragment): string {
  const lines = readFlow([root]).flatMap((block) =>
    block.kind === "line"
      ? [block.pieces.map((piece) => (piece.kind === "text" ? piece.content : " ")).join("")]
      : [],
  );
  const told = lines.map((line) => line.replace(/\s+/gu, " ").trim()).filter((line) => line !== "");
  return told.at(-1) ?? "";
}
