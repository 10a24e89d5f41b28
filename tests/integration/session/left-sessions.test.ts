import { expect, test } from "vitest";
import { newId } from "../../support/new-id.ts";
import { addToNotes } from "../../support/notes/add-to-notes.ts";
import { node } from "../../support/notes/notes-state.ts";
import { settledMemory } from "../../support/process/settled-memory.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { waitUntil } from "../../support/wait-until.ts";

const IDLE_MS = 200;
const PEOPLE = 64;
const WARM_UP = 10;
const SESSIONS = 60;
/** Four hundred sessions in 20 MB. */
const LEFT_MAX_BYTES = 50_000;

/** A session is made, written in by an official, and left. */
async function openAndLeave({ url }: TestServer, organiser: string): Promise<void> {
  const { sessionId, rooms } = await createSession(url, organiser, { settings: { moderation: "after" } });
  const roomId = rooms[0]?.roomId ?? "";
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    name: `干部${index}`,
    unit: `县区${index % 9}`,
    side: "county" as const,
  }));
  const [seat] = await putRoster(url, organiser, sessionId, people);
  if (seat === undefined) throw new Error("a seat is expected");
  const token = await enterPin(url, sessionId, seat);
  const asker = await commandAs(url, sessionId, token);
  await asker({ type: "question.ask", questionId: newId(), roomId, text: "二审由谁负责？" });
  await addToNotes(url, `${sessionId}/${roomId}`, token, node("paragraph", {}, "议定事项"));
  await call(url, "/api/logout", { method: "POST", token });
  asker.close();
  // The next one looks for a seat.
  await call(url, `/api/sessions/${sessionId}/lobby`);
}

test("[C12] sessions that were opened and left leave next to nothing in memory", async () => {
  const server = await startServer({ idleHostMs: IDLE_MS });
  const organiser = await signIn(server.url);
  const opened = async (count: number) => {
    for (let made = 0; made < count; made += 1) await openAndLeave(server, organiser);
    await waitUntil(() => server.app.hosts.size === 0, { what: "no session in memory" });
    return settledMemory();
  };
  const before = await opened(WARM_UP);
  const left = ((await opened(SESSIONS)) - before) / SESSIONS;
  expect(left).toBeLessThan(LEFT_MAX_BYTES);
});
