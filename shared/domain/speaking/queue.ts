import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import { byOrder } from "../people/by-order.ts";
import { type PersonRecord, personRecordId } from "../people/records.ts";
import { isAnsweringSide, isInRoom, personOf } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { type SpeechRecord, speechRecordId } from "./records.ts";
import { byPlace, isBegun, isOpen } from "./speech-state.ts";
import {
  findOpenRoom,
  findSpeech,
  isStillHere,
  pointsOf,
  sharedFields,
  speechesOf,
  withdrawSpeech,
} from "./speeches.ts";

/** 请求发言. Who is in the queue already, called by 排序号, is marked as asking. */
export function requestSpeech(
  { speechId, roomId }: CommandOf<"speech.request">,
  acting: Acting,
): Result<Patch[]> {
  const { state, actor } = acting;
  const room = findOpenRoom(roomId, acting);
  if (!room.ok) return room;
  const person = personOf(actor, state);
  if (person === undefined) return refuse("person_unknown");
  const open = openSpeech(person.personId, roomId, state);
  if (open !== undefined) {
    return done(open.status === "waiting" && !open.asked ? [set(open, { asked: true })] : []);
  }
  return enqueue([{ speechId, person }], { roomId, asked: true }, state);
}

export function addSpeech(
  { speechId, roomId, personId }: CommandOf<"speech.add">,
  acting: Acting,
): Result<Patch[]> {
  const { state } = acting;
  const room = findOpenRoom(roomId, acting);
  if (!room.ok) return room;
  const person = state.find("person", personRecordId(personId));
  if (person === undefined || !isStillHere(person)) return refuse("person_unknown");
  if (!isInRoom(person, roomId, state)) return refuse("person_elsewhere");
  if (openSpeech(personId, roomId, state) !== undefined) return refuse("speech_queued");
  return enqueue([{ speechId, person }], { roomId, asked: false }, state);
}

/** By 排序号: those the discussion is for who are here, and have neither spoken in the room nor wait to. */
export function fillQueue({ roomId, speechIds }: CommandOf<"speech.fill">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const room = findOpenRoom(roomId, acting);
  if (!room.ok) return room;
  const heard = new Set<string>();
  for (const speech of speechesOf(roomRecordId(roomId), state)) {
    if (speech.status !== "withdrawn") heard.add(speech.personId);
  }
  const people = [...state.all("person")]
    .filter((person) => person.arrivedAt !== null && isStillHere(person) && isAnsweringSide(person.side))
    .filter((person) => isInRoom(person, roomId, state) && !heard.has(person.personId))
    .sort(byOrder);
  const free = LIMITS.speechQueueMax - waitingIn(roomId, state).length;
  const entries = speechIds.slice(0, Math.max(0, free)).flatMap((speechId, at) => {
    const person = people[at];
    return person === undefined ? [] : [{ speechId, person }];
  });
  return enqueue(entries, { roomId, asked: false }, state);
}

/** Those named that still wait come first, as they are named; the others keep their order after them. */
export function orderQueue(
  { roomId, speechIds }: CommandOf<"speech.order">,
  { state }: Acting,
): Result<Patch[]> {
  if (state.get(roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const waiting = waitingIn(roomId, state);
  const byId = new Map(waiting.map((speech) => [speech.speechId, speech]));
  const named = [...new Set(speechIds)].flatMap((id) => byId.get(id) ?? []);
  const ordered = [...named, ...waiting.filter((speech) => !named.includes(speech))];
  // The places stay as they are; who takes which changes.
  const places = waiting.map(({ order }) => order).sort((one, other) => one - other);
  return done(
    ordered.flatMap((speech, at) => {
      const order = places[at] ?? speech.order;
      return order === speech.order ? [] : [set(speech, { order })];
    }),
  );
}

export function withdraw({ speechId }: CommandOf<"speech.withdraw">, { state }: Acting): Result<Patch[]> {
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  if (isBegun(found.value)) return refuse("speech_not_queued");
  return done(withdrawSpeech(found.value));
}

export function requeue({ speechId }: CommandOf<"speech.requeue">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  const speech = found.value;
  if (speech.status === "waiting") return done([]);
  const room = findOpenRoom(speech.roomId, acting);
  if (!room.ok) return room;
  const person = state.find("person", personRecordId(speech.personId));
  if (person === undefined || !isStillHere(person)) return refuse("person_unknown");
  if (!isInRoom(person, speech.roomId, state)) return refuse("person_elsewhere");
  const open = openSpeech(speech.personId, speech.roomId, state);
  if (open !== undefined && open.id !== speech.id) return refuse("speech_queued");
  if (waitingIn(speech.roomId, state).length >= LIMITS.speechQueueMax) return refuse("too_many_speeches");
  return done([put("speech", speech.id, { ...sharedFields(speech), status: "waiting" })]);
}

interface Entry {
  readonly speechId: string;
  readonly person: PersonRecord;
}

/** At the end of the queue, in the order given. What somebody withdrew before and nobody noted anything of goes. */
function enqueue(
  entries: readonly Entry[],
  { roomId, asked }: { readonly roomId: string; readonly asked: boolean },
  state: SessionState,
): Result<Patch[]> {
  const speeches = [...speechesOf(roomRecordId(roomId), state)];
  const waiting = speeches.filter(({ status }) => status === "waiting");
  if (waiting.length + entries.length > LIMITS.speechQueueMax) return refuse("too_many_speeches");
  if (new Set(entries.map(({ speechId }) => speechId)).size < entries.length) return refuse("id_taken");
  if (entries.some(({ speechId }) => state.get(speechRecordId(speechId)) !== undefined))
    return refuse("id_taken");
  const last = speeches.reduce((highest, { order }) => Math.max(highest, order), 0);
  const people = new Set(entries.map(({ person }) => person.personId));
  const stale = speeches.filter(
    (speech) =>
      speech.status === "withdrawn" &&
      people.has(speech.personId) &&
      speech.gist === null &&
      pointsOf(speech.speechId, state).next().done === true,
  );
  return done([
    ...stale.map(({ id }) => remove(id)),
    ...entries.map(({ speechId, person: { personId } }, at) =>
      put("speech", speechRecordId(speechId), {
        speechId,
        roomId,
        personId,
        order: last + 1 + at,
        asked,
        gist: null,
        status: "waiting",
      }),
    ),
  ]);
}

/** Those who wait in a room, the next first. */
function waitingIn(roomId: string, state: SessionState): SpeechRecord[] {
  return [...speechesOf(roomRecordId(roomId), state)]
    .filter(({ status }) => status === "waiting")
    .sort(byPlace);
}

/** The speech that somebody waits for or gives in a room. */
function openSpeech(personId: string, roomId: string, state: SessionState): SpeechRecord | undefined {
  for (const speech of speechesOf(personRecordId(personId), state)) {
    if (speech.roomId === roomId && isOpen(speech)) return speech;
  }
  return undefined;
}
