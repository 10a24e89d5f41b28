import { closeSync, openSync, readSync } from "node:fs";
import { familyNames } from "./name-table.ts";

/** A face of a font file, of which a collection has several. */
export interface FontFace {
  readonly path: string;
  /** Whatever its family is called in any language, at least once. */
  readonly names: readonly string[];
  /** 400 is regular, 700 bold. */
  readonly weight: number;
  /** The table that says which characters it has; found again by `readTable`. */
  readonly characterMap: TablePlace;
}

interface TablePlace {
  readonly offset: number;
  readonly length: number;
}

const COLLECTION = 0x74746366;
/** TrueType, Apple's TrueType, outlines of PostScript. */
const OUTLINES = new Set([0x00010000, 0x74727565, 0x4f54544f]);
const TABLE_MAX_BYTES = 4 * 1024 * 1024;
const FACES_MAX = 64;
const TABLES_MAX = 128;
const REGULAR = 400;

/** The faces of a font file; of the file only the tables that are asked for are read. None where it is damaged or no font, or one of variable weight. */
export function readFaces(path: string): FontFace[] {
  try {
    return withFile(path, (read) => faceOffsets(read).flatMap((offset) => faceAt(path, offset, read)));
  } catch {
    return [];
  }
}

/** One table of a font file; throws where the file has gone or is cut short. */
export function readTable(path: string, { offset, length }: TablePlace): Buffer {
  return withFile(path, (read) => read(offset, length));
}

type Read = (offset: number, length: number) => Buffer;

function withFile<T>(path: string, work: (read: Read) => T): T {
  const file = openSync(path, "r");
  try {
    return work((offset, length) => {
      if (length > TABLE_MAX_BYTES) throw new Error("font table too large");
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, offset) < length) throw new Error("font cut short");
      return bytes;
    });
  } finally {
    closeSync(file);
  }
}

function faceOffsets(read: Read): number[] {
  const head = read(0, 12);
  if (head.readUInt32BE(0) !== COLLECTION) return [0];
  const count = Math.min(head.readUInt32BE(8), FACES_MAX);
  const offsets = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

function faceAt(path: string, offset: number, read: Read): FontFace[] {
  const head = read(offset, 12);
  if (!OUTLINES.has(head.readUInt32BE(0))) return [];
  const count = Math.min(head.readUInt16BE(4), TABLES_MAX);
  const directory = read(offset + 12, count * 16);
  const places = new Map<string, TablePlace>();
  for (let at = 0; at < directory.length; at += 16) {
    const place = { offset: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) };
    places.set(directory.toString("latin1", at, at + 4), place);
  }
  const [nameTable, characterMap, metrics] = ["name", "cmap", "OS/2"].map((tag) => places.get(tag));
  // The typesetter sets those that vary as thin as they get.
  if (nameTable === undefined || characterMap === undefined || places.has("fvar")) return [];
  const names = familyNames(read(nameTable.offset, nameTable.length));
  const weight = metrics === undefined ? REGULAR : read(metrics.offset, 6).readUInt16BE(4);
  return names.length === 0 ? [] : [{ path, names, weight, characterMap }];
}
