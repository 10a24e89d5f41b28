import type { Actor } from "../../shared/domain/actor.ts";
import { judge } from "../../shared/domain/judge.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { recordedActorId } from "../../shared/domain/recorded-actor.ts";
import { apply, type SessionState } from "../../shared/domain/state.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import type { JournalRow } from "../ports/journal.ts";
import type { Log } from "../ports/log.ts";
import type { FirstAnswers } from "./first-answers.ts";
import { journalRow } from "./journal-row.ts";

/** A command that waits for its answer. */
export interface Waiting {
  readonly actor: Actor;
  readonly commandId: string;
  readonly command: Command;
  readonly answer: (reply: CommandReply) => void;
}

/** `known`: as it was answered before. `accepted`: it is a row. */
export interface Verdict {
  readonly waiting: Waiting;
  /** The actor as the journal names it; null where judging failed, and then the answer is not kept for a repeat. */
  readonly by: string | null;
  readonly reply: CommandReply;
  readonly kind: "known" | "accepted" | "withoutEffect";
}

/** What a batch comes to, before anything of it is stored. */
export interface JudgedBatch {
  readonly state: SessionState;
  readonly rows: readonly JournalRow[];
  /** Ids of the records that were put or removed. */
  readonly touched: ReadonlySet<string>;
  readonly verdicts: readonly Verdict[];
}

/** On what commands are judged. */
export interface Ground {
  readonly sessionId: string;
  readonly state: SessionState;
  /** Hash of the journal's last row. */
  readonly hash: string;
  readonly answers: FirstAnswers;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
}

interface Judged {
  readonly verdict: Verdict;
  readonly effect: {
    readonly state: SessionState;
    readonly row: JournalRow;
    readonly patches: readonly Patch[];
  } | null;
}

/** Judges commands one after the other, each on what those before it made. */
export function judgeBatch(batch: readonly Waiting[], ground: Ground): JudgedBatch {
  let { state, hash } = ground;
  const rows: JournalRow[] = [];
  const touched = new Set<string>();
  const verdicts: Verdict[] = [];
  for (const waiting of batch) {
    const { verdict, effect } = judgeOne(waiting, { ...ground, state, hash });
    verdicts.push(verdict);
    if (effect === null) continue;
    state = effect.state;
    hash = effect.row.hash;
    rows.push(effect.row);
    for (const patch of effect.patches) touched.add(patch.id);
  }
  return { state, rows, touched, verdicts };
}

/** A command whose judging throws is answered by itself, and judged anew when it comes again. */
function judgeOne(waiting: Waiting, { sessionId, state, hash, answers, clock, log }: Ground): Judged {
  const { actor, commandId, command } = waiting;
  try {
    const by = recordedActorId(actor, command, state);
    const without = (reply: CommandReply): Judged => ({
      verdict: { waiting, by, reply, kind: "withoutEffect" },
      effect: null,
    });
    // A repeat, of this node or of another that stored it meanwhile.
    const known = answers.find(by, commandId);
    if (known !== undefined) return { verdict: { waiting, by, reply: known, kind: "known" }, effect: null };
    const now = clock();
    const judged = judge(command, state, { actor, by, now });
    if (!judged.ok)
      return without({ ok: false, error: wireError(judged.refusal.code, judged.refusal.details) });
    const patches = judged.value;
    if (patches.length === 0) return without({ ok: true, rev: state.head });
    const seq = state.head + 1;
    const row = journalRow({ seq, at: now, actor: by, commandId, command, patches }, hash);
    return {
      verdict: { waiting, by, reply: { ok: true, rev: seq }, kind: "accepted" },
      effect: { state: apply(state, patches, seq), row, patches },
    };
  } catch (error) {
    log("command not judged", { sessionId, type: command.type, error });
    const reply: CommandReply = { ok: false, error: wireError("internal") };
    return { verdict: { waiting, by: null, reply, kind: "withoutEffect" }, effect: null };
  }
}
