import { Map as PersistentMap, Set as PersistentSet } from "immutable";
import type { AnyKind } from "./kind.ts";
import { kindInId, kindOf } from "./kinds.ts";
import type { Patch } from "./patches.ts";
import type { QuestionIn } from "./questions/records.ts";
import type { AnyRecord, RecordKind, RecordOf } from "./records.ts";
import { SESSION_RECORD_ID } from "./session/records.ts";

const NO_IDS: PersistentSet<string> = PersistentSet();

/**
 * A session at one rev: its records and the three indexes its rules ask. Never changed in place; `apply` makes the
 * next one and shares all that stayed the same, so a batch that cannot be stored is dropped by keeping the old one.
 */
export class SessionState {
  readonly head: number;
  private readonly records: PersistentMap<string, AnyRecord>;
  private readonly idsByKind: PersistentMap<RecordKind, PersistentSet<string>>;
  private readonly idsByParent: PersistentMap<string, PersistentSet<string>>;
  private readonly pendingByAsker: PersistentMap<string, PersistentSet<string>>;

  private constructor(
    head: number,
    records: PersistentMap<string, AnyRecord>,
    idsByKind: PersistentMap<RecordKind, PersistentSet<string>>,
    idsByParent: PersistentMap<string, PersistentSet<string>>,
    pendingByAsker: PersistentMap<string, PersistentSet<string>>,
  ) {
    this.head = head;
    this.records = records;
    this.idsByKind = idsByKind;
    this.idsByParent = idsByParent;
    this.pendingByAsker = pendingByAsker;
  }

  static readonly empty = new SessionState(
    0,
    PersistentMap(),
    PersistentMap(),
    PersistentMap(),
    PersistentMap(),
  );

  /** The state that holds `records` at `head`, as when a session is loaded. */
  static of(head: number, records: Iterable<AnyRecord>): SessionState {
    const draft = SessionState.empty.draft();
    for (const record of records) draft.write(record);
    return draft.finish(head);
  }

  get(id: string): AnyRecord | undefined {
    return this.records.get(id);
  }

  /** The record `id` if it is of `kind`. */
  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    const record = this.records.get(id);
    return record?.kind === kind ? (record as RecordOf<K>) : undefined;
  }

  /** What is declared of the kind that the id of a record names. */
  kindOf(id: string): AnyKind {
    return kindInId(id);
  }

  /** The session's own record; absent only before `session.create`. */
  session(): RecordOf<"session"> | undefined {
    return this.find("session", SESSION_RECORD_ID);
  }

  *all<K extends RecordKind>(kind: K): Generator<RecordOf<K>> {
    for (const id of this.idsByKind.get(kind, NO_IDS)) yield this.records.get(id) as RecordOf<K>;
  }

  count(kind: RecordKind): number {
    return this.idsByKind.get(kind, NO_IDS).size;
  }

  /** The records that name `parentId` among their parents. */
  *children(parentId: string): Generator<AnyRecord> {
    for (const id of this.idsByParent.get(parentId, NO_IDS)) yield this.records.get(id) as AnyRecord;
  }

  /** The pending questions that `askerId` is the asker of, without joined ones; the cost is theirs alone. */
  *pendingOf(askerId: string): Generator<QuestionIn<"pending">> {
    for (const id of this.pendingByAsker.get(askerId, NO_IDS)) {
      yield this.records.get(id) as QuestionIn<"pending">;
    }
  }

  *everything(): Generator<AnyRecord> {
    yield* this.records.values();
  }

  /** The state in the midst of an act, once `patches` of it are made: its head is the one before. */
  amid(patches: readonly Patch[]): SessionState {
    return apply(this, patches, this.head);
  }

  /** A writable copy, for `apply` and `replace` alone. */
  draft(): StateDraft {
    const records = this.records.asMutable();
    const idsByKind = new IndexDraft(this.idsByKind);
    const idsByParent = new IndexDraft(this.idsByParent);
    const pendingByAsker = new IndexDraft(this.pendingByAsker);
    const unlink = (record: AnyRecord) => {
      for (const parent of kindOf(record).parents(record)) idsByParent.ids(parent).delete(record.id);
      const askerId = pendingAskerId(record);
      if (askerId !== null) pendingByAsker.ids(askerId).delete(record.id);
    };
    return {
      read: (id) => records.get(id),
      write: (record) => {
        const before = records.get(record.id);
        if (before === undefined) idsByKind.ids(record.kind).add(record.id);
        else unlink(before);
        records.set(record.id, record);
        for (const parent of kindOf(record).parents(record)) idsByParent.ids(parent).add(record.id);
        const askerId = pendingAskerId(record);
        if (askerId !== null) pendingByAsker.ids(askerId).add(record.id);
      },
      remove: (id) => {
        const before = records.get(id);
        if (before === undefined) return;
        unlink(before);
        records.delete(id);
        idsByKind.ids(before.kind).delete(id);
      },
      finish: (head) =>
        new SessionState(
          head,
          records.asImmutable(),
          idsByKind.finish(),
          idsByParent.finish(),
          pendingByAsker.finish(),
        ),
    };
  }
}

/** Who asked a question that waits for a decision and stands for itself; null for every other record. */
function pendingAskerId(record: AnyRecord): string | null {
  const isPending = record.kind === "question" && record.status === "pending" && record.merged === null;
  return isPending ? record.askerId : null;
}

/** An index while it is written: a set is copied once, however many of its ids change. */
class IndexDraft<K> {
  private readonly index: PersistentMap<K, PersistentSet<string>>;
  private readonly opened = new Map<K, PersistentSet<string>>();

  constructor(index: PersistentMap<K, PersistentSet<string>>) {
    this.index = index;
  }

  /** The ids under `key`, to be changed in place. */
  ids(key: K): PersistentSet<string> {
    let ids = this.opened.get(key);
    if (ids === undefined) {
      ids = this.index.get(key, NO_IDS).asMutable();
      this.opened.set(key, ids);
    }
    return ids;
  }

  finish(): PersistentMap<K, PersistentSet<string>> {
    return this.index.withMutations((index) => {
      for (const [key, ids] of this.opened) index.set(key, ids.asImmutable());
    });
  }
}

interface StateDraft {
  read(id: string): AnyRecord | undefined;
  write(record: AnyRecord): void;
  remove(id: string): void;
  finish(head: number): SessionState;
}

/** The state at `head`, to which others brought it: with the records of `put` as they are, without those of `remove`. */
export function replace(
  state: SessionState,
  { head, put, remove }: { head: number; put: Iterable<AnyRecord>; remove: Iterable<string> },
): SessionState {
  const draft = state.draft();
  for (const record of put) draft.write(record);
  for (const id of remove) draft.remove(id);
  return draft.finish(head);
}

/** The state after `patches` of the journal row `seq`; every record they touch gets `seq` as its rev. */
export function apply(state: SessionState, patches: readonly Patch[], seq: number): SessionState {
  const draft = state.draft();
  for (const patch of patches) {
    switch (patch.op) {
      case "put":
        draft.write({ ...patch.fields, id: patch.id, kind: patch.kind, rev: seq } as AnyRecord);
        break;
      case "set": {
        const before = draft.read(patch.id);
        if (before === undefined)
          throw new Error(`patch sets fields of a record that is not there: ${patch.id}`);
        draft.write({ ...before, ...patch.fields, rev: seq } as AnyRecord);
        break;
      }
      case "remove":
        draft.remove(patch.id);
        break;
    }
  }
  return draft.finish(seq);
}
