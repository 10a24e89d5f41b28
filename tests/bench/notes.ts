import { waitUntil } from "../support/wait-until.ts";
import { delay } from "./measuring/delay.ts";
import { processCpuMs } from "./measuring/process-cpu.ts";
import { type BenchReport, median, percentile, rounded, times } from "./measuring/report.ts";
import { ourRoom, relayRoom, type WritingRoom } from "./writing-room.ts";

const PAIRS = 7;
const WARM_UP_SECONDS = 10;
const EDITORS = 64;
const TYPISTS = 8;
const KEYSTROKES_PER_SECOND = 10;
const AIM = 1;
const DELIVERED_DEADLINE_MS = 30_000;

interface Measured {
  /** Server CPU per update and reader other than its sender, microseconds. */
  readonly cpuPerDeliveryUs: number;
  /** From a keystroke to its arrival at the first other editor, milliseconds. */
  readonly latencyMs: readonly number[];
}

/** Notes with 64 editors of whom 8 type, beside a relay in memory that checks nothing and keeps nothing. */
export async function notes({ seconds = 8 }: { seconds?: number } = {}): Promise<BenchReport> {
  const [ours, relay] = [await ourRoom(EDITORS), await relayRoom(EDITORS)];
  for (const room of [ours, relay]) {
    for (const typist of room.editors.slice(1, TYPISTS)) typist.begin();
    await typeFor(room, WARM_UP_SECONDS);
  }
  const pairs: { ours: Measured; relay: Measured; relayAgain: Measured }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Who comes first changes, so that neither has the quieter machine.
    const early = pair % 2 === 0 ? await typeFor(ours, seconds) : null;
    const once = await typeFor(relay, seconds);
    const relayAgain = await typeFor(relay, seconds);
    pairs.push({ ours: early ?? (await typeFor(ours, seconds)), relay: once, relayAgain });
  }
  await ours.close();
  await relay.close();
  const ratio = rounded(
    median(pairs.map((pair) => pair.ours.cpuPerDeliveryUs / pair.relay.cpuPerDeliveryUs)),
  );
  const floor = rounded(
    median(pairs.map((pair) => pair.relayAgain.cpuPerDeliveryUs / pair.relay.cpuPerDeliveryUs)),
  );
  const latency = pairs.flatMap((pair) => pair.ours.latencyMs);
  const relayLatency = pairs.flatMap((pair) => pair.relay.latencyMs);
  return {
    title: `Notes: server CPU per delivered update in microseconds, medians of ${PAIRS} pairs; ours on disk, the relay in memory`,
    columns: [
      "load",
      "ours",
      "relay",
      "ratio",
      "aim",
      "relay : relay",
      "ours p50 / p99 ms",
      "relay p50 / p99 ms",
    ],
    rows: [
      [
        `${EDITORS} editors, ${TYPISTS} type ${KEYSTROKES_PER_SECOND} keys/s`,
        rounded(median(pairs.map((pair) => pair.ours.cpuPerDeliveryUs))),
        rounded(median(pairs.map((pair) => pair.relay.cpuPerDeliveryUs))),
        ratio,
        AIM,
        floor,
        times(latency),
        times(relayLatency),
      ],
    ],
    figures: { ratio, "latency p99 ms": rounded(percentile(latency, 99)) },
  };
}

/** Lets the typists type at an even pace, none at the same moment, until everybody has got everything. */
async function typeFor(room: WritingRoom, seconds: number): Promise<Measured> {
  const keystrokes = seconds * KEYSTROKES_PER_SECOND * TYPISTS;
  const readers = room.editors.slice(TYPISTS);
  const latencyMs: number[] = [];
  const sentAt: number[] = [];
  const [witness] = readers;
  if (witness === undefined) throw new Error("nobody reads");
  witness.onUpdate = () => {
    const at = sentAt[latencyMs.length];
    if (at !== undefined) latencyMs.push(performance.now() - at);
  };
  const before = readers.map((reader) => reader.received);
  const cpuBefore = processCpuMs(room.pid);
  const start = performance.now();
  for (let made = 0; made < keystrokes; made += 1) {
    const due = start + (made * 1000) / (KEYSTROKES_PER_SECOND * TYPISTS);
    await delay(Math.max(0, due - performance.now()));
    sentAt.push(performance.now());
    room.editors[made % TYPISTS]?.type("字");
  }
  await waitUntil(
    () => readers.every((reader, index) => reader.received - (before[index] ?? 0) >= keystrokes),
    { deadlineMs: DELIVERED_DEADLINE_MS, what: "everybody has everything" },
  );
  const cpuMs = processCpuMs(room.pid) - cpuBefore;
  return { cpuPerDeliveryUs: (cpuMs * 1000) / (keystrokes * (EDITORS - 1)), latencyMs };
}
