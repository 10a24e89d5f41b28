import type { AttemptChange, CountedTries } from "../../../ports/attempt-store.ts";
import type { Identity, KeptToken, TokenGround } from "../../../ports/credential-store.ts";
import type { AcceptedCommand, AppendResult, JournalHead, JournalRow } from "../../../ports/journal.ts";
import type { NotesAppendResult } from "../../../ports/notes-store.ts";
import type { PackedBytes } from "../packed-bytes.ts";
import type { Failure } from "../sqlite-error.ts";

/** A record as a row holds it; the JSON is made and read by the caller, so a thread never walks a record. */
export interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  readonly json: string;
}

export interface JournalAppend {
  readonly sessionId: string;
  readonly expectedHead: number;
  readonly rows: readonly JournalRow[];
  readonly put: readonly RecordRow[];
  readonly remove: readonly string[];
  /** JSON; null leaves it as it was. */
  readonly overview: string | null;
}

export interface JournalAmendment {
  readonly sessionId: string;
  readonly head: number;
  readonly put: readonly RecordRow[];
  /** JSON. */
  readonly overview: string | null;
  readonly baseline: readonly RecordRow[] | null;
}

/** A loaded session; what may be long is JSON, which crosses threads as one text, faster than thousands of objects. */
export interface JournalLoad extends JournalHead {
  /** An array of the records. */
  readonly recordsJson: string;
  /** An array of `CommandTuple`, in order. */
  readonly commandsJson: string;
  /** JSON. */
  readonly overview: string | null;
  readonly openedAt: number | null;
  readonly lacksBaseline: boolean;
}

export interface BaselineLoad {
  readonly head: number;
  /** An array of the records. */
  readonly recordsJson: string;
}

export interface JournalSince extends JournalHead {
  /** An array of the records. */
  readonly putJson: string;
  readonly removed: readonly string[];
  readonly commands: readonly AcceptedCommand[];
}

export type CommandTuple = readonly [actor: string, commandId: string, seq: number];

export interface NotesUpdateRow {
  readonly documentName: string;
  readonly seq: number;
  readonly actor: string;
  readonly clientIds: readonly number[];
  readonly at: number;
}

/** A version as a row holds it; `description` is the JSON of a `NotesVersion`. */
export interface NotesVersionRow {
  readonly documentName: string;
  readonly versionId: string;
  readonly at: number;
  readonly description: string;
  readonly state: Uint8Array<ArrayBuffer>;
}

export interface NotesLoad {
  readonly seq: number;
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
  readonly updates: PackedBytes;
  readonly owners: ReadonlyMap<number, string>;
  readonly lifeId: string;
  readonly reachedSeqs: ReadonlyMap<string, number>;
}

/** A piece of a session from elsewhere, as rows hold it. */
export type SessionPieceRow =
  | { readonly kind: "rows"; readonly rows: readonly JournalRow[] }
  | { readonly kind: "records" | "baseline"; readonly records: readonly RecordRow[] }
  | {
      readonly kind: "notes";
      readonly documentName: string;
      readonly seq: number;
      readonly snapshot: Uint8Array<ArrayBuffer>;
      readonly owners: ReadonlyMap<number, string>;
    }
  | ({ readonly kind: "version" } & NotesVersionRow);

/** With what a session from elsewhere is whole; `overview` is JSON. */
export interface OpenedHead extends JournalHead {
  readonly sessionId: string;
  readonly overview: string;
  readonly openedAt: number;
}

/** Updates that came after some seq; their bytes are in `packed`, in the same order. */
export interface NotesSince {
  readonly updates: readonly Pick<NotesUpdateRow, "seq" | "actor">[];
  readonly packed: PackedBytes;
  readonly owners: ReadonlyMap<number, string>;
}

/** What the writing thread does; each changes the database or nothing. */
export interface WriteInputs {
  "journal.append": JournalAppend;
  "journal.amend": JournalAmendment;
  "notes.append": { readonly updates: readonly NotesUpdateRow[]; readonly packed: PackedBytes };
  "notes.compact": {
    readonly documentName: string;
    readonly uptoSeq: number;
    readonly snapshot: Uint8Array<ArrayBuffer>;
  };
  "versions.keep": { readonly row: NotesVersionRow; readonly dropVersionIds: readonly string[] };
  "credentials.addToken": {
    readonly token: KeptToken;
    readonly ground: TokenGround;
    readonly keepMost: number;
  };
  "credentials.removeToken": { readonly hash: string };
  "credentials.signOut": { readonly identity: Identity };
  "credentials.setPasswordHash": { readonly hash: string };
  "credentials.setSecretFingerprint": { readonly fingerprint: string };
  "credentials.nextPinGeneration": { readonly sessionId: string; readonly personId: string };
  "attempts.save": AttemptChange;
  "session.forget": { readonly sessionId: string };
  "session.beginOpening": { readonly sessionId: string; readonly baselineHead: number | null };
  "session.addPiece": { readonly sessionId: string; readonly piece: SessionPieceRow };
  "session.finishOpening": OpenedHead;
  "session.abandonOpening": { readonly sessionId: string };
  probe: null;
}

export interface WriteOutputs {
  "journal.append": AppendResult;
  "journal.amend": boolean;
  "notes.append": NotesAppendResult;
  "notes.compact": null;
  "versions.keep": null;
  "credentials.addToken": string[] | null;
  "credentials.removeToken": null;
  "credentials.signOut": string[];
  "credentials.setPasswordHash": string[];
  "credentials.setSecretFingerprint": null;
  "credentials.nextPinGeneration": { readonly generation: number; readonly ended: string[] };
  "attempts.save": null;
  "session.forget": string[];
  "session.beginOpening": boolean;
  "session.addPiece": null;
  "session.finishOpening": null;
  "session.abandonOpening": null;
  probe: null;
}

/** What the reading thread does. */
export interface ReadInputs {
  "journal.load": { readonly sessionId: string };
  "journal.head": { readonly sessionId: string };
  "journal.rows": { readonly sessionId: string; readonly afterSeq: number; readonly limit: number };
  "journal.baseline": { readonly sessionId: string };
  "journal.since": { readonly sessionId: string; readonly head: number };
  "journal.records": { readonly sessionId: string; readonly kinds: readonly string[] };
  "journal.sessions": null;
  "notes.load": { readonly documentName: string };
  "notes.since": { readonly documentName: string; readonly seq: number };
  "versions.list": { readonly documentName: string };
  "versions.state": { readonly documentName: string; readonly versionId: string };
  "versions.authorsSince": { readonly documentName: string; readonly seq: number };
  "credentials.findToken": { readonly hash: string; readonly now: number };
  "credentials.tokensOf": { readonly identity: Identity; readonly now: number };
  "credentials.signOuts": { readonly identity: Identity };
  "credentials.passwordHash": null;
  "credentials.secretFingerprint": null;
  "credentials.pinGenerations": { readonly sessionId: string };
  "attempts.load": null;
}

export interface ReadOutputs {
  "journal.load": JournalLoad | null;
  "journal.head": JournalHead | null;
  "journal.rows": JournalRow[];
  "journal.baseline": BaselineLoad | null;
  "journal.since": JournalSince | null;
  /** A JSON array of the records. */
  "journal.records": string | null;
  /** The overviews as JSON. */
  "journal.sessions": {
    readonly sessionId: string;
    readonly overview: string | null;
    readonly openedAt: number | null;
  }[];
  "notes.load": NotesLoad;
  "notes.since": NotesSince | null;
  /** A JSON array of `NotesVersion`. */
  "versions.list": string;
  "versions.state": Uint8Array<ArrayBuffer> | null;
  "versions.authorsSince": string[];
  "credentials.findToken": KeptToken | null;
  "credentials.tokensOf": KeptToken[];
  "credentials.signOuts": number;
  "credentials.passwordHash": string | null;
  "credentials.secretFingerprint": string | null;
  "credentials.pinGenerations": ReadonlyMap<string, number>;
  "attempts.load": CountedTries[];
}

/** One thread's operations: a function for every name. */
export type Operations<Inputs, Outputs extends Record<keyof Inputs, unknown>> = {
  readonly [Name in keyof Inputs]: (input: Inputs[Name]) => Outputs[Name];
};

/** Requests are numbered by the client; a reply carries the number of its request. */
export type Request<Inputs, Name extends keyof Inputs = keyof Inputs> = {
  readonly [N in Name]: { readonly number: number; readonly name: N; readonly input: Inputs[N] };
}[Name];

export type Reply =
  | { readonly number: number; readonly ok: true; readonly output: unknown }
  | { readonly number: number; readonly ok: false; readonly failure: Failure };

export type ToThread<Inputs> =
  | { readonly kind: "open"; readonly file: string }
  | { readonly kind: "requests"; readonly requests: readonly Request<Inputs>[] }
  | { readonly kind: "close" };

export type FromThread =
  | { readonly kind: "opened"; readonly details: object }
  | { readonly kind: "unusable"; readonly failure: Failure }
  | { readonly kind: "replies"; readonly replies: readonly Reply[] };

/** Runs one request by its name. Throws what the operation throws. */
export function perform<Inputs, Outputs extends Record<keyof Inputs, unknown>, Name extends keyof Inputs>(
  operations: Operations<Inputs, Outputs>,
  request: Request<Inputs, Name>,
): Outputs[Name] {
  return operations[request.name](request.input);
}
