import * as encoding from "lib0/encoding";
import { type ForgedStruct, forge, forgeUpdate } from "./update-forge.ts";

const ROOT = { root: "notes" } as const;

/** Elements one inside the other, as deep as asked, under one client id. */
export function nestedElements(client: number, depth: number): Uint8Array {
  const structs: ForgedStruct[] = Array.from({ length: depth }, (_, level) =>
    level === 0 ? forge.element("div", ROOT) : forge.element("div", { parent: [client, level - 1] }),
  );
  return forgeUpdate({ blocks: [{ client, clock: 0, structs }] });
}

/** 4,000 arrays one inside the other: deleting the first made a document unloadable for good. */
export function nestedArrays(client: number): Uint8Array {
  const structs = Array.from({ length: 4000 }, (_, level) =>
    level === 0 ? forge.type(0, ROOT) : forge.type(0, { parent: [client, level - 1] }),
  );
  return forgeUpdate({ blocks: [{ client, clock: 0, structs }] });
}

/** A value of 20,000 arrays one inside the other. */
export function deepAny(client: number): Uint8Array {
  const struct: ForgedStruct = {
    kind: 8,
    place: { root: "notes", key: "deep" },
    content: (encoder) => {
      encoding.writeVarUint(encoder, 1);
      for (let level = 0; level < 20_000; level++) {
        encoding.writeUint8(encoder, 117);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeUint8(encoder, 126);
    },
  };
  return forgeUpdate({ blocks: [{ client, clock: 0, structs: [struct] }] });
}

/** Updates that are well formed, or nearly, and must never get in; each by itself on an empty document. */
export function forbiddenUpdates(client: number): Record<string, Uint8Array> {
  const one = (struct: ForgedStruct) => forgeUpdate({ blocks: [{ client, clock: 0, structs: [struct] }] });
  const inElement = (struct: ForgedStruct) =>
    forgeUpdate({ blocks: [{ client, clock: 0, structs: [forge.element("p", ROOT), struct] }] });
  const inText = (struct: ForgedStruct) =>
    forgeUpdate({ blocks: [{ client, clock: 0, structs: [forge.type(6, ROOT), struct] }] });
  const self = { parent: [client, 0] } as const;
  const inCell = (key: string, value: unknown) =>
    forgeUpdate({
      blocks: [
        { client, clock: 0, structs: [forge.element("tableCell", ROOT), forge.any(value, { ...self, key })] },
      ],
    });
  const many = (outer: string, inner: string, count: number) => {
    const children = Array.from({ length: count }, (_, index) =>
      forge.element(inner, index === 0 ? self : { left: [client, index] }),
    );
    return forgeUpdate({
      blocks: [{ client, clock: 0, structs: [forge.element(outer, ROOT), ...children] }],
    });
  };
  return {
    "4,000 nested arrays": nestedArrays(client),
    "elements 17 deep": nestedElements(client, 17),
    "elements 4,000 deep": nestedElements(client, 4000),
    "a value 20,000 deep": deepAny(client),
    "a struct of 2^50 units": one(forge.collected(2 ** 50)),
    "a deleted struct of 2^50 units": one(forge.deleted(2 ** 50, ROOT)),
    "a skip": one(forge.skip(5)),
    "another root": one(forge.element("p", { root: "votes" })),
    "an array": one(forge.type(0, ROOT)),
    "a map": one(forge.type(1, ROOT)),
    "a plain text": one(forge.type(2, ROOT)),
    "a fragment inside": one(forge.type(4, ROOT)),
    "text straight in the root": one(forge.text("x", ROOT)),
    "text straight in an element": inElement(forge.text("x", self)),
    "an element in a text": inText(forge.element("p", self)),
    "a value in a list": inElement(forge.any("x", self)),
    "text as an attribute": inElement(forge.text("x", { ...self, key: "align" })),
    "an attribute of the root": one(forge.any("x", { ...ROOT, key: "align" })),
    "an attribute called __proto__": inElement(forge.any("x", { ...self, key: "__proto__" })),
    "a value with __proto__": inElement(
      forge.any(JSON.parse('{"__proto__":{"x":1}}'), { ...self, key: "a" }),
    ),
    "a big integer": inElement(forge.any(5n, { ...self, key: "a" })),
    "bytes as a value": inElement(forge.any(Uint8Array.of(1), { ...self, key: "a" })),
    "a value of 100 KB": inElement(forge.any("x".repeat(100_000), { ...self, key: "a" })),
    "a format of 100 KB": inText(forge.format("link", JSON.stringify("x".repeat(100_000)), self)),
    "a deep format": inText(forge.format("link", `${"[".repeat(500)}${"]".repeat(500)}`, self)),
    "a format without a name": inText(forge.format("", "{}", self)),
    "an embed of 100 KB": inText(forge.embed(JSON.stringify("x".repeat(100_000)), self)),
    "an element without a name": one(forge.element("", ROOT)),
    "an element with a strange name": one(forge.element("<img src=x>", ROOT)),
    "an empty text": inText(forge.text("", self)),
    "children of a text run": forgeUpdate({
      blocks: [
        {
          client,
          clock: 0,
          structs: [forge.type(6, ROOT), forge.text("x", self), forge.text("y", { parent: [client, 1] })],
        },
      ],
    }),
    "neighbours in different places": forgeUpdate({
      blocks: [
        {
          client,
          clock: 0,
          structs: [
            forge.type(6, ROOT),
            forge.type(6, ROOT),
            forge.text("a", { parent: [client, 0] }),
            forge.text("b", { parent: [client, 1] }),
            forge.text("c", { left: [client, 2], right: [client, 3] }),
          ],
        },
      ],
    }),
    "structs that wait for each other": forgeUpdate({
      blocks: [
        { client: client + 1, clock: 0, structs: [forge.element("p", { left: [client, 0] })] },
        { client, clock: 0, structs: [forge.element("p", { left: [client + 1, 0] })] },
      ],
    }),
    "a struct that waits for itself": one(forge.element("p", { left: [client, 0] })),
    "the same client twice": forgeUpdate({
      blocks: [
        { client, clock: 0, structs: [forge.element("p", ROOT)] },
        { client, clock: 1, structs: [forge.element("p", ROOT)] },
      ],
    }),
    "a client without structs": forgeUpdate({ blocks: [{ client, clock: 0, structs: [] }] }),
    "client id 0": forgeUpdate({ blocks: [{ client: 0, clock: 0, structs: [forge.element("p", ROOT)] }] }),
    "client id 2^40": forgeUpdate({
      blocks: [{ client: 2 ** 40, clock: 0, structs: [forge.element("p", ROOT)] }],
    }),
    "a cell over 50,000,000 columns": inCell("colspan", 50_000_000),
    "a cell over half a column": inCell("colspan", 0.5),
    "a cell over columns in words": inCell("colspan", "3"),
    "a cell over no rows": inCell("rowspan", 0),
    "columns as wide as the sea": inCell("colwidth", [50_000_000]),
    "a span that overwrites another": forgeUpdate({
      blocks: [
        {
          client,
          clock: 0,
          structs: [
            forge.element("tableCell", ROOT),
            forge.any(2, { ...self, key: "colspan" }),
            forge.any(50_000_000, { left: [client, 1] }),
          ],
        },
      ],
    }),
    "a table of 301 rows": many("table", "tableRow", 301),
    "a row of 76 cells": many("tableRow", "tableCell", 76),
    "bytes left over": Uint8Array.of(...one(forge.element("p", ROOT)), 0),
  };
}
