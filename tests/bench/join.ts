import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { DEFLATE_RAW } from "../../shared/protocol/lanes.ts";
import type { LightClient } from "../support/sockets/light-client.ts";
import { openPeer, ourCrowd } from "./crowd.ts";
import { processCpuMs } from "./measuring/process-cpu.ts";
import { forgetPeak, memoryMegabytes } from "./measuring/process-memory.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";

const PEOPLE = 1_000;
const QUESTIONS = 200;
const ROUNDS = 5;
/** A process' time is told in hundredths of a second, so that few joins would tell little. */
const JOINS_A_ROUND = 1_000;

/** A way of answering a join. */
interface Side {
  readonly name: string;
  readonly pid: number;
  readonly clients: readonly LightClient[];
  /** Nothing is kept of the answer: texts of it would cost this side more than the server. */
  join(client: LightClient): Promise<unknown>;
}

interface Measured {
  readonly bytes: number;
  readonly cpuMs: number[];
  readonly atOnceMs: number[];
  readonly idleMegabytes: number[];
  readonly peakMegabytes: number[];
}

/** A thousand who join a session of two hundred questions, beside a bare Socket.IO that answers with the same bytes. */
export async function join(): Promise<BenchReport> {
  const directory = mkdtempSync(pathOf(tmpdir(), "yantao-join-"));
  const file = pathOf(directory, "answer.json");
  const crowd = await ourCrowd(PEOPLE, 0, "questions");
  for (let asked = crowd.questionIds.length; asked < QUESTIONS; asked += 1) await crowd.send();
  const { joinRequest } = crowd;
  const ask = (request: object) => (client: LightClient) => client.askBytes("session:join", request);
  const [first] = crowd.clients;
  writeFileSync(file, (await first?.ask("session:join", joinRequest))?.slice(1, -1) ?? "");
  const framed = await openPeer("bare-join.ts", PEOPLE, [file, "framed"]);
  const encoded = await openPeer("bare-join.ts", PEOPLE, [file, "encoded"]);
  const texts = await openPeer("bare-join.ts", PEOPLE, [file, "text"]);
  const peerJoin = (client: LightClient) => client.askBytes("session:join", { callId: client.callId });
  const sides: readonly Side[] = [
    { ...texts, name: "bare, JSON made before", join: peerJoin },
    { ...framed, name: "bare, one frame made before", join: peerJoin },
    { ...crowd, name: "ours", join: ask(joinRequest) },
    { ...crowd, name: "ours, packed", join: ask({ ...joinRequest, accepts: [DEFLATE_RAW] }) },
    { ...encoded, name: "bare, encoded for each", join: peerJoin },
  ];
  try {
    const measured = new Map<Side, Measured>();
    for (const side of sides) measured.set(side, await firstOf(side));
    for (let round = 0; round < ROUNDS; round += 1) {
      // Who comes first changes, so that none has the quieter machine.
      for (let turn = 0; turn < sides.length; turn += 1) {
        const side = sides[(round + turn) % sides.length];
        const sofar = side && measured.get(side);
        if (side !== undefined && sofar !== undefined) await measure(side, sofar, round);
      }
    }
    return reportOf(sides, measured);
  } finally {
    await crowd.close();
    framed.close();
    texts.close();
    encoded.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Warms a side up, and tells how long its answer is. */
async function firstOf({ clients, join: joinWith }: Side): Promise<Measured> {
  let bytes = 0;
  for (const client of clients) {
    const before = client.bytesHeard;
    await joinWith(client);
    bytes = client.bytesHeard - before;
  }
  return { bytes, cpuMs: [], atOnceMs: [], idleMegabytes: [], peakMegabytes: [] };
}

async function measure(
  { pid, clients, join: joinWith }: Side,
  sofar: Measured,
  round: number,
): Promise<void> {
  const cpuBefore = processCpuMs(pid);
  for (let made = 0; made < JOINS_A_ROUND; made += 1) {
    const client = clients[(round * JOINS_A_ROUND + made) % clients.length];
    if (client !== undefined) await joinWith(client);
  }
  sofar.cpuMs.push((processCpuMs(pid) - cpuBefore) / JOINS_A_ROUND);
  forgetPeak(pid);
  sofar.idleMegabytes.push(memoryMegabytes(pid).now);
  const startMs = performance.now();
  // A reply is let go of as soon as it is there: a thousand of them would be half a gigabyte on this side.
  await Promise.all(clients.map((client) => joinWith(client).then(() => undefined)));
  sofar.atOnceMs.push(performance.now() - startMs);
  sofar.peakMegabytes.push(memoryMegabytes(pid).peak);
}

function reportOf(sides: readonly Side[], measured: ReadonlyMap<Side, Measured>): BenchReport {
  const floor = sides.map((side) => measured.get(side)).at(0);
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const side of sides) {
    const own = measured.get(side);
    if (own === undefined || floor === undefined) continue;
    const ratio = rounded(
      median(own.cpuMs.map((cpuMs, round) => cpuMs / (floor.cpuMs[round] ?? Number.NaN))),
    );
    rows.push([
      side.name,
      rounded(own.bytes / 1000, 1),
      rounded(median(own.cpuMs)),
      ratio,
      rounded(median(own.atOnceMs), 0),
      rounded(median(own.idleMegabytes), 0),
      rounded(median(own.peakMegabytes), 0),
    ]);
    figures[`ratio, ${side.name}`] = ratio;
    figures[`bytes, ${side.name}`] = own.bytes;
    figures[`at once ms, ${side.name}`] = rounded(median(own.atOnceMs), 0);
    figures[`peak MB, ${side.name}`] = rounded(median(own.peakMegabytes), 0);
  }
  return {
    title: `Joining ${PEOPLE} people, ${QUESTIONS} questions: medians of ${ROUNDS} rounds, sides in turns; aims: ratio 1.2, packed 80 kB, all at once 3,000 ms and 180 MB`,
    columns: ["side", "answer kB", "CPU ms a join", "ratio", "all at once ms", "MB before", "peak MB"],
    rows,
    figures,
  };
}
