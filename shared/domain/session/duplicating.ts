import type { SessionState } from "../state.ts";
import { type CopyDifference, copyOf, type SessionCopy } from "./copying.ts";

/**
 * A session to be held once more, nobody knows yet when: as it was prepared, with its people and the rounds that seat them, or
 * without. Everybody begins in the room of the own group. Null before there is a session.
 */
export function duplicateOf(
  state: SessionState,
  difference: CopyDifference & { readonly withPeople: boolean },
): SessionCopy | null {
  const copy = copyOf(state, difference);
  if (copy === null) return null;
  const rest = copy.rest.flatMap((command): SessionCopy["rest"] => {
    switch (command.type) {
      // Where somebody was moved to was of that evening.
      case "person.move":
        return [];
      case "roster.import":
      case "round.plan":
        return difference.withPeople ? [command] : [];
      case "agenda.add": {
        const needsPeople = command.roomSet.kind === "round" && !difference.withPeople;
        return [needsPeople ? { ...command, roomSet: { kind: "groups" } } : command];
      }
      default:
        return [command];
    }
  });
  return { create: { ...copy.create, startsAt: null }, rest };
}
