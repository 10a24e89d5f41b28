import { expect, test } from "vitest";
import {
  leftForLedger,
  type SessionContent,
  sealOutlook,
} from "../../../client/features/organiser/sealing/seal-outlook.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { randomPlay } from "../../support/sample/random-play.ts";
import { actor, play } from "../../support/sample/sample-session.ts";

/** A session as staff have it. */
function contentOf(state: SessionState): SessionContent {
  const forStaff = (records: Iterable<AnyRecord>) =>
    [...records].map((record) => lanes(record, state).find(([lane]) => lane === "staff")?.[1]);
  return {
    questions: forStaff(state.all("question")) as unknown as QuestionView[],
    answers: forStaff(state.all("answer")) as unknown as AnswerView[],
    followups: forStaff(state.all("followup")) as unknown as SessionContent["followups"],
    rooms: [...state.all("room")],
    people: [...state.all("person")],
  };
}

test("what is told before sealing is what sealing does, however the evening went", () => {
  let told = 0;
  for (const seed of [3, 5, 8, 13]) {
    const before = [...randomPlay(seed, 250)].at(-1)?.after;
    if (before === undefined) throw new Error("nothing happened");
    const outlook = sealOutlook(contentOf(before));
    const after = play([{ actor: actor("organiser"), command: { type: "session.seal" } }], before);
    const opened = after.count("followup") - before.count("followup");
    expect({ seed, rows: outlook.unanswered + outlook.doubted }).toEqual({ seed, rows: opened });
    expect(leftForLedger(contentOf(after))).toEqual([]);
    expect(outlook.pending).toBe(
      [...after.all("question")].filter(({ status }) => status === "pending").length,
    );
    expect(outlook.heldAnswers).toBe(
      [...after.all("answer")].filter(({ status }) => status === "held").length,
    );
    told += opened;
  }
  expect(told).toBeGreaterThan(0);
});
