import type * as Y from "yjs";
import { nextClock } from "../../../shared/notes/yjs-insides.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { ByteCursor } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { ForbiddenContent } from "./forbidden-content.ts";
import { DeletedRanges } from "./known-structs.ts";
import {
  type ClientBlock,
  type DeleteRange,
  type ParsedStruct,
  type ParsedUpdate,
  STRUCT_KIND,
  type StructId,
  type StructKind,
  type StructPlace,
  TYPE_REF,
  type TypeRef,
} from "./parsed-update.ts";
import { skipStruct } from "./skip-struct.ts";
import { STRUCT_INFO, structKind } from "./struct-info.ts";
import { isPlainAny, isPlainJson, isPlainName } from "./value-bounds.ts";

const CLIENT_ID_MAX = 0xffffffff;
const NOWHERE: StructPlace = { by: "nothing" };
const ROOT: StructPlace = { by: "root", attribute: null };
const NO_VALUES: readonly unknown[] = [];

/**
 * Reads a Yjs update (version 1) and keeps of it what is new to a document: what a client repeats of the document's history
 * is passed over, which costs little more than its bytes and counts towards no bound. Throws `MalformedBytes` or
 * `ForbiddenContent`; what comes back holds only kinds, names and sizes on the allow-list, each client id once, no holes, no
 * bytes left over.
 */
export function parseUpdate(bytes: Uint8Array, doc: Y.Doc, limits: NotesLimits): ParsedUpdate {
  const cursor = new ByteCursor(bytes);
  const structs = readBlocks(cursor, doc, limits);
  const ranges = readDeletes(cursor, doc, limits);
  if (!cursor.isAtEnd) throw new ForbiddenContent("trailing_bytes");
  const isWhole = structs.isWhole && ranges.isWhole;
  return { bytes, blocks: structs.blocks, deletes: ranges.deletes, isWhole };
}

function readBlocks(
  cursor: ByteCursor,
  doc: Y.Doc,
  limits: NotesLimits,
): Pick<ParsedUpdate, "blocks" | "isWhole"> {
  const blocks: ClientBlock[] = [];
  const clients = new Set<number>();
  let isWhole = true;
  let structsLeft: number = limits.structsPerUpdateMax;
  for (let blocksLeft = cursor.varUint(); blocksLeft > 0; blocksLeft--) {
    const listed = cursor.varUint();
    const client = readClientId(cursor);
    if (listed === 0) throw new ForbiddenContent("empty_block");
    if (clients.has(client)) throw new ForbiddenContent("repeated_client");
    clients.add(client);
    const state = nextClock(doc, client);
    const { clock, structsPassed } = passKnown(cursor, listed, state, limits);
    const toRead = listed - structsPassed;
    isWhole &&= structsPassed === 0;
    if (toRead === 0) continue;
    structsLeft -= toRead;
    if (structsLeft < 0) throw new ForbiddenContent("too_many_structs");
    blocks.push(readBlock(cursor, client, clock, toRead, limits));
  }
  return { blocks, isWhole };
}

/** Passes over the structs of a block that a document has whole, to the first it has not. */
function passKnown(
  cursor: ByteCursor,
  listed: number,
  state: number,
  limits: NotesLimits,
): { clock: number; structsPassed: number } {
  let clock = cursor.varUint();
  for (let structsPassed = 0; structsPassed < listed; structsPassed++) {
    if (clock >= state) return { clock, structsPassed };
    const start = cursor.position;
    const length = skipStruct(cursor, limits);
    if (clock + length > state) {
      cursor.position = start;
      return { clock, structsPassed };
    }
    clock += length;
  }
  return { clock, structsPassed: listed };
}

function readBlock(
  cursor: ByteCursor,
  client: number,
  from: number,
  structCount: number,
  limits: NotesLimits,
): ClientBlock {
  const structs: ParsedStruct[] = [];
  let clock = from;
  for (let index = 0; index < structCount; index++) {
    const struct = readStruct(cursor, client, clock, limits);
    structs.push(struct);
    clock += struct.length;
    if (!Number.isSafeInteger(clock)) throw new ForbiddenContent("struct_too_long");
  }
  return { client, from, to: clock, structs };
}

function readStruct(cursor: ByteCursor, client: number, clock: number, limits: NotesLimits): ParsedStruct {
  const start = cursor.position;
  const info = cursor.uint8();
  const kind = structKind(info);
  // Yjs takes a collected struct by its number alone; the other bits mean nothing there.
  const place = kind === STRUCT_KIND.collected ? NOWHERE : readPlace(cursor, info, limits);
  const typeRef = kind === STRUCT_KIND.type ? readTypeRef(cursor) : null;
  const name = typeRef === TYPE_REF.element ? readName(cursor, limits) : null;
  const values = kind === STRUCT_KIND.any ? readAnyValues(cursor, limits) : NO_VALUES;
  const length = values === NO_VALUES ? readContentLength(cursor, kind, limits) : values.length;
  // One literal of one shape: twenty thousand of them come in one frame.
  return { client, clock, length, kind, typeRef, name, values, place, start, end: cursor.position };
}

function readPlace(cursor: ByteCursor, info: number, limits: NotesLimits): StructPlace {
  const left = (info & STRUCT_INFO.hasLeft) === 0 ? null : readId(cursor);
  const right = (info & STRUCT_INFO.hasRight) === 0 ? null : readId(cursor);
  if (left !== null || right !== null) return { by: "neighbours", left, right };
  const isRoot = cursor.varUint() === 1;
  if (isRoot && cursor.varString() !== NOTES_FRAGMENT) throw new ForbiddenContent("root_name");
  const parent = isRoot ? null : readId(cursor);
  const attribute = (info & STRUCT_INFO.hasAttribute) === 0 ? null : readName(cursor, limits);
  if (parent === null) return attribute === null ? ROOT : { by: "root", attribute };
  return { by: "parent", parent, attribute };
}

/** Units of a struct; reads what was not read of it. */
function readContentLength(cursor: ByteCursor, kind: StructKind, limits: NotesLimits): number {
  switch (kind) {
    case STRUCT_KIND.collected:
    case STRUCT_KIND.deleted:
      return readLength(cursor, limits);
    case STRUCT_KIND.string: {
      const units = cursor.skipVarString();
      if (units === 0) throw new ForbiddenContent("empty_struct");
      return units;
    }
    case STRUCT_KIND.embed:
      readJson(cursor, limits);
      return 1;
    case STRUCT_KIND.format:
      readName(cursor, limits);
      readJson(cursor, limits);
      return 1;
    case STRUCT_KIND.type:
    case STRUCT_KIND.any:
      return 1;
    default: {
      const unreachable: never = kind;
      return unreachable;
    }
  }
}

function readTypeRef(cursor: ByteCursor): TypeRef {
  const typeRef = cursor.varUint();
  if (typeRef !== TYPE_REF.text && typeRef !== TYPE_REF.element) throw new ForbiddenContent("type");
  return typeRef;
}

function readName(cursor: ByteCursor, limits: NotesLimits): string {
  const name = cursor.varString();
  if (!isPlainName(name, limits)) throw new ForbiddenContent("name");
  return name;
}

function readJson(cursor: ByteCursor, limits: NotesLimits): void {
  const start = cursor.position;
  const text = cursor.varString();
  if (cursor.position - start > limits.valueMaxBytes || !isPlainJson(text, limits))
    throw new ForbiddenContent("value");
}

/** One value an attribute; more where values written one after the other and overwritten were merged. */
function readAnyValues(cursor: ByteCursor, limits: NotesLimits): readonly unknown[] {
  const count = readLength(cursor, limits);
  const start = cursor.position;
  const values: unknown[] = [];
  for (let index = 0; index < count; index++) {
    const at = cursor.position;
    if (!isPlainAny(cursor, limits)) throw new ForbiddenContent("value");
    if (cursor.position - start > limits.valueMaxBytes) throw new ForbiddenContent("value");
    values.push(cursor.anyAt(at));
  }
  return values;
}

/** Ranges stand in order and apart, as Yjs writes them, so that those a document has cannot outnumber its structs. */
function readDeletes(
  cursor: ByteCursor,
  doc: Y.Doc,
  limits: NotesLimits,
): Pick<ParsedUpdate, "deletes" | "isWhole"> {
  const deletes: DeleteRange[] = [];
  const clients = new Set<number>();
  let isWhole = true;
  for (let clientsLeft = cursor.varUint(); clientsLeft > 0; clientsLeft--) {
    const client = readClientId(cursor);
    if (clients.has(client)) throw new ForbiddenContent("repeated_client");
    clients.add(client);
    const known = new DeletedRanges(doc, client);
    let before = 0;
    for (let rangesLeft = cursor.varUint(); rangesLeft > 0; rangesLeft--) {
      const from = cursor.varUint();
      const to = from + cursor.varUint();
      if (to <= from || from < before || !Number.isSafeInteger(to))
        throw new ForbiddenContent("delete_range");
      before = to;
      if (known.has(from, to)) isWhole = false;
      else if (deletes.push({ client, from, to }) > limits.deleteRangesPerUpdateMax)
        throw new ForbiddenContent("too_many_deletes");
    }
  }
  return { deletes, isWhole };
}

function readLength(cursor: ByteCursor, limits: NotesLimits): number {
  const length = cursor.varUint();
  if (length === 0) throw new ForbiddenContent("empty_struct");
  if (length > limits.structLengthMax) throw new ForbiddenContent("struct_too_long");
  return length;
}

function readId(cursor: ByteCursor): StructId {
  return { client: readClientId(cursor), clock: cursor.varUint() };
}

/** Yjs draws client ids from 32 bits; 0 is the server's own replica, which never writes. */
function readClientId(cursor: ByteCursor): number {
  const client = cursor.varUint();
  if (client === 0 || client > CLIENT_ID_MAX) throw new ForbiddenContent("client_id");
  return client;
}
