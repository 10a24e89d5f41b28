import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { AsideTexts } from "../../../../client/features/notes/aside-texts.ts";
import { HeldLives } from "../../../../client/features/notes/held-lives.ts";
import { linesLacking, readableText } from "../../../../client/features/notes/readable-text.ts";
import { UnsavedCopy } from "../../../../client/features/notes/unsaved-copy.ts";
import { memoryLocalStorage } from "../../../support/memory-local-storage.ts";
import { docOf } from "../../../support/notes/notes-editor.ts";
import { marked, node, notesState } from "../../../support/notes/notes-state.ts";

const OWNER = { sessionId: "s1", roomId: "r1", actorId: "p1" };
const LIFE = "0123456789abcdef0123456789abcdef";

describe("[N17] words set aside", () => {
  test("stay on this machine for their author in this room, once, until they are removed", () => {
    const storage = memoryLocalStorage();
    const asides = new AsideTexts(storage, OWNER);
    asides.add("", 1);
    asides.add("二审由市里负责", 2);
    asides.add("二审由市里负责", 3);
    asides.add("标准厂房", 4);
    const later = new AsideTexts(storage, OWNER);
    expect(later.list().map(({ text }) => text)).toEqual(["二审由市里负责", "标准厂房"]);
    for (const other of [{ actorId: "p2" }, { roomId: "r2" }, { sessionId: "s2" }])
      expect(new AsideTexts(storage, { ...OWNER, ...other }).list()).toEqual([]);
    const [first] = later.list();
    later.remove(first?.id ?? "");
    expect(asides.list()).toHaveLength(1);
    if (first !== undefined) later.put(first);
    expect(asides.list()).toEqual([first, expect.objectContaining({ text: "标准厂房" })]);
  });

  test("are held while the page stands where the machine has no room, and what is unreadable stays", () => {
    const asides = new AsideTexts(memoryLocalStorage(4), OWNER);
    asides.add("没有地方放的话", 1);
    expect(asides.list()).toMatchObject([{ text: "没有地方放的话", isCompared: false }]);
    const storage = memoryLocalStorage();
    storage.setItem("yantao.aside.s1.r1.p1.x", "{");
    expect(new AsideTexts(storage, OWNER).list()).toEqual([]);
    expect(storage.length).toBe(1);
  });

  test("are compared once: what the notes have is taken out, and nothing left is nothing kept", () => {
    const asides = new AsideTexts(memoryLocalStorage(), OWNER);
    asides.add("甲\n乙\n甲", 1);
    asides.add("丙", 2);
    asides.compare((text) => linesLacking(text, "甲\n丙"));
    expect(asides.list()).toMatchObject([{ text: "乙\n甲", isCompared: true }]);
    asides.compare(() => "");
    expect(asides.list()).toHaveLength(1);
  });
});

describe("[N17] the words of a document", () => {
  test("are read out of any layout", () => {
    const nested = notesState(
      node("heading", {}, "债务"),
      node(
        "bulletList",
        {},
        node("listItem", {}, node("paragraph", {}, marked(["甲", { bold: true }], ["乙", {}]))),
      ),
    );
    expect(readableText(docOf(nested))).toBe("债务\n甲乙");
    const lined = new Y.Doc();
    const text = new Y.XmlText();
    lined.getXmlFragment("notes").insert(0, [text]);
    text.insert(0, "第一行\n第二行\n");
    text.insertEmbed(8, node("table", {}, node("tableRow", {}, node("tableCell", {}, "格"))));
    text.insert(9, "尾行\n");
    expect(readableText(lined)).toBe("第一行\n第二行\n格\n尾行");
  });

  test("are found where they hang on what is not here", () => {
    const server = docOf(notesState(node("paragraph", {}, "服务器上的")));
    const before = Y.encodeStateVector(server);
    const paragraph = server.getXmlFragment("notes").get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(2, "没有保存的");
    server.getXmlFragment("notes").push([node("paragraph", {}, "另一段")]);
    const alone = new Y.Doc();
    Y.applyUpdate(alone, Y.encodeStateAsUpdate(server, before));
    expect(readableText(alone)).toBe("没有保存的\n另一段");
  });
});

describe("[N16] what a browser holds of lives", () => {
  test("is what it was told last, and what copies left here lean on", () => {
    const lives = new HeldLives();
    expect(lives.parameter()).toBe("");
    lives.takeOver([{ lifeId: LIFE, seq: 7 }]);
    lives.takeOver([{ lifeId: LIFE, seq: 5 }]);
    expect(lives.parameter()).toBe(`${LIFE}.7`);
    const next = LIFE.replace("0", "f");
    lives.told(next, 0);
    expect(lives.held()).toEqual([{ lifeId: next, seq: 7 }]);
    lives.told("", 9);
    lives.told("", 8);
    expect(lives.held()).toEqual([{ lifeId: next, seq: 9 }]);
  });

  test("goes with a copy of unsaved words; one from before there were lives is taken as it is", () => {
    const storage = memoryLocalStorage();
    new UnsavedCopy(storage, OWNER, "1").keep(Uint8Array.of(1, 2), [{ lifeId: LIFE, seq: 7 }]);
    storage.setItem("yantao.notes.s1.r1.p1.2", "AwQ=");
    storage.setItem("yantao.notes.s1.r1.p1.3", "x.y:AwQ=");
    expect(new UnsavedCopy(storage, OWNER, "4").take()).toEqual([
      { update: Uint8Array.of(1, 2), lives: [{ lifeId: LIFE, seq: 7 }] },
      { update: Uint8Array.of(3, 4), lives: [] },
    ]);
  });
});
