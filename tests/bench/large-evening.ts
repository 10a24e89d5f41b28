import type { JoinReply } from "../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { newId } from "../support/new-id.ts";
import { addToNotes } from "../support/notes/add-to-notes.ts";
import { node } from "../support/notes/notes-state.ts";
import { createSession, enterPin, putRoster } from "../support/sockets/api.ts";
import { askMany } from "../support/sockets/ask-many.ts";
import { commandAs } from "../support/sockets/command-as.ts";
import { LightClient } from "../support/sockets/light-client.ts";

export const ROOMS = 30;
const PEOPLE = 50;
const QUESTIONS_EACH = 10;
export const QUESTIONS = PEOPLE * QUESTIONS_EACH;
const PARAGRAPH = "会议认为，专项债评审有一审和二审，二审由哪一方负责、多长时间反馈，直接影响年内发行。";
const UNIT = "市财政局";
const ANSWER = "二审由省财政厅负责，十个工作日内反馈；材料齐全的，市局当日上报。";

/** A session of many questions with answers, and rooms with so many paragraphs of notes each. */
export async function largeEvening(url: string, token: string, paragraphsARoom: number): Promise<string> {
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
