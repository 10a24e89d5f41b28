import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { GuessesReply } from "../../../shared/protocol/http.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { type PostReply, postFrom } from "../../support/sockets/post-from.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = 1_800_000_000_000;

interface Hall {
  readonly sessionId: string;
  readonly organiserToken: string;
  readonly seats: readonly Seat[];
  tryPin(seat: Seat, pin: string, address?: string, cookie?: string): Promise<PostReply>;
  guesses(): Promise<GuessesReply["guessers"]>;
  admit(seat: Seat, address?: string): Promise<number>;
}

/** A session of so many seats, on a server that stands already. */
async function openHall(server: TestServer, size: number): Promise<Hall> {
  const { url } = server;
  const organiserToken = await signIn(url);
  const { sessionId } = await createSession(url, organiserToken);
  const people = Array.from({ length: size }, (_, index) => {
    return { name: `干部${index}`, unit: `县区${index % 9}`, side: "county" as const };
  });
  const seats = await putRoster(url, organiserToken, sessionId, people);
  const session = `/api/sessions/${sessionId}`;
  return {
    sessionId,
    organiserToken,
    seats,
    tryPin: (seat, pin, address = "127.0.0.2", cookie) => {
      const body = { personId: seat.personId, pin };
      return postFrom(address, url, {
        path: `${session}/join`,
        body,
        ...(cookie !== undefined && { cookie }),
      });
    },
    guesses: async () => {
      const { body } = await call<GuessesReply>(url, `${session}/guesses`, { token: organiserToken });
      return body.guessers;
    },
    admit: async (seat, address) => {
      const path = `${session}/people/${seat.personId}/admit`;
      const body = address === undefined ? {} : { address };
      return (await call(url, path, { token: organiserToken, body })).status;
    },
  };
}

function wrong({ pin }: Seat): string {
  return String((Number(pin) + 1) % 1_000_000).padStart(6, "0");
}

function seatAt({ seats }: Hall, index: number): Seat {
  const seat = seats[index % seats.length];
  if (seat === undefined) throw new Error("no such seat");
  return seat;
}

/** The laptop's cookie out of a successful join. */
function laptopCookie({ cookies }: PostReply): string {
  return cookies.find((cookie) => cookie.startsWith("laptop_")) ?? "";
}

function count(replies: readonly PostReply[], status: number): number {
  return replies.filter((reply) => reply.status === status).length;
}

describe("[S4] guessing PINs over many seats", () => {
  test("one address gets at most 200 wrong ones judged in an hour, and 40 at once no more than one by one", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const hall = await openHall(server, 199);
    const replies: PostReply[] = [];
    for (let guess = 0; guess < 1_000; guess += 40) {
      const wave = Array.from({ length: 40 }, (_, index) => seatAt(hall, guess + index));
      replies.push(...(await Promise.all(wave.map((seat) => hall.tryPin(seat, wrong(seat))))));
      now += HOUR_MS / 25;
    }
    expect(count(replies, 401) + count(replies, 429)).toBe(1_000);
    expect(count(replies, 401)).toBeGreaterThan(150);
    expect(count(replies, 401)).toBeLessThanOrEqual(200);
    expect(replies.filter(({ status }) => status === 429).every((one) => one.retryAfterSeconds > 0)).toBe(
      true,
    );
  });

  test("at one seat from many addresses, twenty in an hour are judged, however many come at once", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const hall = await openHall(server, 1);
    const seat = seatAt(hall, 0);
    const replies: PostReply[] = [];
    for (let round = 0; round < 10; round += 1) {
      const wave = Array.from({ length: 20 }, (_, index) => `127.0.0.${2 + index}`);
      replies.push(...(await Promise.all(wave.map((from) => hall.tryPin(seat, wrong(seat), from)))));
      now += HOUR_MS / 10;
    }
    expect(count(replies, 401)).toBeGreaterThanOrEqual(10);
    expect(count(replies, 401)).toBeLessThanOrEqual(20);
  });

  test("in one session is bounded over all addresses", async () => {
    const server = await startServer({ clock: () => START });
    const hall = await openHall(server, 120);
    const replies: PostReply[] = [];
    for (let from = 0; from < 8; from += 1) {
      const wave = Array.from({ length: 100 }, (_, index) => seatAt(hall, from * 15 + index));
      replies.push(
        ...(await Promise.all(wave.map((seat) => hall.tryPin(seat, wrong(seat), `127.0.0.${2 + from}`)))),
      );
    }
    expect(count(replies, 401)).toBe(500);
    const other = await openHall(server, 1);
    const { pin } = seatAt(other, 0);
    expect((await hall.tryPin(seatAt(hall, 119), seatAt(hall, 119).pin, "127.0.0.40")).status).toBe(429);
    expect((await other.tryPin(seatAt(other, 0), pin, "127.0.0.40")).status).toBe(200);
  });

  test("tells by a refusal nothing about the PIN", async () => {
    const server = await startServer({ clock: () => START });
    const hall = await openHall(server, 1);
    const seat = seatAt(hall, 0);
    for (let guess = 0; guess < 5; guess += 1) await hall.tryPin(seat, wrong(seat));
    const [right, other] = await Promise.all([hall.tryPin(seat, seat.pin), hall.tryPin(seat, wrong(seat))]);
    expect(right).toEqual(other);
    expect(right).toMatchObject({ status: 429, code: "too_many_tries", cookies: [] });
  });

  test("counts over a restart", async () => {
    const options = { directory: await tempDirectory(), secret: randomBytes(32), clock: () => START };
    const before = await startServer(options);
    const hall = await openHall(before, 120);
    const spray = hall.seats.slice(0, 100).map((seat) => hall.tryPin(seat, wrong(seat)));
    expect(count(await Promise.all(spray), 401)).toBe(100);
    await before.stop();
    const { url } = await startServer(options);
    const seat = seatAt(hall, 110);
    const path = `/api/sessions/${hall.sessionId}/join`;
    const body = { personId: seat.personId, pin: seat.pin };
    expect((await postFrom("127.0.0.2", url, { path, body })).status).toBe(429);
    expect((await postFrom("127.0.0.3", url, { path, body })).status).toBe(200);
  });
});

describe("[S4] people who mean well", () => {
  test("a hall of 300 behind one address gets in at once, a quarter of them mistyping first", async () => {
    const server = await startServer({ clock: () => START });
    const hall = await openHall(server, 300);
    const enter = async (seat: Seat, index: number) => {
      if (index % 4 === 0) expect((await hall.tryPin(seat, wrong(seat))).status).toBe(401);
      return hall.tryPin(seat, seat.pin);
    };
    expect(count(await Promise.all(hall.seats.map(enter)), 200)).toBe(300);
    expect(await hall.guesses()).toEqual([]);
  });

  test("who was in from this laptop is in again whatever strangers guess, also from the address that guesses", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const hall = await openHall(server, 60);
    const seat = seatAt(hall, 0);
    const cookie = laptopCookie(await hall.tryPin(seat, seat.pin, "127.0.0.9"));
    expect(cookie).toContain(seat.personId);
    for (const from of ["127.0.0.2", "127.0.0.3"]) {
      const wave = Array.from({ length: 400 }, (_, guess) => seatAt(hall, guess < 5 ? 0 : guess));
      const replies = await Promise.all(wave.map((tried) => hall.tryPin(tried, wrong(tried), from)));
      expect(count(replies, 429)).toBeGreaterThanOrEqual(300);
    }
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(429);
    for (const address of ["127.0.0.9", "127.0.0.2"]) {
      expect((await hall.tryPin(seat, seat.pin, address, cookie)).status).toBe(200);
    }
    // The laptop's own tries are bounded as well, and what it keeps is worth nothing at another seat.
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await hall.tryPin(seat, wrong(seat), "127.0.0.9", cookie)).status).toBe(401);
    }
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9", cookie)).status).toBe(429);
    now += 6 * MINUTE_MS;
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9", cookie)).status).toBe(200);
    const forged = cookie.replace(seat.personId, seatAt(hall, 1).personId);
    for (let guess = 0; guess < 5; guess += 1) await hall.tryPin(seatAt(hall, 1), "000000", "127.0.0.8");
    expect((await hall.tryPin(seatAt(hall, 1), "000000", "127.0.0.8", forged)).status).toBe(429);
  });

  test("a new PIN makes the old holder's laptop a stranger", async () => {
    const server = await startServer({ clock: () => START });
    const hall = await openHall(server, 1);
    const seat = seatAt(hall, 0);
    const cookie = laptopCookie(await hall.tryPin(seat, seat.pin));
    const path = `/api/sessions/${hall.sessionId}/people/${seat.personId}/pin`;
    await call(server.url, path, { method: "POST", token: hall.organiserToken });
    for (let guess = 0; guess < 5; guess += 1) await hall.tryPin(seat, seat.pin);
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.2", cookie)).status).toBe(429);
  });

  test("whom staff let in enters from that address past every bound, five tries for ten minutes", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const hall = await openHall(server, 120);
    const seat = seatAt(hall, 0);
    const exhaust = async () => {
      for (const from of ["127.0.0.2", "127.0.0.3"]) {
        for (let guess = 0; guess < 5; guess += 1) await hall.tryPin(seat, wrong(seat), from);
      }
      await Promise.all(hall.seats.slice(1).map((other) => hall.tryPin(other, wrong(other), "127.0.0.9")));
    };
    await exhaust();
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(429);
    expect(await hall.admit(seat, "127.0.0.9")).toBe(200);
    await exhaust();
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.4")).status).toBe(429);
    for (let guess = 0; guess < 4; guess += 1) {
      expect((await hall.tryPin(seat, wrong(seat), "127.0.0.9")).status).toBe(401);
    }
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(200);
    expect((await hall.tryPin(seat, wrong(seat), "127.0.0.9")).status).toBe(401);
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(429);

    expect(await hall.admit(seat, "127.0.0.9")).toBe(200);
    now += 10 * MINUTE_MS - 1;
    await exhaust();
    expect((await hall.tryPin(seat, wrong(seat), "127.0.0.9")).status).toBe(401);
    now += 1;
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(429);
    expect(await hall.admit(seat)).toBe(200);
    expect((await hall.tryPin(seat, seat.pin, "127.0.0.9")).status).toBe(200);
  });
});

describe("[S4] staff", () => {
  test("see at once who guesses, from where, at which seats, and one line in the log tells it", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const hall = await openHall(server, 60);
    const organiser = new Follower(server.url, hall.sessionId, hall.organiserToken);
    await organiser.join();
    let told = 0;
    organiser.socket.on("session:guesses", () => {
      told += 1;
    });
    const mistyped = seatAt(hall, 0);
    await hall.tryPin(mistyped, wrong(mistyped), "127.0.0.5");
    expect(await hall.guesses()).toEqual([]);
    for (const seat of hall.seats.slice(1, 41)) await hall.tryPin(seat, wrong(seat), "127.0.0.6");
    await waitUntil(() => told === 1, { what: "the organiser's screen to be told" });
    const [guesser, ...others] = await hall.guesses();
    expect(others).toEqual([]);
    expect(guesser).toMatchObject({ address: "127.0.0.6", wrong: 40, refused: 0, seats: 40, lastAt: START });
    const { personId, name, unit } = seatAt(hall, 40);
    expect(guesser?.people[0]).toEqual({ personId, name, unit, wrong: 1, refused: 0, lastAt: START });

    const lines = () => server.logged.filter(({ message }) => message === "PINs are being guessed");
    expect(lines()).toHaveLength(1);
    now += MINUTE_MS;
    await hall.tryPin(mistyped, wrong(mistyped), "127.0.0.6");
    expect(lines()).toHaveLength(2);
    expect(lines()[1]?.details).toEqual({
      address: "127.0.0.6",
      sessionId: hall.sessionId,
      wrong: 41,
      refused: 0,
      seats: 41,
    });
    expect(JSON.stringify(server.logged)).not.toContain(wrong(mistyped));

    await hall.admit(mistyped, "127.0.0.6");
    expect((await hall.guesses())[0]).toMatchObject({ wrong: 40, seats: 40 });
    now += HOUR_MS;
    expect(await hall.guesses()).toEqual([]);
  });

  test("alone see it and let people in", async () => {
    const server = await startServer();
    const hall = await openHall(server, 1);
    const seat = seatAt(hall, 0);
    const token = await call<{ token: string }>(server.url, `/api/sessions/${hall.sessionId}/join`, {
      body: { personId: seat.personId, pin: seat.pin, withoutCookie: true },
    }).then(({ body, headers }) => {
      expect(headers.getSetCookie().map((cookie) => cookie.split("=")[0])).toEqual([
        `laptop_${seat.personId}`,
      ]);
      return body.token;
    });
    const session = `/api/sessions/${hall.sessionId}`;
    expect((await call(server.url, `${session}/guesses`, { token })).status).toBe(403);
    expect((await call(server.url, `${session}/guesses`)).status).toBe(401);
    const admit = `${session}/people/${seat.personId}/admit`;
    expect((await call(server.url, admit, { token, body: {} })).status).toBe(403);
    const unknown = `${session}/people/nobody-0123456789abcdef/admit`;
    expect((await call(server.url, unknown, { token: hall.organiserToken, body: {} })).status).toBe(404);
  });
});
