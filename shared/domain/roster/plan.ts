import type { RosterPerson } from "../../protocol/commands/people.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { grouped } from "../people/grouped.ts";
import type { PersonRecord } from "../people/records.ts";
import type { Refusal } from "../result.ts";
import { groupKey } from "../rooms/group-name.ts";
import type { RoomRecord } from "../rooms/records.ts";
import { draftRow, placeKey, postKey, type RowDraft } from "./draft.ts";
import { type Identity, type ImportedIdentity, identifyRows, takeRenames } from "./identity.ts";
import { ordersOf } from "./order.ts";
import { importedRow, type PlannedRow, refusedRow } from "./planned-row.ts";
import type { RosterDecisions, RosterRow } from "./row.ts";
import { nameKey } from "./text.ts";

export interface RosterPlan {
  /** Every row in the order of the source. */
  readonly rows: readonly PlannedRow[];
  /** Everybody to import: new, changed and unchanged; what the `roster.import` command takes. */
  readonly people: readonly RosterPerson[];
  /** Groups no breakout room has the name of, as first written. */
  readonly unknownGroups: readonly string[];
  /** People on the roster whom no imported row is about and who stay as they are. */
  readonly absent: readonly PersonRecord[];
  /** Those of them whose names stand in a refused row: they are in the source, and nobody removes them by mistake. */
  readonly refusedByRow: readonly PersonRecord[];
  /** People whom no row is about and whom the import takes off the roster. */
  readonly removed: readonly PersonRecord[];
  /** Why nothing of it can be imported; null when it can. */
  readonly refusal: Refusal | null;
}

/**
 * Plans an import without doing it: who is new, who changes and how, which rows cannot be taken and why. A refused
 * row stops no other. A column the source lacks leaves that field of known people as it is; a blank cell clears it.
 * Where the source numbers nobody, the order of its rows counts when they name the whole roster; otherwise known
 * people keep their 排序号 and new ones stand last. `newId` is called once a new person, in row order. Whom the decisions
 * remove counts no more; nobody is removed by an import that takes no row.
 */
export function planRoster(
  rows: readonly RosterRow[],
  existing: Iterable<PersonRecord>,
  rooms: Iterable<RoomRecord>,
  newId: () => string,
  decisions: RosterDecisions = { renamed: [], removed: [] },
): RosterPlan {
  const known = [...existing];
  const judged = rows.map((source) => ({ source, draft: draftRow(source) }));
  const drafts = judged.flatMap(({ draft }) => ("reason" in draft ? [] : [draft]));
  const repeats = repeatedRows(drafts);
  const identities = identifyRows(
    drafts.filter((draft) => !repeats.has(draft)),
    known,
    countNames(rows),
  );
  // Before anything is decided: what a preview shows stays so whatever is ticked in it.
  const namesAll = peopleWithoutRow(known, identities.values()).length === 0;
  takeRenames(identities, known, decisions.renamed);
  const removing = new Set(decisions.removed);
  const left = peopleWithoutRow(known, identities.values());
  const refused = judged.filter(({ draft }) => "reason" in draft || !isImported(identities.get(draft)));
  const refusedByRow = namedBy(
    refused.map(({ source }) => source),
    left,
  );
  const staying = new Set(refused.length < rows.length ? refusedByRow : left);
  const isRemoved = (person: PersonRecord) => removing.has(person.personId) && !staying.has(person);
  const absent = left.filter((person) => !isRemoved(person));
  const orderOf = orderGiver(rows, known, namesAll);
  const roomGroups = breakoutGroups(rooms);

  const planned = judged.map(({ source, draft }, index): PlannedRow => {
    if ("reason" in draft) return refusedRow(source, draft);
    const first = repeats.get(draft);
    if (first !== undefined) return refusedRow(source, { reason: "duplicate_row" }, first.source);
    const identity = identities.get(draft);
    if (!isImported(identity)) {
      return refusedRow(source, {
        reason: identity?.kind === "outdated" ? "rename_outdated" : "person_ambiguous",
      });
    }
    const order = orderOf(index, identity);
    return importedRow(draft, identity, order, (group) => roomGroups.has(groupKey(group)), newId);
  });
  const people = planned.flatMap((row) => (row.status === "refused" ? [] : [row.person]));
  const peopleAfter = known.length + planned.filter((row) => row.status === "new").length;
  return {
    rows: planned,
    people,
    unknownGroups: unknownGroups(people, roomGroups),
    absent,
    refusedByRow,
    removed: left.filter(isRemoved),
    refusal:
      peopleAfter > LIMITS.peopleMax
        ? { code: "too_many_people", details: { people: peopleAfter, peopleMax: LIMITS.peopleMax } }
        : null,
  };
}

/**
 * Rows that say again what another says, each with that other: same name, unit and post, or the same without a post
 * beside one that has it.
 */
function repeatedRows(drafts: readonly RowDraft[]): Map<RowDraft, RowDraft> {
  const repeats = new Map<RowDraft, RowDraft>();
  for (const rows of grouped(drafts, placeKey).values()) {
    const withPost = rows.find((row) => postKey(row) !== "");
    for (const same of grouped(rows, postKey).values()) {
      const [first, ...others] = same;
      if (first === undefined) continue;
      for (const other of others) repeats.set(other, first);
      if (postKey(first) === "" && withPost !== undefined) {
        for (const row of same) repeats.set(row, withPost);
      }
    }
  }
  return repeats;
}

function countNames(rows: readonly RosterRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = nameKey(row.cells.name ?? "");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function peopleWithoutRow(known: readonly PersonRecord[], identities: Iterable<Identity>): PersonRecord[] {
  const matched = new Set<PersonRecord>();
  for (const identity of identities) if (identity.kind === "known") matched.add(identity.person);
  return known.filter((person) => !person.removed && !matched.has(person)).sort((a, b) => a.order - b.order);
}

function isImported(identity: Identity | undefined): identity is ImportedIdentity {
  return identity?.kind === "known" || identity?.kind === "new";
}

/** Those whose names stand in a row, alone or among others. */
function namedBy(rows: readonly RosterRow[], people: readonly PersonRecord[]): PersonRecord[] {
  const keys = people.map(({ name }) => nameKey(name));
  const lengths = new Set(keys.map(({ length }) => length));
  // Every part of a cell that is as long as a name, looked up: rows times people would hold up everybody.
  const written = new Set<string>();
  for (const { cells } of rows) {
    const cell = nameKey(cells.name ?? "");
    for (const length of lengths) {
      for (let at = 0; at + length <= cell.length; at += 1) written.add(cell.slice(at, at + length));
    }
  }
  return people.filter((_person, at) => written.has(keys[at] ?? ""));
}

function orderGiver(rows: readonly RosterRow[], known: readonly PersonRecord[], namesAll: boolean) {
  const orders = ordersOf(rows);
  let last = known.reduce((highest, person) => Math.max(highest, person.order), 0);
  return (index: number, identity: Identity): number => {
    if (orders !== null) return orders[index] ?? index + 1;
    if (namesAll) return index + 1;
    if (identity.kind === "known") return identity.person.order;
    last += 1;
    return last;
  };
}

function breakoutGroups(rooms: Iterable<RoomRecord>): Set<string> {
  const keys = new Set<string>();
  for (const room of rooms) if (room.roomKind === "breakout") keys.add(groupKey(room.name));
  return keys;
}

function unknownGroups(people: readonly RosterPerson[], roomGroups: ReadonlySet<string>): string[] {
  const first = new Map<string, string>();
  for (const { group } of people) {
    if (group === null || roomGroups.has(groupKey(group))) continue;
    if (!first.has(groupKey(group))) first.set(groupKey(group), group);
  }
  return [...first.values()];
}
