import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LaneChanges } from "../../shared/protocol/lanes.ts";
import type { LightClient } from "../support/sockets/light-client.ts";
import { openFaultyDisk } from "../support/storage/faulty-disk.ts";
import { waitUntil } from "../support/wait-until.ts";
import { type OurCrowd, ourCrowd } from "./crowd.ts";
import { delay } from "./measuring/delay.ts";
import { processCpuMs } from "./measuring/process-cpu.ts";
import { type BenchReport, percentile, rounded, times } from "./measuring/report.ts";

const CLIENTS = 300;
const COMMANDS = 1000;
const SECONDS = 10;
const BURST = 100;
const CHANGES = '["session:changes",';

/** When each of the commands is sent: so long after the first, or once the one before is acknowledged. */
type Pace = (index: number) => number | "acknowledged";

const LOADS: readonly { name: string; pace: Pace }[] = [
  { name: "one at a time", pace: () => "acknowledged" },
  { name: `in ${SECONDS} s, evenly`, pace: (index) => (index * SECONDS * 1000) / COMMANDS },
  {
    name: `in ${SECONDS} s, ${BURST} at once every second`,
    pace: (index) => Math.floor(index / BURST) * 1000,
  },
];

interface Measured {
  /** Fsyncs of the server's disk. */
  readonly syncs: number;
  readonly cpuMs: number;
  readonly ackMs: readonly number[];
  /** What one of the crowd got. */
  readonly messages: readonly LaneChanges[];
}

/** A storm of supports: what it costs beside the same supports sent one at a time, and what a reader gets of it. */
export async function storm(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-storm-"));
  const disk = await openFaultyDisk(directory, tmpdir());
  const crowd = await ourCrowd(CLIENTS, 0, "supports", disk.env);
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  let floor: Measured | undefined;
  try {
    const supporting = new Supporting(crowd);
    for (const { name, pace } of LOADS) {
      const measured = await measure(supporting, pace, disk.syncs);
      floor ??= measured;
      const { syncs, cpuMs, ackMs, messages } = measured;
      const ratio = rounded(messages.length / floor.messages.length);
      const cpuRatio = rounded(cpuMs / floor.cpuMs);
      rows.push([
        name,
        flushesIn(messages),
        syncs,
        messages.length,
        ratio,
        mostPutsOfOne(messages),
        mostInALane(messages),
        rounded((cpuMs * 1000) / COMMANDS, 0),
        cpuRatio,
        times(ackMs),
      ]);
      figures[`messages, ${name}`] = messages.length;
      figures[`most puts of one question, ${name}`] = mostPutsOfOne(messages);
      figures[`messages a flush and lane, ${name}`] = mostInALane(messages);
      figures[`ack p99 ms, ${name}`] = rounded(percentile(ackMs, 99), 1);
    }
  } finally {
    await crowd.close();
    disk.close();
    rmSync(directory, { recursive: true, force: true });
  }
  return {
    title: `Storm: ${COMMANDS} supports of ${crowd.questionIds.length} questions by ${CLIENTS} clients; aim: a question once in a message, a message a flush and lane`,
    columns: [
      "sent",
      "flushes",
      "fsyncs",
      "messages to a reader",
      "of one at a time",
      "one question in a message",
      "messages a flush and lane",
      "CPU us a command",
      "of one at a time",
      "ack p50 / p99 ms",
    ],
    rows,
    figures,
  };
}

/** Everybody goes through the questions, each beginning at another; one of them is listened to. */
class Supporting {
  readonly crowd: OurCrowd;
  heard: LaneChanges[] = [];
  private readonly voices = new Map<string, number>();
  private readonly reader: LightClient;
  private made = 0;

  constructor(crowd: OurCrowd) {
    this.crowd = crowd;
    const [reader] = crowd.clients;
    if (reader === undefined) throw new Error("an empty crowd");
    this.reader = reader;
    reader.onEvent = (text) => this.hear(text);
  }

  /** Begins to listen once all that was on its way before has come. */
  async listen(): Promise<void> {
    await this.reader.call("session:ping", {});
    this.heard = [];
  }

  next(): Promise<number> {
    const { clients, questionIds, command } = this.crowd;
    const client = clients[this.made % clients.length];
    const round = Math.floor(this.made / clients.length);
    if (client === undefined || round >= questionIds.length) throw new Error("everything is supported");
    const questionId = questionIds[(this.made + round) % questionIds.length];
    this.made += 1;
    return command(client, { type: "question.support", questionId, on: true });
  }

  /** Whether the reader sees every voice, and none twice. */
  isComplete(): boolean {
    return [...this.voices.values()].reduce((sum, count) => sum + count, 0) === this.made;
  }

  private hear(text: string): void {
    if (!text.startsWith(CHANGES)) return;
    const [, changes] = JSON.parse(text) as [string, LaneChanges];
    this.heard.push(changes);
    for (const view of changes.put) {
      if (view.kind === "question") this.voices.set(view.id, view.support as number);
    }
  }
}

async function measure(supporting: Supporting, pace: Pace, syncs: () => number): Promise<Measured> {
  const { pid } = supporting.crowd;
  await supporting.listen();
  const ackMs: number[] = [];
  const acks: Promise<void>[] = [];
  const syncsBefore = syncs();
  const cpuBefore = processCpuMs(pid);
  const startMs = performance.now();
  for (let index = 0; index < COMMANDS; index += 1) {
    const due = pace(index);
    const aheadMs = due === "acknowledged" ? 0 : startMs + due - performance.now();
    if (due === "acknowledged") await acks.at(-1);
    else if (aheadMs > 0) await delay(aheadMs);
    const sentMs = performance.now();
    const acknowledged = supporting.next().then(() => {
      ackMs.push(performance.now() - sentMs);
    });
    acks.push(acknowledged);
  }
  await Promise.all(acks);
  await waitUntil(() => supporting.isComplete(), { what: "the reader sees every voice" });
  const { heard: messages } = supporting;
  return { syncs: syncs() - syncsBefore, cpuMs: processCpuMs(pid) - cpuBefore, ackMs, messages };
}

/** Every flush changes a count, so the room hears of each. */
function flushesIn(messages: readonly LaneChanges[]): number {
  return new Set(messages.map(({ to }) => to)).size;
}

function mostPutsOfOne(messages: readonly LaneChanges[]): number {
  return Math.max(
    ...messages.map(({ put }) =>
      mostEqual(put.filter(({ kind }) => kind === "question").map(({ id }) => id)),
    ),
  );
}

function mostInALane(messages: readonly LaneChanges[]): number {
  return mostEqual(messages.map(({ lane, to }) => `${lane} ${to}`));
}

function mostEqual(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
