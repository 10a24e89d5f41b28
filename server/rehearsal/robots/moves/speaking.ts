import { isAnsweringSide } from "../../../../shared/domain/people/standing.ts";
import { leftAt } from "../../../../shared/domain/speaking/clock.ts";
import type { SpeechRecord } from "../../../../shared/domain/speaking/records.ts";
import { hasFloor } from "../../../../shared/domain/speaking/speech-state.ts";
import { EXPERIENCES, GISTS } from "../../words/speeches.ts";
import { act, byId, drawn, leaderOf, type Move, openGroups, playersIn, type Scene } from "../scene.ts";

/** So many wait in a room at once; the rest follows when some have spoken. */
const WAITING_MAX = 5;
const POINTS_A_SPEECH = 2;
/** Nobody is cut off before. */
const SPOKEN_AT_LEAST_MS = 40_000;
const TAGS = ["replicable", "policy", null] as const;

function speechesIn({ state }: Scene, roomId: string): SpeechRecord[] {
  return [...state.all("speech")]
    .filter((speech) => speech.roomId === roomId)
    .sort((one, other) => one.order - other.order || byId(one, other));
}

/** A group in which somebody leads, with that leader and its speeches; null where no group has one. */
function ledGroup(scene: Scene) {
  const led = openGroups(scene).filter(({ roomId }) => leaderOf(scene, roomId) !== undefined);
  const room = drawn(scene.draws, led);
  const leader = room && leaderOf(scene, room.roomId);
  return room === undefined || leader === undefined
    ? null
    : { room, leader, speeches: speechesIn(scene, room.roomId) };
}

/** Somebody of a group asks to speak who has not spoken there. */
export const request: Move = (scene) => {
  const { draws, newId } = scene;
  const room = drawn(draws, openGroups(scene));
  if (room === undefined) return null;
  const { roomId } = room;
  const speeches = speechesIn(scene, roomId);
  if (speeches.filter(({ status }) => status === "waiting").length >= WAITING_MAX) return null;
  const heard = new Set(speeches.map(({ personId }) => personId));
  const person = drawn(
    draws,
    playersIn(scene, roomId).filter(({ side, personId }) => isAnsweringSide(side) && !heard.has(personId)),
  );
  if (person === undefined) return null;
  return act(scene, person, { type: "speech.request", speechId: newId(), roomId });
};

/** A leader gives the floor to the next, where nobody has it. */
export const start: Move = (scene) => {
  const group = ledGroup(scene);
  if (group === null || group.speeches.some(hasFloor)) return null;
  const next = group.speeches.find(({ status }) => status === "waiting");
  if (next === undefined) return null;
  return act(scene, group.leader, { type: "speech.start", speechId: next.speechId });
};

/** A leader writes the gist of whoever speaks, or of whom nobody has written one yet. */
export const note: Move = (scene) => {
  const group = ledGroup(scene);
  const speech = group?.speeches.find((one) => one.gist === null && (hasFloor(one) || one.status === "over"));
  if (group === null || speech === undefined) return null;
  const gist = drawn(scene.draws, GISTS) ?? null;
  return act(scene, group.leader, { type: "speech.note", speechId: speech.speechId, gist });
};

/** A leader notes what others could learn. */
export const point: Move = (scene) => {
  const group = ledGroup(scene);
  const speech = drawn(scene.draws, group?.speeches.filter((one) => one.gist !== null) ?? []);
  if (group === null || speech === undefined) return null;
  const points = [...scene.state.all("point")];
  const own = points.filter(({ speechId }) => speechId === speech.speechId);
  const noted = new Set(points.map(({ text }) => text));
  const text = drawn(
    scene.draws,
    EXPERIENCES.filter((one) => !noted.has(one)),
  );
  if (own.length >= POINTS_A_SPEECH || text === undefined) return null;
  const tag = drawn(scene.draws, TAGS) ?? null;
  const { speechId } = speech;
  return act(scene, group.leader, { type: "point.add", pointId: scene.newId(), speechId, text, tag });
};

/** A leader thanks whoever has spoken long enough. */
export const end: Move = (scene) => {
  const group = ledGroup(scene);
  const speech = group?.speeches.find(hasFloor);
  if (group === null || speech?.status !== "speaking" || speech.gist === null) return null;
  if (scene.now - speech.runningSince < SPOKEN_AT_LEAST_MS) return null;
  return act(scene, group.leader, { type: "speech.end", speechId: speech.speechId });
};

/** A leader thanks whoever's time is up, with a gist or without one yet. */
export const thank: Move = (scene) => {
  for (const { roomId } of openGroups(scene)) {
    const leader = leaderOf(scene, roomId);
    const speech = speechesIn(scene, roomId).find(hasFloor);
    if (leader === undefined || speech === undefined || (leftAt(speech, scene.now) ?? 1) > 0) continue;
    const thanks = act(scene, leader, { type: "speech.end", speechId: speech.speechId });
    if (thanks !== null) return thanks;
  }
  return null;
};

/** 我们想学. */
export const want: Move = (scene) => {
  const { state, draws, players } = scene;
  const point = drawn(draws, [...state.all("point")].filter(({ removed }) => !removed).sort(byId));
  const unitOf = (id: string) => players.find(({ personId }) => personId === id)?.unit;
  const person = drawn(
    draws,
    players.filter(({ side }) => isAnsweringSide(side)),
  );
  if (point === undefined || person === undefined) return null;
  const units = [point.personId, ...point.wanters].map(unitOf);
  if (units.includes(person.unit)) return null;
  return act(scene, person, { type: "point.want", pointId: point.pointId, on: true });
};
