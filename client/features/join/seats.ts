import type { LobbyReply } from "../../../shared/protocol/http.ts";
import { fits, normaliseTyped, type Readings } from "../../ui/search/pinyin-match.ts";

/** One person of the roster as the join page knows it. */
export interface Seat {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
}

/** Everybody of the lobby in one list, in the order of the roster. */
export function seatsOf(lobby: LobbyReply): readonly Seat[] {
  return lobby.units.flatMap(({ unit, people }) => people.map((person) => ({ ...person, unit })));
}

/** The seats that fit what was typed: by name first, then by unit; each part in the order of the roster. */
export function findSeats(
  typed: string,
  seats: readonly Seat[],
  readings: ReadonlyMap<string, Readings>,
): readonly Seat[] {
  const wanted = normaliseTyped(typed);
  if (wanted === "") return seats;
  const verdicts = new Map<string, boolean>();
  const has = (text: string) => {
    let verdict = verdicts.get(text);
    if (verdict === undefined) {
      verdict = fits(wanted, text, readings.get(text));
      verdicts.set(text, verdict);
    }
    return verdict;
  };
  const byName: Seat[] = [];
  const byUnit: Seat[] = [];
  for (const seat of seats) {
    if (has(seat.name)) byName.push(seat);
    else if (has(seat.unit) || (wanted.length > seat.name.length && has(seat.unit + seat.name))) {
      byUnit.push(seat);
    }
  }
  return [...byName, ...byUnit];
}
