import * as encoding from "lib0/encoding";

/** Where a forged struct says it stands. */
type Place =
  | { readonly root: string; readonly key?: string }
  | { readonly parent: readonly [client: number, clock: number]; readonly key?: string }
  | { readonly left?: readonly [number, number]; readonly right?: readonly [number, number] };

export interface ForgedStruct {
  /** The kind's number in the format. */
  readonly kind: number;
  /** None for collected structs and skips. */
  readonly place?: Place;
  readonly content: (encoder: encoding.Encoder) => void;
}

export interface ForgedUpdate {
  readonly blocks?: readonly { client: number; clock: number; structs: readonly ForgedStruct[] }[];
  readonly deletes?: readonly {
    client: number;
    ranges: readonly (readonly [clock: number, length: number])[];
  }[];
}

/** Writes a Yjs update (version 1) by hand, so that it can hold what Yjs itself would never write. */
export function forgeUpdate({ blocks = [], deletes = [] }: ForgedUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}

function writeStruct(encoder: encoding.Encoder, { kind, place, content }: ForgedStruct): void {
  if (place === undefined) {
    encoding.writeUint8(encoder, kind);
  } else if ("root" in place || "parent" in place) {
    encoding.writeUint8(encoder, kind | (place.key === undefined ? 0 : 0x20));
    if ("root" in place) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, place.root);
    } else {
      encoding.writeVarUint(encoder, 0);
      for (const part of place.parent) encoding.writeVarUint(encoder, part);
    }
    if (place.key !== undefined) encoding.writeVarString(encoder, place.key);
  } else {
    encoding.writeUint8(encoder, kind | (place.left ? 0x80 : 0) | (place.right ? 0x40 : 0));
    for (const part of [...(place.left ?? []), ...(place.right ?? [])]) encoding.writeVarUint(encoder, part);
  }
  content(encoder);
}

export const forge = {
  text: (text: string, place: Place): ForgedStruct => ({
    kind: 4,
    place,
    content: (encoder) => encoding.writeVarString(encoder, text),
  }),
  element: (name: string, place: Place): ForgedStruct => ({
    kind: 7,
    place,
    content: (encoder) => {
      encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, name);
    },
  }),
  /** Any shared type by its number: 0 array, 1 map, 2 text, 4 fragment, 5 hook, 6 XML text. */
  type: (typeRef: number, place: Place): ForgedStruct => ({
    kind: 7,
    place,
    content: (encoder) => encoding.writeVarUint(encoder, typeRef),
  }),
  any: (value: unknown, place: Place): ForgedStruct => ({
    kind: 8,
    place,
    content: (encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);
    },
  }),
  format: (key: string, json: string, place: Place): ForgedStruct => ({
    kind: 6,
    place,
    content: (encoder) => {
      encoding.writeVarString(encoder, key);
      encoding.writeVarString(encoder, json);
    },
  }),
  embed: (json: string, place: Place): ForgedStruct => ({
    kind: 5,
    place,
    content: (encoder) => encoding.writeVarString(encoder, json),
  }),
  collected: (length: number): ForgedStruct => ({
    kind: 0,
    content: (encoder) => encoding.writeVarUint(encoder, length),
  }),
  skip: (length: number): ForgedStruct => ({
    kind: 10,
    content: (encoder) => encoding.writeVarUint(encoder, length),
  }),
  deleted: (length: number, place: Place): ForgedStruct => ({
    kind: 1,
    place,
    content: (encoder) => encoding.writeVarUint(encoder, length),
  }),
};
