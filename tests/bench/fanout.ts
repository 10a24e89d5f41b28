import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightClient } from "../support/sockets/light-client.ts";
import { openFaultyDisk } from "../support/storage/faulty-disk.ts";
import { waitUntil } from "../support/wait-until.ts";
import { bareCrowd, type Crowd, ourCrowd, type Sent, type Work } from "./crowd.ts";
import { delay } from "./measuring/delay.ts";
import { processCpuMs } from "./measuring/process-cpu.ts";
import { type BenchReport, median, percentile, rounded, times } from "./measuring/report.ts";

const PAIRS = 7;
const SLOW_DISK_MS = 20;
/** The server's monitor tells the time between its ticks, so on an idle loop it reads this. */
const MONITOR_TICK_MS = 10;
const CHANGE = /^\["session:changes",\{"lane":"(room:[^"]*)","from":(\d+),"to":(\d+),/;
const LOADS: readonly { name: string; work: Work; perSecond: number; seconds: number; aim: number }[] = [
  { name: "10 questions/s", work: "questions", perSecond: 10, seconds: 6, aim: 0.85 },
  { name: "50 questions/s", work: "questions", perSecond: 50, seconds: 4, aim: 0.7 },
  { name: "200 supports/s", work: "supports", perSecond: 200, seconds: 2, aim: 0.25 },
];

interface Measured {
  /** Server CPU per command and client: what one delivered change costs, microseconds. */
  readonly cpuPerChangeUs: number;
  readonly ackMs: readonly number[];
  /** From the sending of a command to its arrival at the last of the crowd, milliseconds. */
  readonly allMs: readonly number[];
}

interface Round {
  readonly ours: Measured;
  readonly bare: Measured;
  readonly bareAgain: Measured;
}

/** Delivery to a crowd of a thousand beside a bare broadcast, and to 300 people in 30 rooms. */
export async function fanout(): Promise<BenchReport> {
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const load of LOADS) {
    const rounds = await roundsOf(load);
    const cpuOf = (side: keyof Round) => rounds.map((round) => round[side].cpuPerChangeUs);
    const against = (side: keyof Round) =>
      rounded(median(rounds.map((round) => round[side].cpuPerChangeUs / round.bare.cpuPerChangeUs)));
    const acks = (side: keyof Round) => rounds.flatMap((round) => round[side].ackMs);
    const alls = (side: keyof Round) => rounds.flatMap((round) => round[side].allMs);
    rows.push([
      `1,000 clients, ${load.name}`,
      rounded(median(cpuOf("ours"))),
      rounded(median(cpuOf("bare"))),
      against("ours"),
      load.aim,
      against("bareAgain"),
      times(acks("ours")),
      times(acks("bare")),
      times(alls("ours")),
      times(alls("bare")),
    ]);
    figures[`ratio, ${load.name}`] = against("ours");
    figures[`ack p50 ms, ${load.name}`] = rounded(percentile(acks("ours"), 50));
    figures[`delivery p99 ms, ${load.name}`] = rounded(percentile(alls("ours"), 99));
  }
  const rooms = await ourCrowd(300, 30, "questions");
  const inRooms = await measure(rooms, 10, 10);
  await rooms.close();
  rows.push([
    "300 people in 30 rooms, 10 questions/s",
    rounded(inRooms.cpuPerChangeUs),
    ...["–", "–", "–", "–"],
    times(inRooms.ackMs),
    "–",
    times(inRooms.allMs),
    "–",
  ]);
  const lagMs = await loopLagOnSlowDisk();
  rows.push([
    `loop delay p99 with ${SLOW_DISK_MS} ms added to every fsync`,
    ...["–", "–", rounded(lagMs), 5, "–", "–", "–", "–", "–"],
  ]);
  figures["loop delay p99 ms on a slow disk"] = rounded(lagMs);
  return {
    title: `Fan-out: server CPU per delivered change in microseconds, medians of ${PAIRS} rounds, sides in turns`,
    columns: [
      "load",
      "ours",
      "bare",
      "ratio",
      "aim",
      "bare : bare",
      "ack p50 / p99 ms",
      "bare's",
      "all p50 / p99 ms",
      "bare's",
    ],
    rows,
    figures,
  };
}

async function roundsOf({ work, perSecond, seconds }: (typeof LOADS)[number]): Promise<Round[]> {
  const ourOwn = await ourCrowd(1000, 0, work);
  const bareOnes = await bareCrowd(1000);
  const ofUs = () => measure(ourOwn, perSecond, seconds);
  const ofBare = () => measure(bareOnes, perSecond, seconds);
  const rounds: Round[] = [];
  for (let round = 0; round < PAIRS; round += 1) {
    // Who comes first changes, so that neither has the quieter machine.
    const early = round % 2 === 0 ? await ofUs() : null;
    const bare = await ofBare();
    const bareAgain = await ofBare();
    rounds.push({ ours: early ?? (await ofUs()), bare, bareAgain });
  }
  await ourOwn.close();
  await bareOnes.close();
  return rounds;
}

/** Sends at an even pace and waits until all who should have heard of every command. */
async function measure(crowd: Crowd, perSecond: number, seconds: number): Promise<Measured> {
  const commands = perSecond * seconds;
  const hearing = new Hearing(crowd);
  const sent: (Sent & { at: number })[] = [];
  const ackMs: number[] = [];
  const acks: Promise<void>[] = [];
  const cpuBefore = processCpuMs(crowd.pid);
  const start = performance.now();
  for (let made = 0; made < commands; made += 1) {
    await delay(Math.max(0, start + (made * 1000) / perSecond - performance.now()));
    const at = performance.now();
    const acknowledged = crowd.send().then((one) => {
      ackMs.push(performance.now() - at);
      sent.push({ ...one, at });
    });
    acks.push(acknowledged);
  }
  await Promise.all(acks);
  const allMs: number[] = [];
  for (const one of sent) allMs.push((await hearing.reachedAll(one)) - one.at);
  const cpuMs = processCpuMs(crowd.pid) - cpuBefore;
  const deliveries = sent.reduce((sum, { audience }) => sum + audience, 0);
  return { cpuPerChangeUs: (cpuMs * 1000) / deliveries, ackMs, allMs };
}

/** Follows which of the crowd has heard of which rev, without parsing what a thousand clients get. */
class Hearing {
  /** By lane and rev. */
  private readonly heardBy = new Map<string, { readonly clients: Set<LightClient>; lastAt: number }>();

  constructor(crowd: Crowd) {
    for (const client of crowd.clients) {
      client.onEvent = (text) => this.hear(client, text);
    }
  }

  /** When what was sent had reached each of its audience. */
  async reachedAll({ lane, rev, audience }: Sent): Promise<number> {
    return waitUntil(
      () => {
        const heard = this.heardBy.get(`${lane} ${rev}`);
        return heard?.clients.size === audience && heard.lastAt;
      },
      { deadlineMs: 60_000, what: `rev ${rev} to reach everybody` },
    );
  }

  private hear(client: LightClient, text: string): void {
    const [, lane, from, to] = CHANGE.exec(text) ?? [];
    // One message brings all that changed after `from`, up to `to`.
    for (let rev = Number(from) + 1; rev <= Number(to); rev += 1) {
      const heard = this.heardBy.get(`${lane} ${rev}`) ?? { clients: new Set(), lastAt: 0 };
      this.heardBy.set(`${lane} ${rev}`, heard);
      if (heard.clients.has(client)) throw new Error(`rev ${rev} came twice`);
      heard.clients.add(client);
      heard.lastAt = performance.now();
    }
  }
}

/** The loop's delay in the server's own measure, while 300 people ask and every fsync takes longer. */
async function loopLagOnSlowDisk(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-slow-"));
  const disk = await openFaultyDisk(directory, tmpdir());
  disk.delaySyncs(SLOW_DISK_MS);
  const crowd = await ourCrowd(300, 30, "questions", disk.env);
  try {
    // Each reading tells of the time since the one before.
    await fetch(`${crowd.url}/metrics`);
    await measure(crowd, 20, 10);
    const metrics = await (await fetch(`${crowd.url}/metrics`)).text();
    return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(metrics)?.[1]) * 1000 - MONITOR_TICK_MS;
  } finally {
    await crowd.close();
    disk.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
