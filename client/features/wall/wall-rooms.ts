import type { HelpRecord } from "../../../shared/domain/help/records.ts";
import { grouped } from "../../../shared/domain/people/grouped.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { hasFloor } from "../../../shared/domain/speaking/speech-state.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";

/** A room as the wall shows it. */
export interface WallRoom {
  readonly id: string;
  readonly room: RoomRecord;
  /** Who is expected there, or here all the same. */
  readonly members: number;
  readonly here: number;
  /** Expected and without a page open, by 排序号. */
  readonly missing: readonly PersonView[];
  readonly leader: PersonView | undefined;
  readonly pending: number;
  readonly unanswered: number;
  /** Who has the floor. */
  readonly speech: SpeechView | undefined;
  /** How many wait to speak, and how many of them asked for it themselves. */
  readonly queued: number;
  readonly asking: number;
  readonly help: HelpRecord | undefined;
}

interface Hall {
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonView[];
  readonly questions: readonly QuestionView[];
  readonly helps: readonly HelpRecord[];
  readonly speeches: readonly SpeechView[];
  readonly here: ReadonlySet<string>;
}

/** Whether somebody should be here: neither on leave, nor gone before the end, nor off the roster. */
function isExpected({ removed, excused, leftAt }: PersonView): boolean {
  return removed !== true && excused !== true && (leftAt ?? null) === null;
}

/** Of `people` those who should be here and are not, by 排序号. */
export function missingOf(people: readonly PersonView[], here: ReadonlySet<string>): readonly PersonView[] {
  return people
    .filter((person) => isExpected(person) && !here.has(person.personId))
    .sort((one, other) => one.order - other.order);
}

/** All rooms: those that call first, the longest first; then the plenary, then the others in their order. */
export function wallRooms({ rooms, people, questions, helps, speeches, here }: Hall): readonly WallRoom[] {
  const helpOf = new Map(helps.map((help) => [help.roomId, help]));
  const listed = people.filter(({ removed }) => removed !== true);
  const byRoom = grouped(listed, ({ roomId }) => roomId ?? "");
  const asked = grouped(questions, ({ roomId }) => roomId);
  const floors = grouped(speeches, ({ roomId }) => roomId);
  return rooms
    .map((room): WallRoom => {
      const inside = room.roomKind === "plenary" ? listed : (byRoom.get(room.roomId) ?? []);
      const missing = missingOf(inside, here);
      const present = inside.filter(({ personId }) => here.has(personId)).length;
      const own = asked.get(room.roomId) ?? [];
      const floor = floors.get(room.roomId) ?? [];
      const waiting = floor.filter(({ status }) => status === "waiting");
      return {
        id: room.id,
        room,
        members: present + missing.length,
        here: present,
        missing,
        leader: byRoom.get(room.roomId)?.find(({ duties }) => duties.includes("leader")),
        pending: own.filter((question) => question.status === "pending" && !question.held).length,
        unanswered: own.filter(({ status }) => UNANSWERED.has(status)).length,
        speech: floor.find(hasFloor),
        queued: waiting.length,
        asking: waiting.filter((speech) => speech.asked).length,
        help: helpOf.get(room.roomId),
      };
    })
    .sort(byUrgency);
}

const UNANSWERED: ReadonlySet<QuestionView["status"]> = new Set(["public", "routed", "accepted"]);

function byUrgency(one: WallRoom, other: WallRoom): number {
  const calls =
    (one.help?.calledAt ?? Number.POSITIVE_INFINITY) - (other.help?.calledAt ?? Number.POSITIVE_INFINITY);
  if (!Number.isNaN(calls) && calls !== 0) return calls;
  const [first, second] = [one.room, other.room];
  if (first.roomKind !== second.roomKind) return first.roomKind === "plenary" ? -1 : 1;
  return first.order - second.order;
}

/** Gives again what it gave for a room in which nothing is otherwise, so that of thirty cards only the changed are drawn. */
export function roomKeeper(): (rooms: readonly WallRoom[]) => readonly WallRoom[] {
  let kept = new Map<string, WallRoom>();
  return (rooms) => {
    const given = rooms.map((room) => {
      const before = kept.get(room.id);
      return before !== undefined && isSame(before, room) ? before : room;
    });
    kept = new Map(given.map((room) => [room.id, room]));
    return given;
  };
}

function isSame({ missing, ...one }: WallRoom, { missing: others, ...other }: WallRoom): boolean {
  return (
    missing.length === others.length &&
    missing.every((person, at) => person === others[at]) &&
    Object.entries(one).every(([field, value]) => other[field as keyof typeof other] === value)
  );
}
