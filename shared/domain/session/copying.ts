import type { RoomSet } from "../../protocol/commands/agenda.ts";
import type { CommandOf } from "../../protocol/commands/command.ts";
import { DOCUMENT_NAMES } from "../../protocol/document-names.ts";
import { agendaIn, itemsInOrder } from "../agenda/items.ts";
import type { AgendaItemRecord } from "../agenda/records.ts";
import { documentSetupRecordId } from "../documents/records.ts";
import { HOUSE_STYLE_RECORD_ID } from "../house-style/records.ts";
import { byOrder } from "../people/by-order.ts";
import type { PersonRecord } from "../people/records.ts";
import { plenaryIn } from "../rooms/plenary.ts";
import { roomsOfGroups } from "../roster/changes.ts";
import { findRound } from "../rounds/planning.ts";
import type { RoundStart } from "../rounds/records.ts";
import { withChosenFree } from "../rounds/seats.ts";
import type { SessionState } from "../state.ts";
import { PHRASES_RECORD_ID, TOPICS_RECORD_ID } from "../wordings/records.ts";

/** The commands that make a copy, to be given one after the other by the organiser: the session first. */
export interface SessionCopy {
  readonly create: CommandOf<"session.create">;
  readonly rest: readonly CommandOf<
    | "phrases.set"
    | "room.moderate"
    | "roster.import"
    | "person.move"
    | "person.excuse"
    | "speech.budget"
    | "round.plan"
    | "agenda.add"
    | "document.arrange"
    | "document.style"
  >[];
}

/** What is another in the copy than in its original. */
export interface CopyDifference {
  readonly sessionId: string;
  readonly title: string;
  /** The original, where the copy is to rehearse it. */
  readonly rehearsalOf?: string;
}

/**
 * A session as it was prepared, before its rounds: settings, rooms, words, the look of documents, people with duties, groups and places,
 * times to speak, rounds, the agenda, none of which has begun, and how its documents are set up, not how they were worded. Nobody has
 * come, and nothing that was asked, said or written is in it. Who is on leave is so where the evening is rehearsed, and on no other.
 * Rooms, people, rounds and items keep their ids:
 * an id is one of its session, and PINs and tokens are made of both. Null before there is a session.
 */
export function copyOf(
  state: SessionState,
  { sessionId, title, rehearsalOf }: CopyDifference,
): SessionCopy | null {
  const session = state.session();
  if (session === undefined) return null;
  const rooms = [...state.all("room")].sort(inTheirOrder);
  const people = [...state.all("person")].filter(({ removed }) => !removed).sort(byOrder);
  const topics = state.find("topics", TOPICS_RECORD_ID)?.names;
  const declineReasons = state.find("phrases", PHRASES_RECORD_ID)?.declineReasons ?? [];
  const style = state.find("houseStyle", HOUSE_STYLE_RECORD_ID)?.changes;
  const create: SessionCopy["create"] = {
    type: "session.create",
    sessionId,
    title,
    startsAt: session.startsAt,
    place: session.place,
    settings: session.settings,
    rooms: rooms.map(({ roomId, name, roomKind }) => ({ roomId, name, kind: roomKind })),
    ...(topics !== undefined && { topics }),
    ...(rehearsalOf !== undefined && { rehearsalOf }),
  };
  const moderated = rooms.flatMap(({ roomId, moderation }) =>
    moderation === null ? [] : [{ type: "room.moderate", roomId, moderation } as const],
  );
  const budgets = [...state.all("floor")].map(({ roomId, per, budgetMs }) => {
    return { type: "speech.budget", roomId, per, budgetMs } as const;
  });
  const rounds = [...state.all("round")]
    .filter(({ removed }) => !removed)
    .sort(inTheirOrder)
    .map((round) => {
      const { roundId, name, rules, seed } = round;
      return { type: "round.plan", roundId, name, groups: withChosenFree(round), rules, seed } as const;
    });
  const agenda = itemsInOrder(agendaIn(state), state.all("agendaItem"))
    .map((item) => ({ ...item, roomSet: roomSetIn(item, state) }))
    .map(({ itemId, title: name, itemKind, plannedMs, roomSet, ledBy }) => {
      return { type: "agenda.add", itemId, title: name, itemKind, plannedMs, roomSet, ledBy } as const;
    });
  return {
    create,
    rest: [
      ...(declineReasons.length === 0 ? [] : [{ type: "phrases.set", declineReasons } as const]),
      ...(style === undefined ? [] : [{ type: "document.style", style } as const]),
      ...moderated,
      ...(people.length === 0
        ? []
        : [{ type: "roster.import", people: people.map((person) => asListed(person, state)) } as const]),
      ...movesOf(people, state),
      ...(rehearsalOf === undefined ? [] : people.flatMap(leaveOf)),
      ...budgets,
      ...rounds,
      ...agenda,
      ...arrangedDocuments(state),
    ],
  };
}

/** How documents are set up; number and date of a red head are of their evening. */
function arrangedDocuments(state: SessionState): CommandOf<"document.arrange">[] {
  return DOCUMENT_NAMES.flatMap((name) => {
    const setup = state.find("documentSetup", documentSetupRecordId(name));
    if (setup === undefined) return [];
    const { redHead, grouping, namesAskers, disclosure, sections, hidden } = setup;
    return [
      {
        type: "document.arrange",
        name,
        redHead: redHead && { ...redHead, serial: null, issuedOn: null },
        grouping,
        namesAskers,
        disclosure,
        sections,
        hide: hidden,
      },
    ];
  });
}

function asListed(person: PersonRecord, state: SessionState): CommandOf<"roster.import">["people"][number] {
  const { personId, order, name, unit, post, side, sideGuessed, group, seat } = person;
  const duties = dutiesOnRoster(person, state);
  const listed = { personId, order, name, unit, post, side, duties, group, seat };
  return sideGuessed === true ? { ...listed, sideGuessed } : listed;
}

/** Those who did not sit in the room that the roster gives their group. */
function movesOf(people: readonly PersonRecord[], state: SessionState): CommandOf<"person.move">[] {
  const roomOf = roomsOfGroups(state);
  const starts = startsInForce(state);
  return people.flatMap(({ personId, group, roomId }) => {
    let place = roomId;
    for (const { cameFrom } of starts) {
      const from = cameFrom.find(({ personIds }) => personIds.includes(personId));
      if (from !== undefined) place = from.roomId;
    }
    const to = place ?? plenaryIn(state)?.roomId;
    if (roomOf(group) === place || to === undefined) return [];
    return [{ type: "person.move", personId, roomId: to } as const];
  });
}

/** A leave as it stands, with its reason and who comes instead. */
function leaveOf({
  personId,
  excused,
  excuseReason,
  substitute,
}: PersonRecord): CommandOf<"person.excuse">[] {
  if (excused !== true) return [];
  return [
    {
      type: "person.excuse",
      personId,
      on: true,
      ...(excuseReason != null && { excuseReason }),
      ...(substitute != null && { substitute }),
    },
  ];
}

function inTheirOrder(one: { readonly order: number }, other: { readonly order: number }): number {
  return one.order - other.order;
}

/** The duties of somebody without what rounds have made of them. */
function dutiesOnRoster({ personId, duties }: PersonRecord, state: SessionState): PersonRecord["duties"] {
  let isLeader = duties.includes("leader");
  for (const { madeLeaders, unmadeLeaders } of startsInForce(state)) {
    if (madeLeaders.includes(personId)) isLeader = false;
    if (unmadeLeaders.includes(personId)) isLeader = true;
  }
  const others = duties.filter((duty) => duty !== "leader");
  return isLeader === duties.includes("leader") ? duties : isLeader ? [...others, "leader"] : others;
}

/** What the round that runs has changed, what the one before it that it ended had changed, and so on: as if taken back in turn. */
function startsInForce(state: SessionState): RoundStart[] {
  const starts: RoundStart[] = [];
  let start = [...state.all("round")].find(({ status }) => status === "running")?.start ?? null;
  while (start !== null && !starts.includes(start)) {
    starts.push(start);
    const ended = start.endedRoundId === null ? undefined : findRound(start.endedRoundId, state);
    start = ended?.status === "ended" ? ended.start : null;
  }
  return starts;
}

/** An item whose round was taken away is held in all groups. */
function roomSetIn({ roomSet }: AgendaItemRecord, state: SessionState): RoomSet {
  if (roomSet.kind !== "round" || findRound(roomSet.roundId, state) !== undefined) return roomSet;
  return { kind: "groups" };
}
