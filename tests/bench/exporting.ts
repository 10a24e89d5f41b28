import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../support/new-id.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { enterPin, signIn } from "../support/sockets/api.ts";
import { type Commanding, commandAs } from "../support/sockets/command-as.ts";
import { largeEvening } from "./large-evening.ts";
import { delay } from "./measuring/delay.ts";
import { type BenchReport, percentile, rounded } from "./measuring/report.ts";

const PEOPLE = 300;
/** Those of them who ask stand in this process, which has little else to do; the others in one of their own. */
const ASKERS = 60;
/** About 200 pages. */
const PARAGRAPHS_A_ROOM = 15;
const PER_SECOND = 10;
/** Short turns and many: 2,000 questions a side, of which the slowest 20 decide, and neither side has the quieter minutes. */
const TURN_MS = 10_000;
const TURNS = 20;
const FILES = ["minutes.docx", "minutes.pdf"] as const;
/** The floor, what the machine has left: a process that gives way as those of documents do, and asks nothing of the server. */
const COUNTING = "one that only counts";
const COUNTER = `require("node:os").setPriority(${constants.priority.PRIORITY_BELOW_NORMAL}); for (;;);`;
/** How much later the slowest may be acknowledged, of what it takes without. */
const AIM = 1.2;

/** What a class of 300 who ask and watch notice of documents that are made meanwhile, one after the other, in turns with none. */
export async function exporting(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent" } });
  const { url } = server;
  const token = await signIn(url);
  const { sessionId, plenaryId, watchers } = await largeEvening(url, token, PARAGRAPHS_A_ROOM, PEOPLE);
  const tokens: string[] = [];
  for (const seat of watchers) tokens.push(await enterPin(url, sessionId, seat));
  const askers: Commanding[] = [];
  for (const one of tokens.slice(0, ASKERS)) askers.push(await commandAs(url, sessionId, one));
  const onlookers = await helper("watching-apart.ts", [url, sessionId, ...tokens.slice(ASKERS)]);
  const organiser = await commandAs(url, sessionId, token);
  let asked = 0;
  /** The times of acknowledgement of what is asked at an even pace for a turn. */
  const turn = async (): Promise<number[]> => {
    const waiting: Promise<Asked>[] = [];
    const startMs = performance.now();
    for (let index = 0; index < (TURN_MS / 1000) * PER_SECOND; index += 1) {
      await delay(Math.max(0, startMs + (index * 1000) / PER_SECOND - performance.now()));
      const asker = askers[asked % askers.length];
      asked += 1;
      if (asker !== undefined) waiting.push(ask(asker, plenaryId));
    }
    const questions = await Promise.all(waiting);
    // None of them is in the documents, which stay as long as they were.
    for (const { questionId } of questions)
      await organiser({ type: "question.decline", questionId, reason: "已问过" });
    return questions.map(({ acknowledgedMs }) => acknowledgedMs);
  };
  /** Has one file after the other made while `work` goes on, from the second on; how many. */
  const takingMeanwhile = async (file: string, work: () => Promise<void>): Promise<number> => {
    const address = `${url}/api/sessions/${sessionId}/documents/${file}`;
    let taken = 1;
    const taker = await helper("taking-files.ts", [address, token], (lines) => {
      taken += lines;
    });
    await work();
    await taker.end();
    return taken;
  };
  const idle: number[] = [];
  const times = new Map<string, number[]>([COUNTING, ...FILES].map((what) => [what, []]));
  const made = new Map<string, number>();
  await turn();
  for (let round = 0; round < TURNS; round += 1) {
    idle.push(...(await turn()));
    const counter = spawn(process.execPath, ["-e", COUNTER], { stdio: "ignore" });
    times.get(COUNTING)?.push(...(await turn()));
    counter.kill("SIGKILL");
    for (const file of FILES) {
      const taken = await takingMeanwhile(file, async () => {
        times.get(file)?.push(...(await turn()));
      });
      made.set(file, (made.get(file) ?? 0) + taken);
    }
  }
  for (const one of [organiser, ...askers]) one.close();
  await onlookers.end();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  const alone = percentile(idle, 99);
  const floor = percentile(times.get(COUNTING) ?? [], 99);
  const row = (what: string, valuesMs: readonly number[], files: number | string) => [
    what,
    files,
    rounded(percentile(valuesMs, 50), 1),
    rounded(percentile(valuesMs, 99), 1),
    rounded(Math.max(...valuesMs), 1),
    rounded(percentile(valuesMs, 99) / alone),
    rounded(percentile(valuesMs, 99) / floor),
    AIM,
  ];
  return {
    title: `${PEOPLE} in a plenary, ${PER_SECOND} questions/s, documents of about 200 pages one after the other meanwhile: acknowledgements`,
    columns: [
      "meanwhile",
      "documents",
      "p50 ms",
      "p99 ms",
      "max",
      "p99 against none",
      "against one that counts",
      "aim",
    ],
    rows: [
      row("nothing", idle, ""),
      ...[...times].map(([what, valuesMs]) => row(what, valuesMs, made.get(what) ?? "")),
    ],
    figures: Object.fromEntries(
      FILES.map((file) => [`p99 ratio, ${file}`, rounded(percentile(times.get(file) ?? [], 99) / alone)]),
    ),
  };
}

interface Helper {
  end(): Promise<void>;
}

/** A script of this folder in a process of its own, from its first line on; told how many lines it writes after that one. */
async function helper(
  name: string,
  words: readonly string[],
  onLines: (count: number) => void = () => undefined,
): Promise<Helper> {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, name), ...words], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.stdout.on("data", (lines: Buffer) => onLines(lines.toString().split("\n").length - 1));
  return {
    end: async () => {
      child.stdin.end();
      await once(child, "close");
    },
  };
}

interface Asked {
  readonly questionId: string;
  /** After so long. */
  readonly acknowledgedMs: number;
}

async function ask(asker: Commanding, roomId: string): Promise<Asked> {
  const questionId = newId();
  const startMs = performance.now();
  await asker({ type: "question.ask", questionId, roomId, text: "二审由哪一方负责、多长时间反馈？" });
  return { questionId, acknowledgedMs: performance.now() - startMs };
}
