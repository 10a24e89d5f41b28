import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CompositionGate } from "../../../../client/features/notes/composition-gate.ts";
import { readSentFrame, updateFrame } from "../../../../client/features/notes/notes-frames.ts";
import { notesSocketClass } from "../../../../client/features/notes/notes-socket.ts";

/** A line that is always open and remembers what went out. */
class OpenLine {
  readonly OPEN = 1;
  readyState = 1;
  readonly out: Uint8Array[] = [];
  send(frame: Uint8Array): void {
    this.out.push(frame);
  }
}

function openSocket(gate: CompositionGate) {
  const sent: string[] = [];
  const Socket = notesSocketClass(OpenLine as unknown as typeof WebSocket, gate, (kind) => sent.push(kind));
  return { socket: new Socket("ws://127.0.0.1") as unknown as OpenLine, sent };
}

/** The updates of typing `letters` one by one and then putting `word` in their place, as pinyin input does. */
function composedUpdates(doc: Y.Doc, letters: string, word: string): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => updates.push(update);
  doc.on("update", note);
  const text = doc.getText("t");
  [...letters].forEach((letter, index) => {
    text.insert(index, letter);
  });
  doc.transact(() => {
    text.delete(0, letters.length);
    text.insert(0, word);
  });
  doc.off("update", note);
  return updates;
}

describe("CompositionGate", () => {
  test("lets through at once what does not fall into a composition", () => {
    const gate = new CompositionGate();
    const seen: number[] = [];
    gate.pass(() => seen.push(1));
    expect(seen).toEqual([1]);
  });

  test("holds during a composition and lets go in order", () => {
    const gate = new CompositionGate();
    const seen: number[] = [];
    gate.begin();
    gate.pass(() => seen.push(1));
    gate.pass(() => seen.push(2));
    expect(seen).toEqual([]);
    gate.end();
    expect(seen).toEqual([1, 2]);
  });

  test("lets others' changes in, each once the editor is ready for it, and what is sent without asking", () => {
    const gate = new CompositionGate();
    const seen: string[] = [];
    gate.guard(() => seen.push("ready"));
    gate.letIn(() => seen.push("change"));
    gate.begin();
    gate.letIn(() => seen.push("held change"));
    gate.pass(() => seen.push("sent"));
    expect(seen).toEqual(["ready", "change"]);
    gate.end();
    expect(seen).toEqual(["ready", "change", "ready", "held change", "sent"]);
    gate.guard(null);
    gate.letIn(() => seen.push("without an editor"));
    expect(seen.slice(5)).toEqual(["without an editor"]);
  });

  test("forgets what came by a connection that is gone", () => {
    const gate = new CompositionGate();
    const seen: number[] = [];
    gate.begin();
    gate.pass(() => seen.push(1));
    gate.drop();
    gate.end();
    expect(seen).toEqual([]);
  });
});

describe("the notes socket", () => {
  test("counts step 2 and updates, and nothing else", () => {
    const { socket, sent } = openSocket(new CompositionGate());
    socket.send(Uint8Array.of(0, 0, 1, 0));
    socket.send(Uint8Array.of(0, 1, 2, 0, 0));
    socket.send(updateFrame(Uint8Array.of(0, 0)));
    socket.send(Uint8Array.of(1, 1, 0));
    expect(sent).toEqual(["step2", "update"]);
    expect(socket.out).toHaveLength(4);
  });

  test("a composed word leaves as one update, of the word alone to the eye", () => {
    const gate = new CompositionGate();
    const { socket, sent } = openSocket(gate);
    gate.begin();
    for (const update of composedUpdates(new Y.Doc(), "zhuanxiang", "专项")) socket.send(updateFrame(update));
    expect(socket.out).toEqual([]);
    expect(sent).toEqual([]);
    gate.end();
    expect(sent).toEqual(["update"]);
    const frame = readSentFrame(socket.out[0] ?? new Uint8Array());
    if (frame.kind !== "update") throw new Error("not an update");
    const other = new Y.Doc();
    const states: string[] = [];
    other.on("update", () => states.push(other.getText("t").toString()));
    Y.applyUpdate(other, frame.update);
    expect(states).toEqual(["专项"]);
  });

  test("step 2 is never held: it answers the server's question", () => {
    const gate = new CompositionGate();
    const { socket, sent } = openSocket(gate);
    gate.begin();
    socket.send(Uint8Array.of(0, 1, 2, 0, 0));
    expect(sent).toEqual(["step2"]);
  });
});
