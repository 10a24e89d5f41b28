import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArchiveReply } from "../../shared/protocol/archive-http.ts";
import { bringArchive } from "../support/archive/bring-archive.ts";
import { newId } from "../support/new-id.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { createSession, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";
import { largeEvening, QUESTIONS, ROOMS } from "./large-evening.ts";
import { delay } from "./measuring/delay.ts";
import { heldLoop } from "./measuring/held-loop.ts";
import { type BenchReport, median, percentile, rounded } from "./measuring/report.ts";
import { type OpeningCpu, openingCpu } from "./opening-cpu.ts";

const PARAGRAPHS_A_ROOM = [15, 300];
const TIMES = 5;
/** Far above any rate at which one person may write. */
const ACT_EVERY_MS = 120;
const AIM_MS = 50;

/** What opening the archive of a large evening takes on another server, and what a session that is live there notices. */
export async function openArchives(): Promise<BenchReport> {
  const directories = [0, 1].map(() => mkdtempSync(join(tmpdir(), "yantao-bench-")));
  const environment = { LOG_LEVEL: "silent" };
  const held = await spawnServer(directories[0] ?? "", { environment });
  const other = await spawnServer(directories[1] ?? "", { environment });
  const heldToken = await signIn(held.url);
  const token = await signIn(other.url);
  const live = await createSession(other.url, token);
  const act = await commandAs(other.url, live.sessionId, token);
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  const measure = async (
    what: string,
    { kB, cpu }: { kB: number; cpu: OpeningCpu | null },
    work: () => Promise<number[]>,
  ) => {
    const acksMs: number[] = [];
    let timesMs: number[] = [];
    let isOver = false;
    const acting = async () => {
      while (!isOver) {
        const startMs = performance.now();
        await act({
          type: "question.ask",
          questionId: newId(),
          roomId: live.rooms[0]?.roomId ?? "",
          text: `问题 ${acksMs.length}`,
        });
        acksMs.push(performance.now() - startMs);
        await delay(ACT_EVERY_MS);
      }
    };
    const loop = await heldLoop(other, token, async () => {
      const acted = acting();
      timesMs = await work();
      isOver = true;
      await acted;
    });
    const time = timesMs.length === 0 ? "" : Math.round(median(timesMs));
    const [p99Ms, maxMs] = [rounded(loop.p99Ms, 1), rounded(loop.maxMs, 1)];
    const [ackP50Ms, ackMaxMs] = [rounded(median(acksMs), 1), rounded(percentile(acksMs, 100), 1)];
    const [peakMegabytes, cpuMs] = [
      Math.round(loop.serverMegabytes + loop.processMegabytes),
      Math.round(loop.cpuMs / TIMES),
    ];
    const longest =
      cpu === null
        ? ["", "", ""]
        : [cpu.loopPieceMs, cpu.writerPieceMs, cpu.writerWholeMs].map((ms) => rounded(ms, 1));
    const delays = [p99Ms, maxMs, ackP50Ms, ackMaxMs, AIM_MS];
    rows.push([what, kB, time, peakMegabytes, cpuMs, ...longest, ...delays]);
    figures[`loop's CPU ms each, ${what}`] = cpuMs;
    figures[`loop delay max ms, ${what}`] = maxMs;
    figures[`live act max ms, ${what}`] = ackMaxMs;
    if (time !== "") figures[`p50 ms, ${what}`] = time;
  };
  for (const paragraphs of PARAGRAPHS_A_ROOM) {
    const sessionId = await largeEvening(held.url, heldToken, paragraphs);
    const headers = { Authorization: `Bearer ${heldToken}` };
    const path = `/api/sessions/${sessionId}/documents/archive.zip`;
    const archive = new Uint8Array(await (await fetch(held.url + path, { headers })).arrayBuffer());
    const kB = Math.round(archive.length / 1000);
    const bring = async (query: string): Promise<number[]> => {
      const timesMs: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const startMs = performance.now();
        const { status, body } = await bringArchive(other.url, token, archive, query);
        timesMs.push(performance.now() - startMs);
        if (status >= 300) throw new Error(`not opened: ${JSON.stringify(body)}`);
        if (query === "") await remove(body);
      }
      return timesMs;
    };
    const remove = ({ sessionId }: ArchiveReply) =>
      fetch(`${other.url}/api/archive/${sessionId}`, {
        method: "DELETE",
        headers: { Authorization: `Bearer ${token}` },
      });
    const cpu = await openingCpu(archive);
    await measure(`looking into it, ${paragraphs} paragraphs`, { kB, cpu: null }, () => bring("?dryRun=1"));
    await measure(`opening and removing it, ${paragraphs} paragraphs`, { kB, cpu }, () => bring(""));
  }
  await measure("nothing", { kB: 0, cpu: null }, async () => {
    await delay(TIMES * 1_000);
    return [];
  });
  act.close();
  await held.stop();
  await other.stop();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  return {
    title: `Archives of ${QUESTIONS} questions with answers, ${ROOMS} rooms with so many paragraphs of notes each, ${TIMES} times, beside a live session`,
    columns: [
      "what",
      "kB",
      "p50 ms",
      "peak MB above idle",
      "loop's CPU ms each",
      "longest piece: loop's CPU ms",
      "writer's",
      "writer's in one commit",
      "loop delay p99 ms",
      "max",
      "live act p50 ms",
      "max",
      "aim loop max",
    ],
    rows,
    figures,
  };
}
