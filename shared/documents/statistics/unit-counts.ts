import { byOrder } from "../../domain/people/by-order.ts";
import { peerUnits } from "../../domain/people/peer-units.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import type { Counts } from "../../domain/tally/records.ts";

/** What is counted under a name. */
export interface NamedCounts {
  readonly label: string;
  readonly counts: Counts;
}

/** The units by 排序号, those no longer on the roster after them, by name; what the counties ask each other is one row. */
export function unitCounts(
  byUnit: Readonly<Record<string, Counts>>,
  people: readonly PersonRecord[],
  peersLabel: string,
): NamedCounts[] {
  const peers = peerUnits(people);
  const order = [...new Set([...people].sort(byOrder).map(({ unit }) => unit))];
  const placeOf = (unit: string) => (order.includes(unit) ? order.indexOf(unit) : order.length);
  const units = Object.entries(byUnit).map(([label, counts]) => ({ label, counts }));
  const own = units
    .filter(({ label }) => !peers.has(label))
    .sort((one, other) => placeOf(one.label) - placeOf(other.label) || (one.label < other.label ? -1 : 1));
  const asked = units.filter(({ label }) => peers.has(label)).map(({ counts }) => counts);
  return asked.length === 0 ? own : [...own, { label: peersLabel, counts: asked.reduce(added) }];
}

function added(one: Counts, other: Counts): Counts {
  return {
    asked: one.asked + other.asked,
    public: one.public + other.public,
    answered: one.answered + other.answered,
    waiting: one.waiting + other.waiting,
    followUps: one.followUps + other.followUps,
  };
}
