import { journalRow } from "../../server/host/journal-row.ts";
import { LaneBook } from "../../server/host/lane-book.ts";
import { GENESIS_HASH } from "../../server/ports/journal.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { apply, type SessionState } from "../../shared/domain/state.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { newId } from "../support/new-id.ts";
import { judged } from "../support/sample/judged.ts";
import { questionCrowd } from "../support/sample/question-crowd.ts";
import { namedId, play } from "../support/sample/sample-session.ts";
import { type BenchReport, median, percentile, rounded } from "./measuring/report.ts";

const QUESTIONS = 50;
const PEOPLE = 2000;
const WARM_UP_ROUNDS = 10;
const ROUNDS = 30;
const AIM_MS = 50;
const NOW = 1_000_000;
const ORGANISER = { kind: "organiser" } as const;
const INTO = namedId("joined");
const UNDO: Command = { type: "question.undo", questionId: INTO, step: 1 };

/** What holds the loop of a host for one command, milliseconds. */
interface Turn {
  readonly judgeMs: number;
  readonly rowMs: number;
  readonly applyMs: number;
  readonly lanesMs: number;
  readonly encodeMs: number;
  readonly totalMs: number;
  /** The same patches applied and encoded, and nothing else. */
  readonly floorMs: number;
  readonly patches: number;
}

/** One command that joins many questions, and the one that takes it back: all a host does for it but the waiting for the disk. */
export async function joining(): Promise<BenchReport> {
  const { state, questionIds, personIds } = questionCrowd(QUESTIONS, PEOPLE, 2);
  const join: Command = { type: "question.merge", intoId: INTO, questionIds: [...questionIds], text: "合并" };
  const joined = play([{ actor: ORGANISER, command: join }], state);
  const quiet = play([{ actor: ORGANISER, command: join }], questionCrowd(QUESTIONS, PEOPLE, 0).state);
  const supporters = personIds.slice(QUESTIONS);
  const supportedSince = play(
    supporters.map((personId) => ({
      actor: { kind: "person", personId },
      command: { type: "question.support", questionId: INTO, on: true },
    })),
    quiet,
  );
  const cases: readonly (readonly [string, SessionState, Command])[] = [
    [`${QUESTIONS} questions joined`, state, join],
    ["taken back", joined, UNDO],
    [`taken back, ${supporters.length} supporters of the joined one alone`, supportedSince, UNDO],
  ];
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const [name, before, command] of cases) {
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) turn(before, command);
    const turns = Array.from({ length: ROUNDS }, () => turn(before, command));
    const of = (field: keyof Turn) => turns.map((one) => one[field]);
    const totals = of("totalMs");
    const p95 = rounded(percentile(totals, 95), 1);
    rows.push([
      name,
      turns[0]?.patches ?? 0,
      ...(["judgeMs", "rowMs", "applyMs", "lanesMs", "encodeMs"] as const).map((field) =>
        rounded(median(of(field)), 1),
      ),
      `${rounded(median(totals), 1)} / ${p95} / ${rounded(Math.max(...totals), 1)}`,
      AIM_MS,
      rounded(median(of("floorMs")), 1),
      rounded(median(turns.map(({ totalMs, floorMs }) => totalMs / floorMs)), 1),
    ]);
    figures[`p95 ms, ${name}`] = p95;
  }
  return {
    title: `${QUESTIONS} questions and ${PEOPLE} people who support two each: one turn of a host, ${ROUNDS} rounds; floor: its patches applied and encoded`,
    columns: [
      "command",
      "patches",
      "judge ms",
      "row",
      "apply",
      "lanes",
      "encode",
      "all p50 / p95 / max ms",
      "aim p95",
      "floor p50 ms",
      "ratio",
    ],
    rows,
    figures,
  };
}

function turn(state: SessionState, command: Command): Turn {
  const book = new LaneBook(state);
  const seq = state.head + 1;
  const startMs = performance.now();
  const verdict = judged(command, state, { actor: ORGANISER, now: NOW });
  const judgedMs = performance.now();
  if (!verdict.ok) throw new Error(`refused: ${verdict.refusal.code}`);
  const patches = verdict.value;
  journalRow({ seq, at: NOW, actor: "organiser", commandId: newId(), command, patches }, GENESIS_HASH);
  const writtenMs = performance.now();
  const after = apply(state, patches, seq);
  const appliedMs = performance.now();
  const changes = book.update(after, new Set(patches.map(({ id }) => id)));
  const presentedMs = performance.now();
  for (const laneChanges of changes) JSON.stringify(laneChanges);
  const endMs = performance.now();
  return {
    judgeMs: judgedMs - startMs,
    rowMs: writtenMs - judgedMs,
    applyMs: appliedMs - writtenMs,
    lanesMs: presentedMs - appliedMs,
    encodeMs: endMs - presentedMs,
    totalMs: endMs - startMs,
    floorMs: floorOf(state, patches, seq),
    patches: patches.length,
  };
}

function floorOf(state: SessionState, patches: readonly Patch[], seq: number): number {
  const startMs = performance.now();
  apply(state, patches, seq);
  JSON.stringify(patches);
  return performance.now() - startMs;
}
