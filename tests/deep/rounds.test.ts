import { expect, test } from "vitest";
import { newId } from "../support/new-id.ts";
import { startServer } from "../support/process/start-server.ts";
import { HALL, openRoundsHall } from "../support/sockets/rounds-hall.ts";
import { waitUntil } from "../support/wait-until.ts";

const ROUNDS = 50;
/** What is aimed at on a machine of its own; here the browsers share it, so it is printed. */
const AIM_MS = 2_000;
const DEADLINE_MS = 30_000;

/** Rounds a session may have are fewer, so those that are over are planned in a session of their own, ten in each. */
const ROUNDS_A_SESSION = 10;

test("[B4] fifty times three hundred change into thirty rooms by one command, and nobody is lost", {
  timeout: 600_000,
}, async () => {
  const server = await startServer();
  const took: number[] = [];
  while (took.length < ROUNDS) {
    const { followers, organiser, plan, areInPlace } = await openRoundsHall(server, HALL.people);
    for (let shift = 1; shift <= ROUNDS_A_SESSION; shift += 1) {
      const roundId = newId();
      expect(await organiser.send(plan(roundId, shift))).toMatchObject({ ok: true });
      const begun = performance.now();
      expect(await organiser.send({ type: "round.start", roundId })).toMatchObject({ ok: true });
      await waitUntil(() => areInPlace(shift), { what: "everybody in place", deadlineMs: DEADLINE_MS });
      took.push(performance.now() - begun);
    }
    for (const { socket } of [...followers, organiser]) socket.disconnect();
  }
  const sorted = [...took].sort((one, other) => one - other);
  process.stdout.write(
    `300 into 30 rooms, ${took.length} rounds: median ${Math.round(sorted[ROUNDS / 2] ?? 0)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms (aim ${AIM_MS})\n`,
  );
});
