import type { SessionHost } from "../../../server/host/session-host.ts";
import type { JournalRow } from "../../../server/ports/journal.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import type { Command, CommandType } from "../../../shared/protocol/commands/command.ts";
import type { RosterPerson } from "../../../shared/protocol/commands/people.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { newId } from "../new-id.ts";
import { startServer, type TestServer } from "../process/start-server.ts";
import { createSession, enterPin, putRoster, signIn } from "./api.ts";
import { Follower } from "./follower.ts";

/** So many people of one unit who want the same. */
interface Side {
  readonly people: number;
  readonly unit: string;
  readonly side: RosterPerson["side"];
  readonly duties?: readonly RosterPerson["duties"][number][];
}

export interface Contender {
  readonly personId: string;
  readonly actor: Actor;
  readonly follower: Follower;
}

export interface Contest<K extends string> {
  readonly server: TestServer;
  readonly sessionId: string;
  readonly host: SessionHost;
  readonly plenary: string;
  /** Everybody has entered a PIN of its own and joined over a socket of its own. */
  readonly contenders: Readonly<Record<K, readonly Contender[]>>;
}

/** A session in whose plenary everybody of `sides` stands ready; what is asked there is public at once. */
export async function openContest<K extends string>(sides: Readonly<Record<K, Side>>): Promise<Contest<K>> {
  const server = await startServer();
  const { url } = server;
  const organiser = await signIn(url);
  const { sessionId, rooms } = await createSession(url, organiser, {
    rooms: [{ name: "大会", kind: "plenary" }],
    settings: { moderation: "after" },
  });
  const names = Object.keys(sides) as K[];
  const rosters = names.map((name) => {
    const { people, duties = [], ...rest } = sides[name];
    return Array.from({ length: people }, (_, index) => ({
      name: `${name}${index}`,
      duties: [...duties],
      ...rest,
    }));
  });
  const seats = await putRoster(url, organiser, sessionId, rosters.flat());
  const enter = async (name: string): Promise<Contender> => {
    const seat = seats.find((one) => one.name === name);
    if (seat === undefined) throw new Error(`no seat for ${name}`);
    const follower = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    const reply = await follower.join();
    if (!reply.ok) throw new Error(`not joined: ${reply.error.code}`);
    const { personId } = seat;
    return { personId, actor: { kind: "person", personId }, follower };
  };
  const entered = await Promise.all(
    rosters.map((people) => Promise.all(people.map(({ name }) => enter(name)))),
  );
  const contenders = {} as Record<K, readonly Contender[]>;
  for (const [index, name] of names.entries()) contenders[name] = entered[index] ?? [];
  const host = await server.app.hosts.open(sessionId);
  if (host === null) throw new Error("no host");
  return { server, sessionId, host, plenary: rooms[0]?.roomId ?? "", contenders };
}

/** Carries out what has to be there before; each of it must be accepted. */
export async function given(
  { host }: Contest<string>,
  moves: readonly (readonly [Actor, Command])[],
): Promise<void> {
  for (const [actor, command] of moves) {
    const reply = await host.submit(actor, newId(), command);
    if (!reply.ok) throw new Error(`${command.type}: ${reply.error.code}`);
  }
}

export interface Outcome {
  readonly who: Contender;
  readonly reply: CommandReply;
}

/** Everything is on its way before any of it can be answered. */
export function atOnce(moves: readonly (readonly [Contender, Command])[]): Promise<Outcome[]> {
  return Promise.all(moves.map(async ([who, command]) => ({ who, reply: await who.follower.send(command) })));
}

/** Who alone was told `ok`, and under which rev. */
export function winnerOf(outcomes: readonly Outcome[]): { personId: string; rev: number } {
  const won = outcomes.flatMap(({ who: { personId }, reply }) =>
    reply.ok ? [{ personId, rev: reply.rev }] : [],
  );
  const [winner] = won;
  if (winner === undefined || won.length > 1) throw new Error(`${won.length} winners`);
  return winner;
}

/** How often each answer was given: `ok`, or the code and what it says beside. */
export function answers(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reply } of outcomes) {
    const said = reply.ok ? "ok" : [reply.error.code, ...Object.values(reply.error.details ?? {})].join(" ");
    counts[said] = (counts[said] ?? 0) + 1;
  }
  return counts;
}

/** The journal's rows of `type`. */
export async function rowsOf(contest: Contest<string>, type: CommandType): Promise<JournalRow[]> {
  const rows = await allRows(contest);
  return rows.filter(({ command }) => (JSON.parse(command) as Command).type === type);
}

/** The whole journal, in order. */
export function allRows({ server, sessionId }: Contest<string>): Promise<JournalRow[]> {
  return server.storage.journal.rows(sessionId, 0, 100_000);
}
