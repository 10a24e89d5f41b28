import { byPlace } from "../../../shared/domain/speaking/speech-state.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Role } from "./cast.ts";
import { judged } from "./judged.ts";
import { actor, namedId, personId, sampleSession } from "./sample-session.ts";

export type By = Role | "organiser";
/** Who does what, and when in milliseconds. */
export type Act = readonly [by: By, command: Command, at?: number];

/** The sample session after these acts, each of which must be accepted. */
export function afterActs(...acts: readonly Act[]): SessionState {
  return go(sampleSession(), ...acts);
}

export function go(from: SessionState, ...acts: readonly Act[]): SessionState {
  return acts.reduce((state, [by, command, now = 1_000]) => {
    const verdict = judged(command, state, { actor: actor(by), now });
    if (!verdict.ok) throw new Error(`${command.type}: ${verdict.refusal.code}`);
    return verdict.value.length === 0 ? state : apply(state, verdict.value, state.head + 1);
  }, from);
}

/** The code it is refused with, or how many records it changes. */
export function said(state: SessionState, [by, command, now = 1_000]: Act): string {
  const verdict = judged(command, state, { actor: actor(by), now });
  return verdict.ok ? `changes ${verdict.value.length}` : verdict.refusal.code;
}

/** Somebody has entered. */
export function arrived(state: SessionState, ...roles: readonly Role[]): SessionState {
  return roles.reduce((before, role) => {
    const command = { type: "person.arrive", personId: personId(role) } as const;
    const verdict = judged(command, before, { actor: { kind: "system" }, now: 500 });
    if (!verdict.ok) throw new Error(verdict.refusal.code);
    return apply(before, verdict.value, before.head + 1);
  }, state);
}

/** Who waits in a room, the next first, by the names of the speeches' ids. */
export function queueOf(state: SessionState, roomId: string): string[] {
  return [...state.all("speech")]
    .filter((speech) => speech.roomId === roomId && speech.status === "waiting")
    .sort(byPlace)
    .map(({ speechId }) => speechId.replace(/-0+$/, ""));
}

export function speechOf(state: SessionState, name: string) {
  const speech = state.find("speech", `speech:${namedId(name)}`);
  if (speech === undefined) throw new Error(`no speech ${name}`);
  return speech;
}
