import type { SpeechStatus } from "./records.ts";

interface InState {
  readonly status: SpeechStatus;
}

/** Whether somebody has the floor, with the clock running or held. */
export function hasFloor<S extends InState>(
  speech: S,
): speech is Extract<S, { status: "speaking" | "paused" }> {
  return speech.status === "speaking" || speech.status === "paused";
}

/** Whether it is still to come or under way: nobody is twice in a room's queue. */
export function isOpen(speech: InState): boolean {
  return speech.status === "waiting" || hasFloor(speech);
}

/** Whether it was heard, in part or as a whole. */
export function isBegun<S extends InState>(
  speech: S,
): speech is Extract<S, { status: "speaking" | "paused" | "over" }> {
  return hasFloor(speech) || speech.status === "over";
}

/** A speech as far as its place in the queue goes. */
interface Queued {
  readonly order: number;
  readonly speechId: string;
}

/** By the place in the queue; the id decides between equals. */
export function byPlace(one: Queued, other: Queued): number {
  return one.order - other.order || (one.speechId < other.speechId ? -1 : 1);
}

/** As they were heard: by when the floor was given. */
export function bySpeaking(
  one: { readonly startedAt: number } & Queued,
  other: { readonly startedAt: number } & Queued,
): number {
  return one.startedAt - other.startedAt || byPlace(one, other);
}
