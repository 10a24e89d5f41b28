/** What a struct carries, by its number in the update format. Kinds that are not here are never let in. */
export const STRUCT_KIND = {
  collected: 0,
  deleted: 1,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
} as const;
export type StructKind = (typeof STRUCT_KIND)[keyof typeof STRUCT_KIND];

/** The shared types a rich text is made of, below its root fragment. */
export const TYPE_REF = { element: 3, text: 6 } as const;
export type TypeRef = (typeof TYPE_REF)[keyof typeof TYPE_REF];

/** A position in a Yjs document: the `clock`-th unit made under a Yjs client id. */
export interface StructId {
  readonly client: number;
  readonly clock: number;
}

export function isSameId(one: StructId | null, other: StructId | null): boolean {
  if (one === null || other === null) return one === other;
  return one.client === other.client && one.clock === other.clock;
}

/** Where a struct says it stands; `attribute` names the attribute it is a value of, null for a child or text. */
export type StructPlace =
  | { readonly by: "nothing" }
  | { readonly by: "neighbours"; readonly left: StructId | null; readonly right: StructId | null }
  | { readonly by: "root"; readonly attribute: string | null }
  | { readonly by: "parent"; readonly parent: StructId; readonly attribute: string | null };

/** One struct of an update: `length` units from `clock` on. */
export interface ParsedStruct {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly kind: StructKind;
  /** Set when `kind` is `type`. */
  readonly typeRef: TypeRef | null;
  /** The element's name when it is one. */
  readonly name: string | null;
  /** What a struct of kind `any` holds. */
  readonly values: readonly unknown[];
  readonly place: StructPlace;
  /** Where it stands in the update's bytes. */
  readonly start: number;
  readonly end: number;
}

/** The structs of one Yjs client id, without holes: units `from` to before `to`. */
export interface ClientBlock {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  readonly structs: readonly ParsedStruct[];
}

export interface DeleteRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** What of an update is new to a document as data, its content checked; text and formats stay in `bytes`. */
export interface ParsedUpdate {
  readonly bytes: Uint8Array;
  readonly blocks: readonly ClientBlock[];
  readonly deletes: readonly DeleteRange[];
  /** Whether that is all of `bytes`. */
  readonly isWhole: boolean;
}
