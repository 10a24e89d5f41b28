import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFaultyDisk } from "../support/storage/faulty-disk.ts";
import { waitUntil } from "../support/wait-until.ts";
import { bareCrowd, type Crowd, ourCrowd, type Work } from "./crowd.ts";
import { delay } from "./delay.ts";
import { processCpuMs } from "./process-cpu.ts";
import { type BenchReport, median, percentile, rounded, times } from "./report.ts";

const PAIRS = 7;
const SLOW_DISK_MS = 20;
/** The server's monitor tells the time between its ticks, so on an idle loop it reads this. */
const MONITOR_TICK_MS = 10;
const ROOM_CHANGE = '["session:changes",{"lane":"room:';
const MOST_TOGETHER = 400;
const LOADS: readonly { name: string; work: Work; perSecond: number; seconds: number; aim: number }[] = [
  { name: "10 questions/s", work: "questions", perSecond: 10, seconds: 6, aim: 1.15 },
  { name: "50 questions/s", work: "questions", perSecond: 50, seconds: 4, aim: 0.7 },
  { name: "200 supports/s", work: "supports", perSecond: 200, seconds: 2, aim: 0.25 },
];

interface Measured {
  /** Server CPU per command and client: what one delivered change costs, microseconds. */
  readonly cpuPerChangeUs: number;
  readonly ackMs: number[];
  /** From the sending of a command to its arrival at the last of the crowd, milliseconds. */
  readonly allMs: number[];
}

/** Delivery to a crowd of a thousand beside a bare broadcast, and to 300 people in 30 rooms. */
export async function fanout(): Promise<BenchReport> {
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const load of LOADS) {
    const pairs = await pairsOf(load);
    const ratio = rounded(median(pairs.map(({ ours, bare }) => ours.cpuPerChangeUs / bare.cpuPerChangeUs)));
    const floor = rounded(
      median(pairs.map(({ bare, bareAgain }) => bareAgain.cpuPerChangeUs / bare.cpuPerChangeUs)),
    );
    const all = pairs.flatMap(({ ours }) => ours.allMs);
    const acks = pairs.flatMap(({ ours }) => ours.ackMs);
    rows.push([
      `1,000 clients, ${load.name}`,
      rounded(median(pairs.map(({ ours }) => ours.cpuPerChangeUs))),
      rounded(median(pairs.map(({ bare }) => bare.cpuPerChangeUs))),
      ratio,
      load.aim,
      floor,
      times(acks),
      times(all),
    ]);
    figures[`ratio, ${load.name}`] = ratio;
    figures[`delivery p99 ms, ${load.name}`] = rounded(percentile(all, 99));
  }
  const rooms = await ourCrowd(300, 30, "questions");
  const inRooms = await measure(rooms, 10, 10, 10);
  await rooms.close();
  rows.push([
    "300 people in 30 rooms, 10 questions/s",
    rounded(inRooms.cpuPerChangeUs),
    "–",
    "–",
    "–",
    "–",
    times(inRooms.ackMs),
    times(inRooms.allMs),
  ]);
  const lagMs = await loopLagOnSlowDisk();
  rows.push([
    `loop delay p99 with ${SLOW_DISK_MS} ms added to every fsync`,
    "–",
    "–",
    rounded(lagMs),
    5,
    "–",
    "–",
    "–",
  ]);
  figures["loop delay p99 ms on a slow disk"] = rounded(lagMs);
  return {
    title: `Fan-out: server CPU per delivered change in microseconds, medians of ${PAIRS} pairs`,
    columns: ["load", "ours", "bare", "ratio", "aim", "bare : bare", "ack p50 / p99 ms", "all p50 / p99 ms"],
    rows,
    figures,
  };
}

async function pairsOf({ work, perSecond, seconds }: (typeof LOADS)[number]) {
  const ours = await ourCrowd(1000, 0, work);
  const bare = await bareCrowd(1000);
  const pairs: { ours: Measured; bare: Measured; bareAgain: Measured }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    pairs.push({
      ours: await measure(ours, perSecond, seconds, 1000),
      bare: await measure(bare, perSecond, seconds, 1000),
      bareAgain: await measure(bare, perSecond, seconds, 1000),
    });
  }
  await ours.close();
  await bare.close();
  return pairs;
}

/** Sends at an even pace and waits until the whole audience has heard of every command. */
async function measure(
  crowd: Crowd,
  perSecond: number,
  seconds: number,
  audience: number,
): Promise<Measured> {
  const commands = perSecond * seconds;
  const heard = new Hearing(crowd, audience);
  const sent: { at: number; rev: number }[] = [];
  const ackMs: number[] = [];
  const acks: Promise<void>[] = [];
  const cpuBefore = processCpuMs(crowd.pid);
  const start = performance.now();
  for (let made = 0; made < commands; made += 1) {
    await delay(Math.max(0, start + (made * 1000) / perSecond - performance.now()));
    const at = performance.now();
    const acknowledged = crowd.send().then((rev) => {
      ackMs.push(performance.now() - at);
      sent.push({ at, rev });
    });
    acks.push(acknowledged);
  }
  await Promise.all(acks);
  const allMs: number[] = [];
  for (const { at, rev } of sent) allMs.push((await heard.reachedAll(rev)) - at);
  const cpuMs = processCpuMs(crowd.pid) - cpuBefore;
  return { cpuPerChangeUs: (cpuMs * 1000) / (commands * audience), ackMs, allMs };
}

/** Counts how many of the audience a change has reached, without parsing what a thousand clients get. */
class Hearing {
  private readonly counts = new Map<number, number>();
  private readonly reached = new Map<number, number>();
  private readonly audience: number;

  constructor(crowd: Crowd, audience: number) {
    this.audience = audience;
    for (const client of crowd.clients) {
      client.onEvent = (text) => this.hear(text);
    }
  }

  /** When the change that holds `rev` had reached everybody. */
  async reachedAll(rev: number): Promise<number> {
    return waitUntil(
      () => {
        // Changes that came together end at one rev, a few above the one looked for.
        for (let to = rev; to < rev + MOST_TOGETHER; to += 1) {
          const at = this.reached.get(to);
          if (at !== undefined) return at;
        }
        return false;
      },
      { deadlineMs: 60_000, what: `rev ${rev} to reach everybody` },
    );
  }

  private hear(text: string): void {
    if (!text.startsWith(ROOM_CHANGE)) return;
    const to = Number(/"to":(\d+)/.exec(text.slice(0, 160))?.[1]);
    const count = (this.counts.get(to) ?? 0) + 1;
    this.counts.set(to, count);
    if (count === this.audience) this.reached.set(to, performance.now());
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
    await measure(crowd, 20, 10, 10);
    const metrics = await (await fetch(`${crowd.url}/metrics`)).text();
    return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(metrics)?.[1]) * 1000 - MONITOR_TICK_MS;
  } finally {
    await crowd.close();
    disk.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
