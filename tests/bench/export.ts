import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnServer } from "../support/process/server-process.ts";
import { signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";
import { largeEvening, QUESTIONS, ROOMS } from "./large-evening.ts";
import { delay } from "./measuring/delay.ts";
import { type HeldLoop, heldLoop } from "./measuring/held-loop.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";

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
  "results.pptx",
  "archive.zip",
  "minutes/preview",
];

/** What an export of the documents of a large evening takes, and how long it holds the server's loop meanwhile, beside none. */
export async function exportMinutes(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent" } });
  const { url } = server;
  const token = await signIn(url);
  const headers = { Authorization: `Bearer ${token}` };
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  const add = (what: string, kB: number | "", timeMs: number | "", held: HeldLoop) => {
    const [p99Ms, maxMs] = [rounded(held.p99Ms, 1), rounded(held.maxMs, 1)];
    const processMegabytes = Math.round(held.processMegabytes);
    const megabytes = [processMegabytes, Math.round(held.serverMegabytes)];
    rows.push([what, kB, timeMs, ...megabytes, Math.round(held.cpuMs / EXPORTS), p99Ms, maxMs, AIM_MS]);
    figures[`loop delay p99 ms, ${what}`] = p99Ms;
    figures[`peak MB of the process, ${what}`] = processMegabytes;
    if (timeMs !== "") figures[`p50 ms, ${what}`] = timeMs;
  };
  const rename = async (sessionId: string, made: number) => {
    const command = await commandAs(url, sessionId, token);
    await command({ type: "session.update", place: `${made + 1}号会议室` });
    command.close();
  };
  const measure = async (sessionId: string, file: string, paragraphs: number) => {
    const timesMs: number[] = [];
    let kB = 0;
    const held = await heldLoop(server, token, async () => {
      for (let made = 0; made < EXPORTS; made += 1) {
        // What is looked at is made anew only where something changed.
        if (file.endsWith("/preview")) await rename(sessionId, made);
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
  add("nothing", "", "", await heldLoop(server, token, () => delay(EXPORTS * 1_000)));
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  return {
    title: `Documents of ${QUESTIONS} questions with answers, ${ROOMS} rooms with so many paragraphs of notes each, ${EXPORTS} one after the other`,
    columns: [
      "export",
      "kB",
      "p50 ms",
      "peak MB of the process",
      "server's above idle",
      "loop's CPU ms each",
      "loop delay p99 ms",
      "max",
      "aim p99",
    ],
    rows,
    figures,
  };
}
