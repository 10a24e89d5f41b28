import { expect, test } from "vitest";
import { COMMAND_TYPES } from "../../shared/protocol/commands/command.ts";
import { startServer } from "../support/process/start-server.ts";
import { freshSeeds, Seeded } from "../support/sample/seeded.ts";
import { openClass } from "../support/sockets/class-of-thirteen.ts";
import { rawSocket } from "../support/sockets/raw-socket.ts";
import { waitUntil } from "../support/wait-until.ts";

const CALLS = 2_000;
const CALLS_A_SOCKET = 25;
const EVENTS = [
  "session:join",
  "session:command",
  "session:ping",
  "session:changes",
  "connect",
  "disconnect",
  "error",
  "__proto__",
];

/** A value nobody would send in good faith. */
function oddValue(random: Seeded, depth = 0): unknown {
  const makers: (() => unknown)[] = [
    () => null,
    () => true,
    () => random.below(1_000_000) - 500_000,
    () => 1e308,
    () => "",
    () => "\u0000\u0007",
    () => "\ud800 lone",
    () => "=cmd()|' /C calc'!A0",
    () => "长".repeat(random.below(3_000)),
    () => [],
    () => ({ __proto__: null }),
    () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
    () => ({ type: random.pick(COMMAND_TYPES) }),
    () => ({
      commandId: random.id(),
      command: { type: random.pick(COMMAND_TYPES), questionId: oddValue(random, 3) },
    }),
    () => ({ sessionId: random.id(), protocolVersion: oddValue(random, 3), have: oddValue(random, 3) }),
    () => ({ sessionId: random.id(), protocolVersion: 7, have: {}, accepts: oddValue(random, 3) }),
  ];
  if (depth < 3) {
    makers.push(
      () => Array.from({ length: random.below(6) }, () => oddValue(random, depth + 1)),
      () => ({ [random.pick(["a", "commandId", "command", "have", "type"])]: oddValue(random, depth + 1) }),
    );
  }
  return random.pick(makers)();
}

/** One packet: a call of ours with something odd in it; or, which has the connection closed, a packet that is itself broken. */
function oddPacket(random: Seeded, mayBreak: boolean): string {
  if (mayBreak && random.chance(0.15)) {
    return random.pick([
      "42",
      "42[",
      '42["session:join"',
      "43999[]",
      '451-["a",{"_placeholder":true,"num":0}]',
      "9",
      "40{",
      "4",
      "2probe",
      "42{}",
    ]);
  }
  const event = random.chance(0.8) ? random.pick(EVENTS.slice(0, 3)) : random.pick(EVENTS);
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  const values = Array.from({ length: count }, () => oddValue(random));
  const acknowledgement = random.chance(0.7) ? String(random.below(1_000)) : "";
  return `42${acknowledgement}${JSON.stringify([event, ...values])}`;
}

test(`[C5] ${CALLS} malformed calls harm nobody`, { timeout: 180_000 }, async () => {
  const [seed = 0] = freshSeeds(1);
  process.stdout.write(`hostile calls: seed ${seed}\n`);
  const random = new Seeded(seed);
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const honest = await room.enter("asker");
  const token = await room.token("neighbour");
  const counts = { answered: 0, closed: 0 };
  for (let sent = 0; sent < CALLS; sent += CALLS_A_SOCKET) {
    const socket = await rawSocket(server.url, random.chance(0.5) ? token : room.organiserToken);
    let isClosed = false;
    socket.on("close", () => {
      isClosed = true;
      counts.closed += 1;
    });
    socket.on("message", (data: Buffer) => {
      if (data.toString().startsWith("43")) counts.answered += 1;
    });
    const mayBreak = random.chance(0.3);
    for (let call = 0; call < CALLS_A_SOCKET; call += 1) socket.send(oddPacket(random, mayBreak));
    // A call in good form at the end: answered, unless something before it had the connection closed.
    socket.send('427777["session:ping",{}]');
    const before = counts.answered;
    await waitUntil(() => isClosed || counts.answered > before, {
      what: `seed ${seed}: an answer or a close`,
    });
    socket.terminate();
    if (sent % 500 === 0) {
      const questionId = random.id();
      const asked = await honest.send({
        type: "question.ask",
        questionId,
        roomId: room.plenary,
        text: "照常提问",
      });
      expect(asked, `seed ${seed}`).toMatchObject({ ok: true });
    }
  }
  process.off("unhandledRejection", note);
  process.off("uncaughtException", note);
  expect(unhandled).toEqual([]);
  expect(server.logged.filter(({ message }) => message === "call failed")).toEqual([]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(counts.answered).toBeGreaterThan(CALLS / 10);
  const host = await server.app.hosts.open(room.sessionId);
  const texts = [...(host?.state.all("question") ?? [])].map((question) => question.text);
  expect(new Set(texts)).toEqual(new Set(["照常提问"]));
});

test("[S3] without a token nobody gets in, and a foreign page neither", async () => {
  const server = await startServer();
  await expect(rawSocket(server.url, "no such token")).rejects.toThrow(/not_signed_in/);
  await expect(rawSocket(server.url, "", { Origin: "http://evil.example" })).rejects.toThrow(/response: 400/);
});
