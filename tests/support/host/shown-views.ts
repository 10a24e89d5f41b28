import type { LaneStore } from "../../../client/sync/lane-store.ts";
import { KINDS } from "../../../shared/domain/kinds.ts";
import type { RecordKind } from "../../../shared/domain/records.ts";

/** JSON in which the order of fields says nothing. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** What a client shows, as text to compare. */
export function shownViews(store: LaneStore): string[] {
  return viewsIn(store)
    .map((view) => sortedJson(view))
    .sort();
}

/** The same without revs: a view that did not change keeps the rev at which it was sent. */
export function shownContent(store: LaneStore): string[] {
  return viewsIn(store)
    .map(({ rev: _rev, ...view }) => sortedJson(view))
    .sort();
}

function viewsIn(store: LaneStore) {
  return (Object.keys(KINDS) as RecordKind[]).flatMap((kind) => [...store.records(kind)]);
}
