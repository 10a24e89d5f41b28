import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useUnits } from "./use-units.ts";

/** The units a question can be routed to, each once, in the order of the roster; the same array until it changes. */
export function useMunicipalUnits(): readonly string[] {
  return useUnits(answers);
}

function answers({ side, removed }: PersonView): boolean {
  return side === "municipal" && removed !== true;
}
