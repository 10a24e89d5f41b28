import { expect, test } from "vitest";
import { SessionHost } from "../../../server/host/session-host.ts";
import { GENESIS_HASH } from "../../../server/ports/journal.ts";
import { LaneAnswers, type LanesAnswer } from "../../../server/sockets/lane-answers.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { SessionState } from "../../../shared/domain/state.ts";
import { DEFLATE_RAW } from "../../../shared/protocol/lanes.ts";
import { newId } from "../../support/new-id.ts";
import { questionCrowd } from "../../support/sample/question-crowd.ts";
import { CREATE } from "../../support/sample/sample-session.ts";

/** More than any machine encodes and packs in one turn. */
const PEOPLE = 10_000;

function hugeHost(): SessionHost {
  const { state } = questionCrowd(1, 1, 0);
  const others = [...state.everything()].filter(({ kind }) => kind !== "person");
  const [person] = state.all("person");
  if (person === undefined) throw new Error("nobody");
  const people = Array.from({ length: PEOPLE }, () => {
    const personId = newId();
    return { ...person, personId, id: personRecordId(personId) };
  });
  return new SessionHost(
    CREATE.sessionId,
    { state: SessionState.of(state.head, [...others, ...people]), hash: GENESIS_HASH, commands: [] },
    {
      journal: openMemoryStorage().journal,
      audience: {
        changes: () => undefined,
        reset: () => undefined,
        stored: () => undefined,
        signOut: async () => undefined,
        notesAccessChanged: () => undefined,
      },
      clock: () => 1_000_000,
      newId,
      log: () => undefined,
      commitIntervalMs: 0,
    },
  );
}

const host = hugeHost();
const everything = { viewer: { actor: { kind: "stage" }, follows: [] }, have: {} } as const;
const asked = { ...everything, accepts: [DEFLATE_RAW] };

const textOf = ({ json }: LanesAnswer) => Buffer.concat(json).toString();

test("a huge session is encoded over several turns of the loop, once for all who wait", async () => {
  const answers = new LaneAnswers();
  let turns = 0;
  let answer = answers.encode(host, asked, turns);
  expect(answer).toBeNull();
  const turning = answers.nextTurn();
  // Another who asks in the same turn does not hold the loop once more.
  expect(answers.encode(host, asked, 0)).toBeNull();
  expect(answers.nextTurn()).toBe(turning);
  for (; answer === null; turns += 1) {
    await answers.nextTurn();
    answer = answers.encode(host, asked, turns + 1);
  }
  expect(turns).toBeGreaterThan(1);
  const again = answers.encode(host, asked, 0);
  expect(again?.attachments.flat().length).toBe(answer.attachments.flat().length);
  expect(again?.attachments.flat().every((piece, at) => piece === answer?.attachments.flat()[at])).toBe(true);
  expect(JSON.parse(textOf(answer))).toHaveLength(host.lanesSince(everything.viewer, {}).length);
});

test("who has waited many turns is answered at once, and nobody who stands nowhere is answered a lane", () => {
  const answers = new LaneAnswers();
  expect(answers.encode(host, asked, 100)).not.toBeNull();
  const stranger = { kind: "person", personId: newId() } as const;
  const nothing = answers.encode(host, { ...asked, viewer: { actor: stranger, follows: [] } }, 0);
  expect(nothing === null ? null : textOf(nothing)).toBe("[]");
});
