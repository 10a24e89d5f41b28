import type { z } from "zod";
import type { RecordView } from "../protocol/lanes.ts";
import type { Bare } from "./record-base.ts";

/** What a change of one record does to what people may read and do. */
export type AccessEffect =
  /** The person's lanes or duties changed: whoever looks on as that person joins again. */
  | { readonly effect: "lanes"; readonly personId: string }
  /** Taken off the roster or put back: the person signs in anew. */
  | { readonly effect: "roster"; readonly personId: string }
  /** Rights to read or write notes may have changed. */
  | { readonly effect: "notes" };

/** The one record a session has of a kind. */
interface Singleton<R> {
  readonly id: string;
  /** As it begins with the session, at `now` in milliseconds since 1970 UTC; null where a command makes it. */
  readonly begin: ((now: number) => Bare<R>) | null;
}

/** The fields of a record, those that some of its states alone have among them. */
export type FieldOf<R> = R extends unknown ? keyof R : never;

/** A record as this version or an earlier one has stored it. */
export interface StoredFields {
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  readonly [field: string]: unknown;
}

/** The session that a stored record is of. */
export interface StoredSession {
  /** What `make` gives for all of it as it was stored; made once, however many records ask. */
  once<T>(make: (stored: readonly StoredFields[], session: StoredSession) => T): T;
}

/** Gives today's record; the same object where it is one already. */
export type Upgrade = (stored: StoredFields, session: StoredSession) => StoredFields;

/**
 * All that is to be said of a kind of records. There is no default: what a new kind leaves out does not compile, and what
 * nobody names is seen, kept and brought back by nobody.
 */
export interface Kind<R, V = R> {
  /** As it is stored. */
  readonly schema: z.ZodType<R>;
  /** As viewers get it: every field that some lane has, those that not all have as optional ones. */
  readonly view: z.ZodType<V>;
  /** Ids of the records it belongs to: what `lanes` reads beside it, and the index by which children are found. */
  readonly parents: (record: R) => readonly string[];
  /** Whether a change of a parent presents it to its audiences again. */
  readonly followsParents: boolean;
  /** Fields that are somebody's and never stand in the journal; `[]` says that none is. */
  readonly personal: readonly FieldOf<R>[];
  /** What a change does to anybody's standing; `before` or `after` is missing where it was made or removed. */
  readonly access: (before: R | undefined, after: R | undefined) => readonly AccessEffect[];
  /** Whether undoing a step of a question's way brings it back as it was; else it is a count, a copy, or goes on by itself. */
  readonly isBroughtBack: boolean;
  /** A view as a record, for `can` alone: what its viewer may lack gets the value that grants nothing. */
  readonly forRights: (view: V) => R;
  readonly singleton: Singleton<R> | null;
  /** What earlier versions stored, as it is stored today. */
  readonly upgrade: Upgrade;
}

/** Of a record that belongs to no other. */
export function noParents(): readonly string[] {
  return [];
}

/** Of a record whose change leaves everybody's standing as it is. */
export function noAccess(): readonly AccessEffect[] {
  return [];
}

/** Of a record whose opening and closing opens and closes notes. */
export function notesFollowStatus(
  before: { readonly status: string } | undefined,
  after: { readonly status: string } | undefined,
): readonly AccessEffect[] {
  const isOther = before !== undefined && after !== undefined && before.status !== after.status;
  return isOther ? [{ effect: "notes" }] : [];
}

/** Of a kind whose viewers see all that rules read, and of one whose shape has never changed. */
export function asItIs<R>(record: R): R {
  return record;
}

/** `stored` with what it has not got of `fields`. */
export function completed(stored: StoredFields, fields: object): StoredFields {
  return Object.keys(fields).every((name) => name in stored) ? stored : { ...fields, ...stored };
}

/** A kind of which nobody knows more than that there is one, for what goes through records of every kind. */
export type AnyKind = Kind<{ readonly id: string; readonly kind: string; readonly rev: number }, RecordView>;
