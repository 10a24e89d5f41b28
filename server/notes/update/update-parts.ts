import * as encoding from "lib0/encoding";
import type { ClientBlock, DeleteRange, ParsedStruct, ParsedUpdate } from "./parsed-update.ts";

/** Structs, those of each client in the order of their clocks and without holes, as blocks. */
export function toBlocks(structs: readonly ParsedStruct[]): readonly ClientBlock[] {
  const byClient = new Map<number, ParsedStruct[]>();
  for (const struct of structs) {
    const own = byClient.get(struct.client);
    if (own === undefined) byClient.set(struct.client, [struct]);
    else own.push(struct);
  }
  return [...byClient].map(([client, own]) => {
    const last = own.at(-1);
    return {
      client,
      from: own[0]?.clock ?? 0,
      to: last === undefined ? 0 : last.clock + last.length,
      structs: own,
    };
  });
}

/** A part of an update as an update of its own. */
export function encodePart(
  { bytes }: ParsedUpdate,
  structs: readonly ParsedStruct[],
  ranges: readonly DeleteRange[],
): Uint8Array {
  const encoder = encoding.createEncoder();
  const blocks = toBlocks(structs);
  encoding.writeVarUint(encoder, blocks.length);
  for (const block of blocks) {
    encoding.writeVarUint(encoder, block.structs.length);
    encoding.writeVarUint(encoder, block.client);
    encoding.writeVarUint(encoder, block.from);
    for (const { start, end } of block.structs) {
      encoding.writeUint8Array(encoder, bytes.subarray(start, end));
    }
  }
  writeDeletes(encoder, ranges);
  return encoding.toUint8Array(encoder);
}

function writeDeletes(encoder: encoding.Encoder, ranges: readonly DeleteRange[]): void {
  const byClient = new Map<number, DeleteRange[]>();
  for (const range of ranges) {
    const own = byClient.get(range.client);
    if (own === undefined) byClient.set(range.client, [range]);
    else own.push(range);
  }
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, own.length);
    for (const { from, to } of own) {
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, to - from);
    }
  }
}
