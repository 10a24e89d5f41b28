import { expect, test } from "vitest";
import { UnrecordedAsks } from "../../../server/sockets/unrecorded-asks.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { given } from "../../support/sample/question-moves.ts";
import { actor, CREATE, namedId, ROOMS } from "../../support/sample/sample-session.ts";

const MINUTE_MS = 60_000;

test("[Q6] a seat that may ask no more may ask one a minute, and what was refused cost nothing", async () => {
  const state = given([
    "organiser",
    { type: "session.update", settings: { anonymity: "never", pendingMax: 2 } },
  ]);
  const asks = new UnrecordedAsks();
  let now = 0;
  const ask = async (reply: CommandReply = { ok: true, rev: 1 }) => {
    const where = { sessionId: CREATE.sessionId, actor: actor("asker"), state };
    const command = {
      type: "question.ask",
      questionId: namedId("q"),
      roomId: ROOMS.plenary,
      text: "问",
    } as const;
    return (
      await asks.submit(
        where,
        command,
        () => now,
        async () => reply,
      )
    ).ok;
  };
  const refused = { ok: false, error: { code: "room_closed", retryable: false } } as const;
  for (let count = 0; count < 5; count += 1) expect(await ask(refused)).toBe(false);
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  now += MINUTE_MS;
  expect([await ask(), await ask()]).toEqual([true, false]);
  now += 60 * MINUTE_MS;
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
});
