import type { Command, CommandOf } from "../../protocol/commands/command.ts";
import type { RosterPerson } from "../../protocol/commands/people.ts";
import { agendaIn, itemsInOrder, seedOf } from "../agenda/items.ts";
import type { PersonRecord } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import { PHRASES_RECORD_ID, TOPICS_RECORD_ID } from "../wordings/records.ts";
import type { SessionRecord } from "./records.ts";

export interface Copying {
  readonly sessionId: string;
  readonly title: string;
  /** Whether those on the roster come along. */
  readonly withPeople: boolean;
  readonly newId: () => string;
}

/** The commands that make a session like another: the first makes it, the others follow in the same act. */
export interface SessionCopy {
  readonly create: CommandOf<"session.create">;
  readonly following: readonly Command[];
}

/**
 * What is prepared of a session, to be held once more: settings, rooms, wordings, agenda, and the people where they come
 * along, in their places and under other ids. When it begins nobody knows yet; what was asked, said and seated stays behind.
 */
export function copyOf(session: SessionRecord, state: SessionState, copying: Copying): SessionCopy {
  const { sessionId, title, withPeople, newId } = copying;
  const rooms = [...state.all("room")]
    .sort((one, other) => one.order - other.order)
    .map((room) => ({ ...room, roomId: newId() }));
  const agenda = itemsInOrder(agendaIn(state), state.all("agendaItem")).map((item) => {
    return { itemId: newId(), ...seedOf(item) };
  });
  const phrases = state.find("phrases", PHRASES_RECORD_ID)?.declineReasons ?? [];
  const people = withPeople ? rosterOf(state, newId) : [];
  return {
    create: {
      type: "session.create",
      sessionId,
      title,
      startsAt: null,
      place: session.place,
      settings: session.settings,
      rooms: rooms.map(({ roomId, name, roomKind }) => ({ roomId, name, kind: roomKind })),
      topics: [...(state.find("topics", TOPICS_RECORD_ID)?.names ?? [])],
      agenda,
    },
    following: [
      ...rooms.flatMap(({ roomId, moderation }): Command[] =>
        moderation === null ? [] : [{ type: "room.moderate", roomId, moderation }],
      ),
      ...(phrases.length === 0 ? [] : [{ type: "phrases.set" as const, declineReasons: [...phrases] }]),
      ...(people.length === 0 ? [] : [{ type: "roster.import" as const, people }]),
    ],
  };
}

function rosterOf(state: SessionState, newId: () => string): RosterPerson[] {
  return [...state.all("person")]
    .filter(({ removed }) => !removed)
    .map((person) => {
      const { order, name, unit, post, side, sideGuessed, group, seat } = person;
      const duties = dutiesOnRoster(person, state);
      const said = { personId: newId(), order, name, unit, post, side, duties, group, seat };
      return sideGuessed === true ? { ...said, sideGuessed } : said;
    });
}

/** The duties of somebody without what the round that runs has made of them. */
function dutiesOnRoster({ personId, duties }: PersonRecord, state: SessionState): PersonRecord["duties"] {
  const start = [...state.all("round")].find(({ status }) => status === "running")?.start;
  if (start?.madeLeaders.includes(personId)) return duties.filter((duty) => duty !== "leader");
  return start?.unmadeLeaders.includes(personId) ? [...duties, "leader"] : duties;
}
