import type { Lane, LaneChanges, RecordView } from "../../shared/protocol/lanes.ts";

const MAX_RECENT = 200;

/**
 * One lane as its viewers have it: its records, the rev at which it last changed, and its last changes for those
 * who come back. Every change starts at the rev the one before ended at, so the recent ones are a chain.
 */
export class LaneLog {
  readonly views = new Map<string, RecordView>();
  private readonly lane: Lane;
  private readonly recent: LaneChanges[] = [];
  private whole: LaneChanges | null = null;
  private lastRev: number;

  constructor(lane: Lane, rev: number) {
    this.lane = lane;
    this.lastRev = rev;
  }

  get rev(): number {
    return this.lastRev;
  }

  /** Takes in what a batch changed and returns it as it goes to those who follow. */
  advance(to: number, put: RecordView[], remove: string[]): LaneChanges {
    for (const view of put) this.views.set(view.id, view);
    for (const id of remove) this.views.delete(id);
    const changes = { lane: this.lane, from: this.lastRev, to, put, remove };
    this.recent.push(changes);
    if (this.recent.length > MAX_RECENT) this.recent.shift();
    this.lastRev = to;
    this.whole = null;
    return changes;
  }

  /** What somebody who has the lane at `have` missed; the whole lane when that is unknown or cannot be told. */
  since(have: number | undefined): LaneChanges {
    if (have === this.lastRev) return { lane: this.lane, from: have, to: have, put: [], remove: [] };
    const start = have === undefined ? -1 : this.recent.findIndex((changes) => changes.from === have);
    return start === -1 ? this.everything() : this.merged(start);
  }

  /** The same object until the lane changes, however many ask. */
  private everything(): LaneChanges {
    this.whole ??= {
      lane: this.lane,
      from: null,
      to: this.lastRev,
      put: [...this.views.values()],
      remove: [],
    };
    return this.whole;
  }

  private merged(start: number): LaneChanges {
    const put = new Map<string, RecordView>();
    const removed = new Set<string>();
    for (const changes of this.recent.slice(start)) {
      for (const view of changes.put) {
        put.set(view.id, view);
        removed.delete(view.id);
      }
      for (const id of changes.remove) {
        put.delete(id);
        removed.add(id);
      }
    }
    const from = this.recent[start]?.from ?? null;
    return { lane: this.lane, from, to: this.lastRev, put: [...put.values()], remove: [...removed] };
  }
}
