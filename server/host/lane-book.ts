import { kindOf } from "../../shared/domain/kinds.ts";
import { lanes } from "../../shared/domain/lanes.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import type { Lane, LaneChanges, RecordView } from "../../shared/protocol/lanes.ts";
import { LaneLog } from "./lane-log.ts";

type Views = ReadonlyMap<Lane, RecordView>;

/**
 * What every lane of a session holds right now. The difference sent to a lane is against what was sent before, never
 * against what ought to have been sent, so a record that leaves a lane is always removed there.
 */
export class LaneBook {
  private readonly logs = new Map<Lane, LaneLog>();
  private readonly presented = new Map<string, Views>();
  /** The rev of lanes nothing has touched since the session was loaded. */
  private readonly baseRev: number;

  constructor(state: SessionState) {
    this.baseRev = state.head;
    for (const record of state.everything()) {
      const views = presentation(record, state);
      this.presented.set(record.id, views);
      for (const [lane, view] of views) this.log(lane).views.set(record.id, view);
    }
  }

  /** Presents `touched` records and the children that follow them as they are in `after`; returns the changes, one a lane. */
  update(after: SessionState, touched: ReadonlySet<string>): LaneChanges[] {
    const put = new Map<Lane, RecordView[]>();
    const remove = new Map<Lane, string[]>();
    for (const id of withChildren(touched, after)) {
      const record = after.get(id);
      const old = this.presented.get(id);
      const next = record === undefined ? new Map<Lane, RecordView>() : presentation(record, after);
      for (const [lane, view] of next) {
        const before = old?.get(lane);
        if (before !== undefined && sameView(before, view)) next.set(lane, before);
        else append(put, lane, view);
      }
      for (const lane of old?.keys() ?? []) if (!next.has(lane)) append(remove, lane, id);
      if (record === undefined) this.presented.delete(id);
      else this.presented.set(id, next);
    }
    const touchedLanes = new Set([...put.keys(), ...remove.keys()]);
    return [...touchedLanes].map((lane) =>
      this.log(lane).advance(after.head, put.get(lane) ?? [], remove.get(lane) ?? []),
    );
  }

  /** What a viewer who has `lane` at rev `have` is missing. A lane nothing was ever in is not kept for having been asked for. */
  since(lane: Lane, have: number | undefined): LaneChanges {
    return (this.logs.get(lane) ?? new LaneLog(lane, this.baseRev)).since(have);
  }

  /** All of a lane: the same object until it changes, where anything was ever in it. */
  whole(lane: Lane): LaneChanges {
    return this.since(lane, undefined);
  }

  /** How many lanes are kept. */
  get size(): number {
    return this.logs.size;
  }

  private log(lane: Lane): LaneLog {
    let log = this.logs.get(lane);
    if (log === undefined) {
      log = new LaneLog(lane, this.baseRev);
      this.logs.set(lane, log);
    }
    return log;
  }
}

function presentation(record: AnyRecord, state: SessionState): Map<Lane, RecordView> {
  return new Map(lanes(record, state));
}

function withChildren(touched: ReadonlySet<string>, state: SessionState): Set<string> {
  const all = new Set(touched);
  for (const id of touched) {
    for (const child of state.children(id)) if (kindOf(child).followsParents) all.add(child.id);
  }
  return all;
}

/** Whether a viewer would see no difference; `rev` alone is none. */
function sameView(before: RecordView, after: RecordView): boolean {
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return false;
  return keys.every((key) => {
    if (key === "rev" || before[key] === after[key]) return true;
    return typeof after[key] === "object" && JSON.stringify(before[key]) === JSON.stringify(after[key]);
  });
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
