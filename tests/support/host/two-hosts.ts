import { LaneStore } from "../../../client/sync/lane-store.ts";
import type { HostRegistry } from "../../../server/host/host-registry.ts";
import type { SessionHost } from "../../../server/host/session-host.ts";
import type { Storage } from "../../../server/ports/storage.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { viewerLanes } from "../../../shared/domain/lanes.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Lane, LaneChanges } from "../../../shared/protocol/lanes.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { ROLES } from "../sample/cast.ts";
import { randomMove } from "../sample/random-commands.ts";
import { randomSetUpMove } from "../sample/random-set-up.ts";
import { actor, CREATE, OPENING } from "../sample/sample-session.ts";
import { Seeded } from "../sample/seeded.ts";
import { hostsOn } from "./hosts-on.ts";
import { shownContent, sortedJson } from "./shown-views.ts";

const MOVES = 40;
const AT_ONCE_MAX = 6;

interface Sent {
  readonly actor: Actor;
  readonly commandId: string;
  readonly command: Command;
  readonly reply: CommandReply;
}

/** Somebody who follows one of the hosts, as the product's own client does. */
class Viewer {
  readonly who: Actor;
  readonly #node: Node;
  #store = new LaneStore();
  /** Those it stood in when it joined last; none after a reset, until it has joined again. */
  #lanes: readonly Lane[] = [];

  constructor(who: Actor, node: Node) {
    this.who = who;
    this.#node = node;
  }

  take(changes: LaneChanges): void {
    if (!this.#lanes.includes(changes.lane)) return;
    if (changes.from === null) this.#node.wrong(`the whole of ${changes.lane} was told`);
    if (this.#store.apply(changes) === "gap") this.#node.wrong(`a gap in ${changes.lane}`);
  }

  reset(): void {
    this.#lanes = [];
  }

  /** Joins where it has not; what it holds is never told from the beginning. */
  join(): void {
    if (this.#lanes.length > 0) return;
    const { host } = this.#node;
    const have = this.#store.have();
    const told = host.lanesSince({ actor: this.who, follows: [] }, have);
    for (const { lane, from } of told)
      if (have[lane] !== undefined && from === null) this.#node.wrong(`the whole of ${lane} to who held it`);
    if (!this.#store.join(told)) this.#node.wrong("a gap in a join");
    this.#lanes = viewerLanes(this.who, host.state, []);
  }

  shown(): string[] {
    return shownContent(this.#store);
  }
}

/** One of the nodes: a host of the session, and those who follow it. */
class Node {
  readonly name: string;
  readonly wrongs: string[] = [];
  readonly hosts: HostRegistry;
  viewers: readonly Viewer[] = [];
  readonly #sessionId: string;
  #host: SessionHost | null = null;
  #before: SessionState | null = null;
  #hostId = "";

  constructor(name: string, { journal }: Storage, sessionId: string, clock: () => number) {
    this.name = name;
    this.#sessionId = sessionId;
    const told = {
      reset: (_sessionId: string, who: readonly string[] | "everyone") => this.#reset(who),
      changes: (_sessionId: string, all: readonly LaneChanges[]) => {
        for (const viewer of this.viewers) for (const changes of all) viewer.take(changes);
        this.#before = this.host.state;
      },
    };
    const log = (message: string, details: object) => this.wrong(`${message} ${JSON.stringify(details)}`);
    this.hosts = hostsOn(journal, told, { clock, log });
  }

  get host(): SessionHost {
    if (this.#host === null) throw new Error("the session is not open");
    return this.#host;
  }

  async open(viewers: readonly Actor[]): Promise<void> {
    this.#host = await this.hosts.open(this.#sessionId);
    this.#before = this.host.state;
    this.#hostId = this.host.hostId;
    this.viewers = viewers.map((who) => new Viewer(who, this));
    this.join();
  }

  join(): void {
    if (this.host.hostId !== this.#hostId) this.wrong("the host began another life");
    for (const viewer of this.viewers) viewer.join();
  }

  wrong(what: string): void {
    this.wrongs.push(`${this.name}: ${what}`);
  }

  #reset(who: readonly string[] | "everyone"): void {
    if (who === "everyone") {
      this.wrong("everybody was reset");
      return;
    }
    for (const personId of who) {
      if (standing(this.#before, personId) === standing(this.host.state, personId))
        this.wrong(`${personId} was reset, whose rights are the same`);
    }
    for (const viewer of this.viewers)
      if (viewer.who.kind === "person" && who.includes(viewer.who.personId)) viewer.reset();
  }
}

function standing(state: SessionState | null, personId: string): string {
  const person = state?.find("person", `person:${personId}`);
  return sortedJson([person?.side, person?.unit, person?.roomId, person?.removed, person?.duties]);
}

function recordsOf(records: Iterable<AnyRecord>): string {
  return sortedJson([...records].sort((one, other) => (one.id < other.id ? -1 : 1)));
}

/**
 * An evening of a seed on two hosts that share a store, both of which take commands, often at the same moment and on a state that
 * the other has moved on. Gives what is wrong: where hosts, viewers and disk do not agree at the end, a repeat that is answered
 * otherwise on the other host, lanes told whole, resets that no rights ask for.
 */
export async function playTwoHosts(seed: number, storage: Storage): Promise<string[]> {
  const random = new Seeded(seed);
  let time = 1_000_000;
  const clock = () => (time += 1);
  const sessionId = random.id();
  const [one, other] = [
    new Node("one", storage, sessionId, clock),
    new Node("other", storage, sessionId, clock),
  ] as const;
  const nodes = [one, other];
  await hostsOn(storage.journal).create({ kind: "organiser" }, { ...CREATE, sessionId });
  const opening = await hostsOn(storage.journal).open(sessionId);
  for (const move of OPENING.slice(1)) await opening?.submit(move.actor, random.id(), move.command);
  const viewers: Actor[] = [...ROLES.map((role) => actor(role)), { kind: "organiser" }, { kind: "stage" }];
  for (const node of nodes) await node.open(viewers);

  const wrongs: string[] = [];
  const accepted: Sent[] = [];
  for (let turn = 0; turn < MOVES; turn += 1) {
    const moves = Array.from({ length: 1 + random.below(AT_ONCE_MAX) }, (_, index) => {
      const { host } = random.pick(nodes);
      const make = random.chance(0.15) ? randomSetUpMove : randomMove;
      const { actor: by, command } = make(random, host.state, (kind) => `${kind} ${turn}.${index}`);
      return { host, actor: by, commandId: random.id(), command };
    });
    const replies = await Promise.all(
      moves.map(async ({ host, ...sent }) => ({
        ...sent,
        reply: await host.submit(sent.actor, sent.commandId, sent.command),
      })),
    );
    const rows = await storage.journal.rows(sessionId, 0, 10_000);
    const stored = new Set(rows.map(({ commandId }) => commandId));
    accepted.push(...replies.filter(({ commandId }) => stored.has(commandId)));
    if (accepted.length > 0 && random.chance(0.5)) {
      const again = random.pick(accepted);
      const reply = await random.pick(nodes).host.submit(again.actor, again.commandId, again.command);
      if (sortedJson(reply) !== sortedJson(again.reply))
        wrongs.push(`a repeat of ${again.command.type} is answered ${sortedJson(reply)}`);
    }
    if (random.chance(0.3)) {
      const [from, to] = random.chance(0.5) ? [one, other] : [other, one];
      await to.hosts.catchUp(sessionId, from.host.state.head);
    }
    for (const node of nodes) node.join();
  }
  const head = Math.max(...nodes.map(({ host }) => host.state.head));
  for (const { hosts } of nodes) await hosts.catchUp(sessionId, head);
  for (const node of nodes) node.join();

  const stored = await hostsOn(storage.journal).open(sessionId);
  if (stored === null) throw new Error("the session is gone");
  const fresh = new Node("stored", storage, sessionId, clock);
  await fresh.open(viewers);
  for (const node of nodes) {
    const { host } = node;
    if (host.state.head !== stored.state.head || host.headHash !== stored.headHash)
      node.wrong(`stands at ${host.state.head}, the journal at ${stored.state.head}`);
    if (recordsOf(host.state.everything()) !== recordsOf(stored.state.everything()))
      node.wrong("its records are not those that are stored");
    for (const [index, viewer] of node.viewers.entries()) {
      if (sortedJson(viewer.shown()) !== sortedJson(fresh.viewers[index]?.shown()))
        node.wrong(`${JSON.stringify(viewer.who)} sees something else than who comes now`);
    }
  }
  return [...wrongs, ...nodes.flatMap((node) => node.wrongs)].map((wrong) => `seed ${seed}: ${wrong}`);
}
