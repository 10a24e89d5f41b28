import { expect, test } from "vitest";
import * as Y from "yjs";
import { MalformedBytes } from "../../../server/notes/byte-cursor.ts";
import { presenceState } from "../../../server/notes/presence/presence-state.ts";

const ACCESS = { name: "郑文海", colour: "#14607a" };
const USER = { name: "郑文海", color: "#14607a" };

function told(state: unknown): unknown {
  return JSON.parse(presenceState(JSON.stringify(state), ACCESS));
}

test("[N3] a cursor in the document is passed on, under the server's name and with nothing beside it", () => {
  const doc = new Y.Doc();
  const text = new Y.XmlText("二审");
  doc.getXmlFragment("notes").insert(0, [text]);
  const positions = [
    Y.createRelativePositionFromTypeIndex(text, 1),
    Y.createRelativePositionFromTypeIndex(text, 2),
    Y.createRelativePositionFromTypeIndex(doc.getXmlFragment("notes"), 0),
    Y.createRelativePositionFromTypeIndex(doc.getXmlFragment("notes"), 1, -1),
  ];
  for (const anchor of positions) {
    const cursor = JSON.parse(JSON.stringify({ anchor, head: positions[0] })) as unknown;
    expect(told({ user: { name: "the mayor" }, cursor, mark: 1 })).toEqual({ user: USER, cursor });
  }
});

test.each([
  ["no place at all", { anchor: null, head: null }],
  ["empty places", { anchor: {}, head: {} }],
  ["one place only", { anchor: { tname: "notes" } }],
  ["a place in another type", { anchor: { tname: "other" }, head: { tname: "notes" } }],
  ["ids that are none", { anchor: { item: { client: -1, clock: "x" } }, head: { tname: "notes" } }],
  ["a fraction", { anchor: { item: { client: 1, clock: 0.5 } }, head: { tname: "notes" } }],
  ["something beside", { anchor: { tname: "notes", extra: 1 }, head: { tname: "notes" } }],
  ["a list", []],
  ["text", "notes"],
])("[N3] a cursor other editors would fail on is none: %s", (_what, cursor) => {
  expect(told({ cursor })).toEqual({ user: USER, cursor: null });
});

test("a state that is no object is malformed", () => {
  for (const state of ["1", "[]", "null", "{"]) {
    expect(() => presenceState(state, ACCESS)).toThrow(MalformedBytes);
  }
});
