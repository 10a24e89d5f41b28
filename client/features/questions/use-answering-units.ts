import { ANSWERING_SIDES, onlyAnswers } from "../../../shared/domain/people/standing.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useUnits } from "./use-units.ts";

/** The units that can be asked, each once, municipal ones first and counties last; the same array until it changes. */
export function useAnsweringUnits(): readonly string[] {
  return useUnits(placeAmongAnswering);
}

/** Of these the units of those who are there only to answer. */
export function useOnlyAnsweringUnits(): readonly string[] {
  return useUnits(placeAmongOnlyAnswering);
}

function placeAmongAnswering({ side, removed }: PersonView): number | null {
  const place = (ANSWERING_SIDES as readonly string[]).indexOf(side);
  return removed === true || place === -1 ? null : place;
}

function placeAmongOnlyAnswering(person: PersonView): number | null {
  return onlyAnswers(person.side) ? placeAmongAnswering(person) : null;
}
