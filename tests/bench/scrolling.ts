import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { CHROMIUM } from "../support/browser/chromium.ts";
import { enterBySeat } from "../support/browser/enter-by-seat.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";
import { askMany } from "../support/sockets/ask-many.ts";
import { type BenchReport, median, percentile, rounded } from "./measuring/report.ts";

const ASKERS = 40;
const EACH = 50;
const QUESTIONS = ASKERS * EACH;
const FRAMES = 300;
/** A brisk turn of the wheel. */
const PX_A_FRAME = 60;

interface Scrolled {
  /** What script, style and layout took, per frame; frames alone show only what is too late for the screen. */
  readonly workMs: number;
  readonly frameMs: readonly number[];
  /** Tasks of 50 ms and more. */
  readonly longTasksMs: readonly number[];
  readonly elements: number;
}

/** Two thousand questions scrolled in Chromium, beside as many bare paragraphs. */
export async function scrolling(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent" } });
  const browser = await chromium.launch(CHROMIUM);
  try {
    const { url } = server;
    const token = await signIn(url);
    const session = await createSession(url, token, { settings: { moderation: "after" } });
    const { sessionId } = session;
    const county = Array.from({ length: ASKERS }, (_, at) => ({
      name: `干部${at}`,
      unit: `县区${at % 9}`,
      side: "county" as const,
    }));
    const staff = { name: "马静", unit: "市委党校", side: "staff" as const, duties: ["moderator" as const] };
    const seats = await putRoster(url, token, sessionId, [...county, staff]);
    const [reader, moderator] = [seats[0], seats[ASKERS]];
    if (reader === undefined || moderator === undefined) throw new Error("no seats");
    const roomId = session.rooms[0]?.roomId ?? "";
    await askMany(url, { sessionId, roomId }, seats.slice(0, ASKERS), EACH);
    const open = async () =>
      (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" })).newPage();

    const bare = await open();
    await bare.setContent(bareList());
    const floor = await scroll(bare);
    const room = await open();
    await enterBySeat(room, `${url}/s/${sessionId}`, reader);
    await room.getByRole("tab", { name: `${QUESTIONS}` }).waitFor();
    const inRoom = await scroll(room);
    const console = await open();
    await enterBySeat(console, `${url}/s/${sessionId}`, moderator);
    await console.goto(`${url}/s/${sessionId}/console`);
    await console.getByRole("tab", { name: `${QUESTIONS}` }).waitFor();
    const inConsole = await scroll(console);
    return {
      title: `Scrolling ${QUESTIONS} questions at ${PX_A_FRAME} px a frame, ${FRAMES} frames`,
      columns: [
        "list",
        "work a frame ms",
        "share of a 60 Hz frame",
        "frame p50 ms",
        "p95 ms",
        "max ms",
        "to the floor (p95)",
        "tasks over 50 ms",
        "elements",
      ],
      rows: [
        row("bare paragraphs (floor)", floor, floor),
        row("the room", inRoom, floor),
        row("the console", inConsole, floor),
      ],
      figures: {
        roomWorkMs: inRoom.workMs,
        consoleWorkMs: inConsole.workMs,
        floorWorkMs: floor.workMs,
      },
    };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function bareList(): string {
  const paragraphs = Array.from({ length: QUESTIONS }, (_, at) => `<p style="height: 90px">第${at}号</p>`);
  return `<div data-scroller style="height: 700px; overflow-y: auto">${paragraphs.join("")}</div>`;
}

async function scroll(page: Page): Promise<Scrolled> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    const names = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];
    return metrics.reduce((sum, { name, value }) => (names.includes(name) ? sum + value : sum), 0);
  };
  const before = await worked();
  const scrolled = await scrollBy(page);
  return { ...scrolled, workMs: ((await worked()) - before) * (1000 / FRAMES) };
}

function scrollBy(page: Page): Promise<Omit<Scrolled, "workMs">> {
  return page.evaluate(
    async ([frames, px]) => {
      const scroller = [...document.querySelectorAll("[data-scroller]")].find(
        (element) => element.scrollHeight > 10 * element.clientHeight,
      );
      if (scroller === undefined) throw new Error("nothing scrolls");
      const longTasksMs: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longTasksMs.push(entry.duration);
      });
      observer.observe({ type: "longtask" });
      const frameMs: number[] = [];
      // No function of its own in here: what compiles the bench would give it a helper that the page does not have.
      let before = await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < frames; frame += 1) {
        scroller.scrollTop += px;
        const now = await new Promise(requestAnimationFrame);
        frameMs.push(now - before);
        before = now;
      }
      observer.disconnect();
      return { frameMs, longTasksMs, elements: document.querySelectorAll("*").length };
    },
    [FRAMES, PX_A_FRAME] as const,
  );
}

function row(name: string, { workMs, frameMs, longTasksMs, elements }: Scrolled, floor: Scrolled) {
  return [
    name,
    rounded(workMs),
    rounded((workMs * 60) / 1000),
    rounded(median(frameMs), 1),
    rounded(percentile(frameMs, 95), 1),
    rounded(percentile(frameMs, 100), 1),
    rounded(percentile(frameMs, 95) / percentile(floor.frameMs, 95)),
    longTasksMs.length,
    elements,
  ];
}
