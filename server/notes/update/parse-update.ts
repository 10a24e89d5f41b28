import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { ByteCursor } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";
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
import { isPlainAny, isPlainJson, isPlainName } from "./value-bounds.ts";

/** Well-formed, yet nothing an editor of ours sends. `reason` is for the log and the counters. */
export class ForbiddenContent extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "ForbiddenContent";
    this.reason = reason;
  }
}

const HAS_LEFT = 0x80;
const HAS_RIGHT = 0x40;
const HAS_ATTRIBUTE = 0x20;
const KIND_BITS = 0x1f;
const CLIENT_ID_MAX = 0xffffffff;
const NOWHERE: StructPlace = { by: "nothing" };
const ROOT: StructPlace = { by: "root", attribute: null };
const NO_DELETES: readonly DeleteRange[] = [];
const NO_VALUES: readonly unknown[] = [];

/**
 * Reads a Yjs update (version 1) without building a document of it. Throws `MalformedBytes` or `ForbiddenContent`; what
 * comes back holds only kinds, names and sizes on the allow-list, each client id once, no holes, no bytes left over.
 */
export function parseUpdate(bytes: Uint8Array, limits: NotesLimits): ParsedUpdate {
  const cursor = new ByteCursor(bytes);
  const blockCount = cursor.varUint();
  if (blockCount > limits.clientsPerUpdateMax) throw new ForbiddenContent("too_many_clients");
  const blocks: ClientBlock[] = [];
  let structsLeft: number = limits.structsPerUpdateMax;
  for (let index = 0; index < blockCount; index++) {
    const structCount = cursor.varUint();
    structsLeft -= structCount;
    if (structsLeft < 0) throw new ForbiddenContent("too_many_structs");
    const block = readBlock(cursor, structCount, limits);
    if (blocks.some((other) => other.client === block.client)) throw new ForbiddenContent("repeated_client");
    blocks.push(block);
  }
  const deletes = readDeletes(cursor, limits);
  if (!cursor.isAtEnd) throw new ForbiddenContent("trailing_bytes");
  return { bytes, blocks, deletes };
}

function readBlock(cursor: ByteCursor, structCount: number, limits: NotesLimits): ClientBlock {
  const client = readClientId(cursor);
  const from = cursor.varUint();
  if (structCount === 0) throw new ForbiddenContent("empty_block");
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
  const kind = kindOf(info & KIND_BITS);
  // Yjs takes a collected struct by its number alone; the other bits mean nothing there.
  const place = kind === STRUCT_KIND.collected ? NOWHERE : readPlace(cursor, info, limits);
  const typeRef = kind === STRUCT_KIND.type ? readTypeRef(cursor) : null;
  const name = typeRef === TYPE_REF.element ? readName(cursor, limits) : null;
  const values = kind === STRUCT_KIND.any ? readAnyValues(cursor, limits) : NO_VALUES;
  const length = values === NO_VALUES ? readContentLength(cursor, kind, limits) : values.length;
  // One literal of one shape: twenty thousand of them come in one frame.
  return { client, clock, length, kind, typeRef, name, values, place, start, end: cursor.position };
}

function kindOf(number: number): StructKind {
  switch (number) {
    case STRUCT_KIND.collected:
    case STRUCT_KIND.deleted:
    case STRUCT_KIND.string:
    case STRUCT_KIND.embed:
    case STRUCT_KIND.format:
    case STRUCT_KIND.type:
    case STRUCT_KIND.any:
      return number;
    case 10:
      throw new ForbiddenContent("skip_struct");
    default:
      throw new ForbiddenContent("struct_kind");
  }
}

function readPlace(cursor: ByteCursor, info: number, limits: NotesLimits): StructPlace {
  const left = (info & HAS_LEFT) === 0 ? null : readId(cursor);
  const right = (info & HAS_RIGHT) === 0 ? null : readId(cursor);
  if (left !== null || right !== null) return { by: "neighbours", left, right };
  const isRoot = cursor.varUint() === 1;
  if (isRoot && cursor.varString() !== NOTES_FRAGMENT) throw new ForbiddenContent("root_name");
  const parent = isRoot ? null : readId(cursor);
  const attribute = (info & HAS_ATTRIBUTE) === 0 ? null : readName(cursor, limits);
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

function readDeletes(cursor: ByteCursor, limits: NotesLimits): readonly DeleteRange[] {
  const clientCount = cursor.varUint();
  if (clientCount === 0) return NO_DELETES;
  if (clientCount > limits.clientsPerUpdateMax) throw new ForbiddenContent("too_many_clients");
  const deletes: DeleteRange[] = [];
  for (let index = 0; index < clientCount; index++) {
    const client = readClientId(cursor);
    const rangeCount = cursor.varUint();
    if (deletes.length + rangeCount > limits.deleteRangesPerUpdateMax)
      throw new ForbiddenContent("too_many_deletes");
    for (let range = 0; range < rangeCount; range++) {
      const from = cursor.varUint();
      const to = from + cursor.varUint();
      if (to <= from || !Number.isSafeInteger(to)) throw new ForbiddenContent("delete_range");
      deletes.push({ client, from, to });
    }
  }
  return deletes;
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
