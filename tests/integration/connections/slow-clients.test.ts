import { expect, test } from "vitest";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { openLine } from "../../support/sockets/line-proxy.ts";
import { waitUntil } from "../../support/wait-until.ts";

const SWEEP_MS = 100;
const STALLED_LOOKS = 10;
/** More than the two kernels between the ends of a line take in, in questions of full length. */
const QUESTIONS = 4_000;
/** Each message stays below what may wait, so that only their sum is too much. */
const ASKED_AT_ONCE = 25;

test("a client that stops reading is let go, nobody else is, and it has everything once it is back", async () => {
  const limits = {
    sweepMs: SWEEP_MS,
    patientBytes: 64 * 1024,
    stalledLooks: STALLED_LOOKS,
    maxBytes: 2 ** 30,
  };
  const server = await startServer({ slowClientLimits: limits });
  const room = await openClass(server, { moderation: "after" });
  const line = await openLine(server.url);
  const staller = new Follower(line.url, room.sessionId, await room.token("neighbour"), {
    reconnection: true,
  });
  await staller.join();
  const reader = await room.enter("asker");
  const connected = async () =>
    Number(/^yantao_session_connections (\d+)$/m.exec(await server.app.metrics.metrics())?.[1]);
  expect(await connected()).toBe(2);

  line.freeze();
  const host = await server.app.hosts.open(room.sessionId);
  const text = "问".repeat(LIMITS.questionMaxChars);
  const asker = { kind: "person" as const, personId: room.seats.asker.personId };
  const ask = () =>
    host?.submit(asker, newId(), { type: "question.ask", questionId: newId(), roomId: room.plenary, text });
  for (let asked = 0; asked < QUESTIONS; asked += ASKED_AT_ONCE) {
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, ask));
  }
  const askedAt = performance.now();
  await waitUntil(async () => (await connected()) === 1, {
    deadlineMs: 20_000,
    what: "the staller is let go",
  });
  expect(performance.now() - askedAt).toBeLessThan(SWEEP_MS * STALLED_LOOKS + 5_000);
  expect(reader.socket.connected).toBe(true);
  const letGo = await server.app.metrics.getSingleMetricAsString("yantao_slow_clients_closed_total");
  expect(letGo).toMatch(/ 1$/m);

  const back = new Promise<void>((resolve) => staller.socket.once("connect", resolve));
  line.thaw();
  await back;
  await staller.join();
  const fresh = new Follower(server.url, room.sessionId, await room.token("neighbour"));
  await fresh.join();
  expect(staller.records()).toEqual(fresh.records());
});
