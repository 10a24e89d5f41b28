import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostRegistry } from "../../server/host/host-registry.ts";
import type { SessionHost } from "../../server/host/session-host.ts";
import { castOf, nextAct, openingActs } from "../../server/rehearsal/robots/next-act.ts";
import type { RobotAct } from "../../server/rehearsal/robots/scene.ts";
import { openSqliteStorage } from "../../server/storage/sqlite/open-sqlite-storage.ts";
import { Draws } from "../../shared/domain/grouping/draws.ts";
import type { CommandOf } from "../../shared/protocol/commands/command.ts";
import { ACTS_A_MINUTE } from "../../shared/protocol/rehearsal.ts";
import { hostsOn } from "../support/host/hosts-on.ts";
import { newId } from "../support/new-id.ts";
import { loopCpuMs } from "./measuring/process-cpu.ts";
import { type BenchReport, percentile, rounded, times } from "./measuring/report.ts";

const ACTS = 600;
const GROUP_OF = 8;
const CLASSES = [64, 300, 1_000] as const;
const AIM_MS = 50;
const ORGANISER = { kind: "organiser" } as const;

type Given = Extract<RobotAct, { kind: "command" }>;

/** What a class of robots costs beside the same commands given barely, one after the other, to a session like it. */
export async function rehearsal(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-rehearsal-"));
  const storage = await openSqliteStorage({ directory });
  const hosts = hostsOn(storage.journal, {}, { clock: Date.now });
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  try {
    for (const people of CLASSES) {
      const prepared = preparation(people);
      const robots = await robotsIn(await made(hosts, prepared));
      const bare = await given(await made(hosts, prepared), robots.acts);
      const perActMs = robots.cpuMs / robots.acts.length;
      const share = (perActMs * ACTS_A_MINUTE.fast) / 600;
      rows.push([
        people,
        rounded(perActMs),
        rounded(bare / robots.acts.length),
        rounded(robots.cpuMs / bare),
        times(robots.choosingMs),
        rounded(Math.max(...robots.choosingMs), 1),
        `${rounded(share)} %`,
      ]);
      figures[`ratioOf${people}`] = rounded(robots.cpuMs / bare);
      figures[`choosingP99MsOf${people}`] = rounded(percentile(robots.choosingMs, 99), 1);
    }
  } finally {
    await hosts.settled();
    await storage.close();
    rmSync(directory, { recursive: true, force: true });
  }
  return {
    title: `Rehearsal: ${ACTS} acts of robots; aim: no choice holds the loop for ${AIM_MS} ms`,
    columns: [
      "people",
      "CPU of the loop an act, ms",
      "the same command barely, ms",
      "ratio",
      "choosing p50 / p99, ms",
      "longest, ms",
      "of one core at the fastest pace",
    ],
    rows,
    figures,
  };
}

interface Prepared {
  readonly create: CommandOf<"session.create">;
  readonly roster: CommandOf<"roster.import">;
}

function preparation(people: number): Prepared {
  const groups = Math.min(59, Math.ceil(people / GROUP_OF));
  const breakouts = Array.from({ length: groups }, (_, at) => ({
    roomId: newId(),
    name: `group ${at}`,
    kind: "breakout" as const,
  }));
  const rooms = [{ roomId: newId(), name: "plenary", kind: "plenary" as const }, ...breakouts];
  const create: Prepared["create"] = {
    type: "session.create",
    sessionId: newId(),
    title: "rehearsal",
    startsAt: null,
    place: null,
    settings: { moderation: "after", anonymity: "hidden" },
    rooms,
  };
  const roster: Prepared["roster"] = {
    type: "roster.import",
    people: Array.from({ length: people }, (_, at) => ({
      personId: newId(),
      order: at,
      name: `person ${at}`,
      unit: `unit ${at % 40}`,
      post: null,
      side: at % 4 === 3 ? "municipal" : "county",
      duties: at < groups ? ["leader"] : [],
      group: breakouts[at % groups]?.name ?? null,
      seat: null,
    })),
  };
  return { create, roster };
}

/** A session of its own, in which rooms and people have the ids that they have in the other. */
async function made(hosts: HostRegistry, { create, roster }: Prepared): Promise<SessionHost> {
  const sessionId = newId();
  await hosts.create(ORGANISER, { ...create, sessionId });
  const host = await hosts.open(sessionId);
  if (host === null) throw new Error("no session");
  await host.submit(ORGANISER, newId(), roster);
  return host;
}

async function robotsIn(host: SessionHost) {
  const draws = new Draws(host.state.head);
  const cast = new Set(castOf(host.state, draws, null));
  await Promise.all(openingActs(host.state, cast).map((act) => submit(host, act)));
  const acts: Given[] = [];
  const choosingMs: number[] = [];
  const before = loopCpuMs(process.pid);
  while (acts.length < ACTS) {
    const from = performance.now();
    const act = nextAct(host.state, {
      cast,
      draws,
      newId,
      now: Date.now(),
      linesIn: () => Number.POSITIVE_INFINITY,
    });
    choosingMs.push(performance.now() - from);
    if (act?.kind !== "command") continue;
    acts.push(act);
    await submit(host, act);
  }
  return { acts, choosingMs, cpuMs: loopCpuMs(process.pid) - before };
}

/** Processor time of the loop for the same acts, of which nobody had to think. */
async function given(host: SessionHost, acts: readonly Given[]): Promise<number> {
  const draws = new Draws(0);
  const cast = new Set(castOf(host.state, draws, null));
  await Promise.all(openingActs(host.state, cast).map((act) => submit(host, act)));
  const before = loopCpuMs(process.pid);
  for (const act of acts) await submit(host, act);
  return loopCpuMs(process.pid) - before;
}

async function submit(host: SessionHost, act: RobotAct): Promise<void> {
  if (act.kind === "command") await host.submit(act.actor, newId(), act.command);
}
