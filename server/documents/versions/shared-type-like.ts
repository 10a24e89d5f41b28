import * as Y from "yjs";
import { align } from "./align.ts";
import {
  attributesOf,
  childrenOf,
  contentKey,
  isSharedNode,
  kindOf,
  pieceKey,
  piecesOf,
  type SharedNode,
  type TextPiece,
} from "./shared-type-key.ts";

/** A change made; whoever drives decides how many go into one transaction. */
type Changes = Generator<void, void, void>;

/** Makes `live` what `wanted` is, change by change. Parts that are the same stay, parts of the same kind are changed inside. */
export function* makeLike(live: SharedNode, wanted: SharedNode): Changes {
  yield* makeAttributesLike(live, wanted);
  if (live instanceof Y.XmlText) {
    if (wanted instanceof Y.XmlText) yield* makeTextLike(live, wanted);
  } else if (!(wanted instanceof Y.XmlText)) yield* makeChildrenLike(live, wanted);
}

function* makeAttributesLike(live: SharedNode, wanted: SharedNode): Changes {
  if (!(live instanceof Y.XmlElement || live instanceof Y.XmlText)) return;
  const [now, then] = [attributesOf(live), attributesOf(wanted)];
  for (const name of Object.keys(now)) {
    if (Object.hasOwn(then, name)) continue;
    live.removeAttribute(name);
    yield;
  }
  for (const [name, value] of Object.entries(then)) {
    if (JSON.stringify(now[name]) === JSON.stringify(value)) continue;
    live.setAttribute(name, value as string);
    yield;
  }
}

function* makeChildrenLike(live: Y.XmlFragment, wanted: Y.XmlFragment): Changes {
  const now = childrenOf(live);
  const then = childrenOf(wanted);
  let at = 0;
  yield* inRuns(now, then, contentKey, {
    keep: () => {
      at += 1;
    },
    *replace(gone, added) {
      for (const [index, node] of gone.entries()) {
        const like = added[index];
        if (like !== undefined && kindOf(node) === kindOf(like)) {
          yield* makeLike(node, like);
          at += 1;
          continue;
        }
        live.delete(at, 1);
        yield;
        if (like === undefined) continue;
        yield* insertChild(live, at, like);
        at += 1;
      }
      for (const like of added.slice(gone.length)) {
        yield* insertChild(live, at, like);
        at += 1;
      }
    },
  });
}

/** A copy is put in empty and then filled, so that a large one need not come in one transaction. */
function* insertChild(live: Y.XmlFragment, at: number, like: SharedNode): Changes {
  const copy = emptyLike(like);
  live.insert(at, [copy]);
  yield;
  yield* makeLike(copy, like);
}

function emptyLike(like: SharedNode): Y.XmlElement | Y.XmlText {
  return like instanceof Y.XmlElement ? new Y.XmlElement(like.nodeName) : new Y.XmlText();
}

/** By lines, and shared types in the text by themselves: the text stays, only what differs of it is taken out and put in. */
function* makeTextLike(live: Y.XmlText, wanted: Y.XmlText): Changes {
  let at = 0;
  yield* inRuns(linesOf(piecesOf(live)), linesOf(piecesOf(wanted)), lineKey, {
    keep: (line) => {
      at += lengthOf(line);
    },
    *replace(gone, added) {
      const waiting = [...added];
      for (const line of gone) {
        const node = nodeOf(line);
        if (node !== null) {
          // What comes before the next type of the same kind goes in before it.
          const match = waiting.findIndex((other) => isSameKind(node, nodeOf(other)));
          const like = nodeOf(waiting[match]);
          if (like !== null) {
            for (const before of waiting.splice(0, match)) at = yield* insertLine(live, at, before);
            const taken = waiting.shift();
            if (sameBearing(line, taken)) {
              yield* makeLike(node, like);
              at += 1;
              continue;
            }
            live.delete(at, 1);
            yield;
            if (taken !== undefined) at = yield* insertLine(live, at, taken);
            continue;
          }
        }
        live.delete(at, lengthOf(line));
        yield;
      }
      for (const line of waiting) at = yield* insertLine(live, at, line);
    },
  });
}

function* insertLine(
  live: Y.XmlText,
  start: number,
  line: readonly TextPiece[],
): Generator<void, number, void> {
  let at = start;
  for (const { insert, attributes } of line) {
    if (typeof insert === "string") {
      live.insert(at, insert, { ...attributes });
      at += insert.length;
      yield;
      continue;
    }
    if (isSharedNode(insert)) {
      const copy = emptyLike(insert);
      live.insertEmbed(at, copy, { ...attributes });
      yield;
      yield* makeLike(copy, insert);
    } else {
      live.insertEmbed(at, insert as object, { ...attributes });
      yield;
    }
    at += 1;
  }
  return at;
}

/** Pieces up to and with each line end; a shared type is a line of its own. */
function linesOf(pieces: readonly TextPiece[]): TextPiece[][] {
  const lines: TextPiece[][] = [];
  let isOpen = false;
  const add = (piece: TextPiece, ends: boolean) => {
    if (isOpen) lines.at(-1)?.push(piece);
    else lines.push([piece]);
    isOpen = !ends;
  };
  for (const piece of pieces) {
    const { insert } = piece;
    if (typeof insert === "string") {
      const parts = insert.split(/(?<=\n)/).filter((part) => part !== "");
      for (const part of parts) add({ ...piece, insert: part }, part.endsWith("\n"));
    } else if (isSharedNode(insert)) {
      isOpen = false;
      add(piece, true);
    } else add(piece, false);
  }
  return lines;
}

function lineKey(line: readonly TextPiece[]): string {
  return line.map(pieceKey).join();
}

function nodeOf(line: readonly TextPiece[] | undefined): SharedNode | null {
  const insert = line?.[0]?.insert;
  return isSharedNode(insert) ? insert : null;
}

function isSameKind(one: SharedNode, other: SharedNode | null): boolean {
  return other !== null && kindOf(one) === kindOf(other);
}

/** Whether two types in a text bear the same attributes there. */
function sameBearing(one: readonly TextPiece[], other: readonly TextPiece[] | undefined): boolean {
  const bearing = (line: readonly TextPiece[] | undefined) =>
    pieceKey({ insert: "", attributes: line?.[0]?.attributes ?? {} });
  return bearing(one) === bearing(other);
}

function lengthOf(line: readonly TextPiece[]): number {
  return line.reduce((sum, { insert }) => sum + (typeof insert === "string" ? insert.length : 1), 0);
}

interface RunSteps<T> {
  /** The next of the live list stays. */
  keep(item: T): void;
  replace(gone: readonly T[], added: readonly T[]): Changes;
}

/** Goes through an alignment of two lists in runs: what stays, and what is to be replaced by what. */
function* inRuns<T>(
  live: readonly T[],
  wanted: readonly T[],
  keyOf: (item: T) => string,
  steps: RunSteps<T>,
): Changes {
  let liveAt = 0;
  let wantedAt = 0;
  let gone: T[] = [];
  let added: T[] = [];
  for (const step of [...align(live.map(keyOf), wanted.map(keyOf)), "end" as const]) {
    if (step === "same" || step === "end") {
      if (gone.length + added.length > 0) yield* steps.replace(gone, added);
      gone = [];
      added = [];
    }
    if (step === "end") return;
    const was = live[liveAt];
    const becomes = wanted[wantedAt];
    if (step !== "new") liveAt += 1;
    if (step !== "gone") wantedAt += 1;
    if (step === "same" && was !== undefined) steps.keep(was);
    if (step === "gone" && was !== undefined) gone.push(was);
    if (step === "new" && becomes !== undefined) added.push(becomes);
  }
}
