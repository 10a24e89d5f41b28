import { Draws } from "../../../shared/domain/grouping/draws.ts";
import { makeIdFactory } from "../../../shared/protocol/ids.ts";
import { HostRegistry } from "../../host/host-registry.ts";
import type { Audience } from "../../ports/audience.ts";
import type { Journal } from "../../ports/journal.ts";
import type { Log } from "../../ports/log.ts";
import type { NotesStore } from "../../ports/notes-store.ts";
import { notesOf } from "./evening-notes.ts";
import { eveningScript } from "./evening-script.ts";

export interface SecondEveningParts {
  readonly journal: Journal;
  readonly notes: NotesStore;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

const SEED = 1964;
/** One act after the other; so long ago it began that its last act was a moment ago. */
const STEP_MS = 4_000;

/**
 * Fills a server with the evening of groups, under way in its second round. It is played out by robots, so that it is the same each
 * time, and written by hosts of its own, whose clock is that of the evening: before anybody has asked for a session.
 */
export async function seedSecondEvening(parts: SecondEveningParts): Promise<{ sessionId: string }> {
  const { journal, notes, clock, newId, log } = parts;
  const sessionId = newId();
  const times: number[] = [];
  const scripted = script(sessionId, clock());
  const hosts = new HostRegistry({
    journal,
    audience: NOBODY,
    clock: () => times.shift() ?? clock(),
    newId,
    log,
    commitIntervalMs: 0,
  });
  const [created, ...others] = scripted.filter(({ act }) => act.kind === "command");
  if (created?.act.kind !== "command" || created.act.command.type !== "session.create")
    throw new Error("the second evening does not begin with its session");
  times.push(created.at);
  await hosts.create(created.act.actor, created.act.command);
  const host = await hosts.open(sessionId);
  const replies = others.map(({ act, at }) => {
    if (act.kind !== "command" || host === null) throw new Error("the second evening was not made");
    times.push(at);
    return host.submit(act.actor, newId(), act.command);
  });
  for (const [at, reply] of (await Promise.all(replies)).entries())
    if (!reply.ok) throw new Error(`act ${at} of the second evening was refused: ${reply.error.code}`);
  await hosts.settled();
  hosts.stopAlarms();
  await notes.append(notesOf(scripted, sessionId, new Draws(SEED)));
  return { sessionId };
}

/** The evening so that it ends at `now`: how long it takes is known once it was played. */
function script(sessionId: string, now: number) {
  const beginning = (from: number) => {
    const draws = new Draws(SEED);
    const newId = makeIdFactory((bytes) => {
      for (const at of bytes.keys()) bytes[at] = draws.below(256);
      return bytes;
    });
    let last = from;
    const clock = () => {
      last += STEP_MS;
      return last;
    };
    return { played: eveningScript({ sessionId, startsAt: from, newId, clock }), last: () => last };
  };
  const tried = beginning(0);
  // Timers count whole seconds: from a whole one on they count alike.
  const from = Math.floor((now - tried.last()) / 1_000) * 1_000;
  return beginning(from).played;
}

/** Nobody looks on while it is written. */
const NOBODY: Audience = {
  stored: () => undefined,
  reset: () => undefined,
  changes: () => undefined,
  signOut: async () => undefined,
  notesAccessChanged: () => undefined,
};
