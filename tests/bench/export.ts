import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peakChildMemory } from "../support/process/child-memory.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { signIn } from "../support/sockets/api.ts";
import { delay } from "./delay.ts";
import { largeEvening, QUESTIONS, ROOMS } from "./large-evening.ts";
import { loopCpuMs } from "./process-cpu.ts";
import { forgetPeak, memoryMegabytes } from "./process-memory.ts";
import { type BenchReport, median, rounded } from "./report.ts";

/** About 200 pages, and more than anybody has written yet. */
const PARAGRAPHS_A_ROOM = [15, 300];
const EXPORTS = 5;
const AIM_MS = 20;
const FILES = [
  "minutes.docx",
  "minutes.pdf",
  "minutes.md",
  "minutes.json",
  "statistics.docx",
  "statistics.pdf",
  "archive.zip",
];
/** The server reads its numbers at most once in so long. */
const NUMBERS_MS = 1_100;
/** What the server's monitor of its loop counts where nothing holds it. */
const MONITOR_TICK_MS = 10;

/** What an export of the documents of a large evening takes, and how long it holds the server's loop meanwhile, beside none. */
export async function exportMinutes(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent" } });
  const { url } = server;
  const token = await signIn(url);
  const headers = { Authorization: `Bearer ${token}` };
  const delays = async () => {
    const text = await (await fetch(`${url}/metrics`, { headers })).text();
    const of = (name: string) =>
      Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)$`, "m").exec(text)?.[1]) * 1000 -
      MONITOR_TICK_MS;
    return { p99Ms: of("p99"), maxMs: of("max"), cpuMs: loopCpuMs(server.pid) };
  };
  const during = async (work: () => Promise<void>) => {
    await delay(NUMBERS_MS);
    const before = await delays();
    forgetPeak(server.pid);
    const { now } = memoryMegabytes(server.pid);
    const { peakBytes } = await peakChildMemory(work, server.pid);
    const { peak } = memoryMegabytes(server.pid);
    await delay(NUMBERS_MS);
    const { p99Ms, maxMs, cpuMs } = await delays();
    return {
      p99Ms,
      maxMs,
      cpuMs: cpuMs - before.cpuMs,
      peakMegabytes: peak - now + peakBytes / (1024 * 1024),
    };
  };
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  const add = (
    what: string,
    kB: number | "",
    timeMs: number | "",
    held: Awaited<ReturnType<typeof during>>,
  ) => {
    const [p99Ms, maxMs] = [rounded(held.p99Ms, 1), rounded(held.maxMs, 1)];
    const peakMegabytes = Math.round(held.peakMegabytes);
    rows.push([what, kB, timeMs, peakMegabytes, Math.round(held.cpuMs / EXPORTS), p99Ms, maxMs, AIM_MS]);
    figures[`loop delay p99 ms, ${what}`] = p99Ms;
    figures[`peak MB above idle, ${what}`] = peakMegabytes;
    if (timeMs !== "") figures[`p50 ms, ${what}`] = timeMs;
  };
  const measure = async (sessionId: string, file: string, paragraphs: number) => {
    const timesMs: number[] = [];
    let kB = 0;
    const held = await during(async () => {
      for (let made = 0; made < EXPORTS; made += 1) {
        const startMs = performance.now();
        const path = `/api/sessions/${sessionId}/documents/${file}`;
        const reply = await fetch(url + path, { headers });
        const bytes = await reply.arrayBuffer();
        if (reply.status !== 200) throw new Error(`no ${file}: ${reply.status}`);
        timesMs.push(performance.now() - startMs);
        kB = Math.round(bytes.byteLength / 1000);
      }
    });
    add(`${file}, ${paragraphs} paragraphs`, kB, Math.round(median(timesMs)), held);
  };
  for (const paragraphs of PARAGRAPHS_A_ROOM) {
    const { sessionId } = await largeEvening(url, token, paragraphs);
    for (const file of FILES) await measure(sessionId, file, paragraphs);
  }
  add("nothing", "", "", await during(() => delay(EXPORTS * 1_000)));
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  return {
    title: `Documents of ${QUESTIONS} questions with answers, ${ROOMS} rooms with so many paragraphs of notes each, ${EXPORTS} one after the other`,
    columns: [
      "export",
      "kB",
      "p50 ms",
      "peak MB above idle",
      "loop's CPU ms each",
      "loop delay p99 ms",
      "max",
      "aim p99",
    ],
    rows,
    figures,
  };
}
