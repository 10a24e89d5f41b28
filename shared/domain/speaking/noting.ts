import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { personRecordId } from "../people/records.ts";
import { personOf } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type PointRecord, pointRecordId } from "./records.ts";
import { findSpeech, pointsOf } from "./speeches.ts";

/** Of two who write at once the second is told what the first wrote. */
export function noteGist(
  { speechId, gist, was }: CommandOf<"speech.note">,
  { state }: Acting,
): Result<Patch[]> {
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  if (found.value.gist === gist) return done([]);
  if (was !== undefined && found.value.gist !== was) return refuse("gist_changed");
  return done([set(found.value, { gist })]);
}

export function addPoint(
  { pointId, speechId, text, tag }: CommandOf<"point.add">,
  { state }: Acting,
): Result<Patch[]> {
  const id = pointRecordId(pointId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  const found = findSpeech(speechId, state);
  if (!found.ok) return found;
  const { roomId, personId } = found.value;
  const others = [...pointsOf(speechId, state)];
  if (others.length >= LIMITS.pointsPerSpeechMax) return refuse("too_many_points");
  const order = others.reduce((highest, other) => Math.max(highest, other.order), 0) + 1;
  const fields = { pointId, speechId, roomId, personId, order, text, tag, wanters: [], removed: false };
  return done([put("point", id, fields)]);
}

export function editPoint(
  { pointId, text, tag }: CommandOf<"point.edit">,
  { state }: Acting,
): Result<Patch[]> {
  const found = findPoint(pointId, state);
  if (!found.ok) return found;
  const point = found.value;
  if (point.removed) return refuse("point_unknown");
  return done(point.text === text && point.tag === tag ? [] : [set(point, { text, tag })]);
}

export function removePoint({ pointId, on }: CommandOf<"point.remove">, { state }: Acting): Result<Patch[]> {
  const found = findPoint(pointId, state);
  if (!found.ok) return found;
  return done(found.value.removed === on ? [] : [set(found.value, { removed: on })]);
}

/** 我们想学. Whoever of the unit says it says it for all of them, and any of them takes it back. */
export function wantPoint(
  { pointId, on }: CommandOf<"point.want">,
  { state, actor }: Acting,
): Result<Patch[]> {
  const found = findPoint(pointId, state);
  if (!found.ok) return found;
  const point = found.value;
  if (point.removed) return refuse("point_unknown");
  const person = personOf(actor, state);
  if (person === undefined) return refuse("person_unknown");
  const unitOf = (id: string) => state.find("person", personRecordId(id))?.unit;
  if (unitOf(point.personId) === person.unit) return refuse("own_point");
  const others = point.wanters.filter((id) => unitOf(id) !== person.unit);
  if (others.length < point.wanters.length === on) return done([]);
  if (on && others.length >= LIMITS.wantingUnitsMax) return refuse("too_many_entries");
  return done([set(point, { wanters: on ? [...others, person.personId] : others })]);
}

function findPoint(pointId: string, state: SessionState): Result<PointRecord> {
  const point = state.find("point", pointRecordId(pointId));
  return point === undefined ? refuse("point_unknown") : done(point);
}
