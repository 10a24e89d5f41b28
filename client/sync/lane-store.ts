import { isKind, kindOf } from "../../shared/domain/kinds.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import type { RecordKind, ViewOf } from "../../shared/domain/records.ts";
import { apply, SessionState } from "../../shared/domain/state.ts";
import { type Lane, type LaneChanges, lanePrecedence, type RecordView } from "../../shared/protocol/lanes.ts";
import type { JoinRequest } from "../../shared/protocol/session-socket.ts";

interface LaneContent {
  rev: number;
  readonly records: Map<string, RecordView>;
}

/** What became of one `LaneChanges`: `gap` means that something is missing and the client has to join again. */
export type ChangeOutcome = "applied" | "dropped" | "gap";

/**
 * The viewer's lanes and, over them, the records as they are shown: of the lanes a record stands in, the first by
 * `lanePrecedence`. Views keep their identity until they change.
 */
export class LaneStore {
  private readonly lanes = new Map<Lane, LaneContent>();
  private readonly merged = new Map<string, RecordView>();
  private readonly byKind = new Map<string, readonly RecordView[]>();
  private rights = SessionState.empty;
  private readonly listeners = new Set<() => void>();

  /** The rev of every lane held, for `session:join`. */
  have(): JoinRequest["have"] {
    const revs = [...this.lanes].map(([lane, content]) => [lane, content.rev]);
    return Object.fromEntries(revs) as JoinRequest["have"];
  }

  /** The answer to a join: lanes it does not name are no longer the viewer's. False if a lane has a gap. */
  join(lanes: readonly LaneChanges[]): boolean {
    const touched = new Set<string>();
    const named = new Set(lanes.map((changes) => changes.lane));
    for (const [lane, content] of this.lanes) {
      if (named.has(lane)) continue;
      for (const id of content.records.keys()) touched.add(id);
      this.lanes.delete(lane);
    }
    let whole = true;
    for (const changes of lanes) {
      if (this.absorb(changes, touched) === "gap") whole = false;
    }
    this.merge(touched);
    return whole;
  }

  /** A change sent live. It applies only on top of its `from`; an overlap is dropped. */
  apply(changes: LaneChanges): ChangeOutcome {
    const touched = new Set<string>();
    const outcome = this.absorb(changes, touched);
    this.merge(touched);
    return outcome;
  }

  /** All records of `kind`, in no particular order; the same array until one of them changes. */
  records<K extends RecordKind>(kind: K): readonly ViewOf<K>[] {
    let list = this.byKind.get(kind);
    if (list === undefined) {
      list = [...this.merged.values()].filter((view) => view.kind === kind);
      this.byKind.set(kind, list);
    }
    return list as unknown as readonly ViewOf<K>[];
  }

  record<K extends RecordKind>(kind: K, id: string): ViewOf<K> | undefined {
    const view = this.merged.get(id);
    return view?.kind === kind ? (view as unknown as ViewOf<K>) : undefined;
  }

  /** What `can` asks, made of what the viewer sees. */
  stateForRights(): SessionState {
    return this.rights;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private absorb(changes: LaneChanges, touched: Set<string>): ChangeOutcome {
    const held = this.lanes.get(changes.lane);
    if (changes.from === null) {
      this.replace(changes, held, touched);
      return "applied";
    }
    if (held === undefined) return "gap";
    if (changes.to <= held.rev) return changes.from === held.rev ? "applied" : "dropped";
    if (changes.from !== held.rev) return "gap";
    for (const view of changes.put.filter(isKnown)) {
      held.records.set(view.id, view);
      touched.add(view.id);
    }
    for (const id of changes.remove) {
      held.records.delete(id);
      touched.add(id);
    }
    held.rev = changes.to;
    return "applied";
  }

  private replace(changes: LaneChanges, held: LaneContent | undefined, touched: Set<string>): void {
    const records = new Map<string, RecordView>();
    for (const view of changes.put.filter(isKnown)) {
      const before = held?.records.get(view.id);
      records.set(view.id, before !== undefined && same(before, view) ? before : view);
      touched.add(view.id);
    }
    for (const id of held?.records.keys() ?? []) touched.add(id);
    this.lanes.set(changes.lane, { rev: changes.to, records });
  }

  private merge(touched: ReadonlySet<string>): void {
    const patches: Patch[] = [];
    for (const id of touched) {
      const view = this.firstView(id);
      const before = this.merged.get(id);
      if (view === before) continue;
      if (before !== undefined) this.byKind.delete(before.kind);
      if (view === undefined) {
        this.merged.delete(id);
        patches.push({ op: "remove", id });
      } else {
        this.byKind.delete(view.kind);
        this.merged.set(id, view);
        const record = kindOf(view).forRights(view);
        patches.push({ op: "put", id, kind: record.kind as RecordKind, fields: record });
      }
    }
    if (patches.length === 0) return;
    this.rights = apply(this.rights, patches, this.rights.head + 1);
    for (const listener of [...this.listeners]) listener();
  }

  /** The view to show; among lanes of one rank (two rooms, two units) the newest. */
  private firstView(id: string): RecordView | undefined {
    let best: RecordView | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const [lane, content] of this.lanes) {
      const view = content.records.get(id);
      if (view === undefined) continue;
      const rank = lanePrecedence(lane);
      if (rank < bestRank || (rank === bestRank && best !== undefined && view.rev > best.rev)) {
        best = view;
        bestRank = rank;
      }
    }
    return best;
  }
}

function same(one: RecordView, other: RecordView): boolean {
  return one.rev === other.rev && JSON.stringify(one) === JSON.stringify(other);
}

/** A server that was started anew with a later version may have kinds that an open page does not know. */
function isKnown({ kind }: RecordView): boolean {
  return isKind(kind);
}
