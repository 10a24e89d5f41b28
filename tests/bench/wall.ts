import { LightClient } from "../support/sockets/light-client.ts";
import { ourCrowd } from "./crowd.ts";
import { delay } from "./measuring/delay.ts";
import { processCpuMs } from "./measuring/process-cpu.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";
import { LightEditor } from "./writing-room.ts";

const PEOPLE = 300;
const ROOMS = 30;
/** Each of the people presses so many keys. */
const KEYS_PER_SECOND = 1;
const PERIOD_MS = 8_000;
const PERIODS = 3;

/** What a wall costs the server while everybody in 30 rooms writes. */
export async function wall(): Promise<BenchReport> {
  const crowd = await ourCrowd(PEOPLE, ROOMS, "questions");
  const editors: LightEditor[] = [];
  for (const url of crowd.notesUrls) editors.push(await LightEditor.open(url));
  for (const editor of editors) editor.begin();
  const watcher = await LightClient.connect(crowd.url, crowd.staffToken);
  await watcher.call("session:join", crowd.joinRequest);
  let messages = 0;
  watcher.onEvent = (text) => {
    if (text.startsWith('["session:presence"')) messages += 1;
  };
  const closed: number[] = [];
  const open: number[] = [];
  // One after the other in turns, so that whatever else the machine does falls on both.
  for (let period = 0; period < PERIODS; period += 1) {
    closed.push(await share(crowd.pid, editors));
    await watcher.call("session:watch", {});
    open.push(await share(crowd.pid, editors));
    await watcher.call("session:unwatch", {});
  }
  for (const editor of editors) editor.close();
  watcher.close();
  await crowd.close();
  const perSecond = messages / ((PERIODS * PERIOD_MS) / 1000);
  return {
    title: `${PEOPLE} people write in ${ROOMS} rooms, ${KEYS_PER_SECOND} key/s each: server CPU, of one core`,
    columns: ["wall closed", "wall open", "the wall", "messages/s to a wall", "aim"],
    rows: [
      [
        percent(median(closed)),
        percent(median(open)),
        percent(median(open) - median(closed)),
        perSecond.toFixed(2),
        "5 %",
      ],
    ],
    figures: {
      closedShare: rounded(median(closed), 4),
      openShare: rounded(median(open), 4),
      messagesPerSecond: rounded(perSecond),
    },
  };
}

/** The part of one core that the server takes while everybody writes for a period. */
async function share(pid: number, editors: readonly LightEditor[]): Promise<number> {
  const startedAtMs = performance.now();
  const before = processCpuMs(pid);
  const gapMs = 1000 / (editors.length * KEYS_PER_SECOND);
  for (let key = 0; performance.now() - startedAtMs < PERIOD_MS; ) {
    const due = (performance.now() - startedAtMs) / gapMs;
    for (; key < due; key += 1) editors[key % editors.length]?.type("字");
    await delay(5);
  }
  return (processCpuMs(pid) - before) / (performance.now() - startedAtMs);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
