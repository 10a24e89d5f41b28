import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JoinReply } from "../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { newId } from "../support/new-id.ts";
import { addToNotes } from "../support/notes/add-to-notes.ts";
import { node } from "../support/notes/notes-state.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { createSession, enterPin, putRoster, signIn } from "../support/sockets/api.ts";
import { askMany } from "../support/sockets/ask-many.ts";
import { commandAs } from "../support/sockets/command-as.ts";
import { LightClient } from "../support/sockets/light-client.ts";
import { delay } from "./delay.ts";
import { loopCpuMs } from "./process-cpu.ts";
import { forgetPeak, memoryMegabytes } from "./process-memory.ts";
import { type BenchReport, median, rounded } from "./report.ts";

const ROOMS = 30;
const PEOPLE = 50;
const QUESTIONS_EACH = 10;
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
const PARAGRAPH = "会议认为，专项债评审有一审和二审，二审由哪一方负责、多长时间反馈，直接影响年内发行。";
const UNIT = "市财政局";
const ANSWER = "二审由省财政厅负责，十个工作日内反馈；材料齐全的，市局当日上报。";
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
    await work();
    const { peak } = memoryMegabytes(server.pid);
    await delay(NUMBERS_MS);
    const { p99Ms, maxMs, cpuMs } = await delays();
    return { p99Ms, maxMs, cpuMs: cpuMs - before.cpuMs, peakMegabytes: peak - now };
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
  const rename = async (sessionId: string, made: number) => {
    const command = await commandAs(url, sessionId, token);
    await command({ type: "session.update", place: `${made + 1}号会议室` });
    command.close();
  };
  const measure = async (sessionId: string, file: string, paragraphs: number) => {
    const timesMs: number[] = [];
    let kB = 0;
    const held = await during(async () => {
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
    const sessionId = await largeEvening(url, token, paragraphs);
    for (const file of FILES) await measure(sessionId, file, paragraphs);
  }
  add("nothing", "", "", await during(() => delay(EXPORTS * 1_000)));
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  return {
    title: `Documents of ${PEOPLE * QUESTIONS_EACH} questions with answers, ${ROOMS} rooms with so many paragraphs of notes each, ${EXPORTS} one after the other`,
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

async function largeEvening(url: string, token: string, paragraphsARoom: number): Promise<string> {
  const names = Array.from({ length: ROOMS - 1 }, (_, index) => ({
    name: `第${index + 1}组`,
    kind: "breakout",
  }));
  const { sessionId, rooms } = await createSession(url, token, {
    settings: { moderation: "after" },
    rooms: [{ name: "大会", kind: "plenary" }, ...names],
  });
  const seats = await putRoster(url, token, sessionId, [
    ...Array.from({ length: PEOPLE }, (_, index) => ({
      name: `干部${index}`,
      unit: `县区${index % 9}`,
      side: "county" as const,
    })),
    ...Array.from({ length: PEOPLE }, (_, index) => ({
      name: `记录${index}`,
      unit: "市委党校",
      side: "staff" as const,
      duties: ["recorder" as const],
    })),
    { name: "张志远", unit: UNIT, side: "municipal" },
  ]);
  const command = await commandAs(url, sessionId, token);
  for (const { roomId } of rooms) await command({ type: "room.open", roomId });
  await askMany(url, { sessionId, roomId: rooms[0]?.roomId ?? "" }, seats.slice(0, PEOPLE), QUESTIONS_EACH);
  const questionIds = await questionsOf(url, sessionId, token);
  // Each of them stays below the rate of one person.
  await Promise.all(
    seats.slice(PEOPLE, 2 * PEOPLE).map(async (seat, index) => {
      const answers = await commandAs(url, sessionId, await enterPin(url, sessionId, seat));
      const own = questionIds.slice(index * QUESTIONS_EACH, (index + 1) * QUESTIONS_EACH);
      await Promise.all(
        own.map((questionId) =>
          answers({
            type: "answer.post",
            answerId: newId(),
            questionId,
            text: ANSWER,
            manner: "oral",
            unit: UNIT,
          }),
        ),
      );
      answers.close();
    }),
  );
  command.close();
  for (const { roomId } of rooms) {
    const paragraphs = Array.from({ length: paragraphsARoom }, (_, index) =>
      node("paragraph", {}, `${index + 1}．${PARAGRAPH}`),
    );
    await addToNotes(url, `${sessionId}/${roomId}`, token, ...paragraphs);
  }
  return sessionId;
}

async function questionsOf(url: string, sessionId: string, token: string): Promise<string[]> {
  const client = await LightClient.connect(url, token);
  const request = { sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
  const reply = await client.call<JoinReply>("session:join", request);
  client.close();
  if (!reply.ok) throw new Error(`joining was refused: ${reply.error.code}`);
  const records = reply.lanes.flatMap((lane) => ("put" in lane ? lane.put : []));
  const ids = records.flatMap((record) => (record.kind === "question" ? [String(record.questionId)] : []));
  return [...new Set(ids)];
}
