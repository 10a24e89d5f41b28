import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { notesCloseCode } from "../../support/notes/notes-probe.ts";
import { PASSWORD } from "../../support/password.ts";
import { startServer } from "../../support/process/start-server.ts";
import { CAST, ROLES } from "../../support/sample/cast.ts";
import { call, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { postFrom } from "../../support/sockets/post-from.ts";
import { waitUntil } from "../../support/wait-until.ts";

const HOUR_MS = 60 * 60 * 1000;
const FOREIGN_ORIGINS = ["http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", "null", "file://"];

function tryPin(url: string, sessionId: string, seat: Seat, pin: string) {
  return call<{ error?: { code: string } }>(url, `/api/sessions/${sessionId}/join`, {
    body: { personId: seat.personId, pin },
  });
}

function wrongPin(seat: Seat, guess: number): string {
  const pin = String(guess).padStart(seat.pin.length, "0");
  return pin === seat.pin ? wrongPin(seat, guess + 5_000) : pin;
}

async function socketOpens(url: string, origin: string): Promise<boolean> {
  const address = `${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { Origin: origin } });
  try {
    await once(socket, "open");
    return true;
  } catch {
    return false;
  } finally {
    socket.on("error", () => undefined);
    socket.terminate();
  }
}

describe("[S1] guessing a PIN", () => {
  test("is slowed to twenty an hour for that seat, and the neighbour behind the same address enters", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const { asker, neighbour } = room.seats;
    const counts = { tried: 0, slowed: 0 };
    for (let guess = 0; guess < 600; guess += 1) {
      const reply = await tryPin(server.url, room.sessionId, asker, wrongPin(asker, guess));
      if (reply.status === 401) counts.tried += 1;
      if (reply.status === 429) {
        counts.slowed += 1;
        expect(reply.body.error?.code).toBe("too_many_tries");
        expect(Number(reply.headers.get("Retry-After"))).toBeGreaterThan(0);
        if (counts.slowed === 1) expect(await enterPin(server.url, room.sessionId, neighbour)).toBeTruthy();
      }
      now += HOUR_MS / 600;
    }
    expect(counts.tried + counts.slowed).toBe(600);
    expect(counts.tried).toBeLessThanOrEqual(20);
  });

  test("begins anew with the right one: who mistypes four times and enters may mistype again", async () => {
    const server = await startServer({ clock: () => 1_800_000_000_000 });
    const room = await openClass(server);
    const { asker } = room.seats;
    for (let time = 0; time < 3; time += 1) {
      for (let guess = 0; guess < 4; guess += 1) {
        const reply = await tryPin(server.url, room.sessionId, asker, wrongPin(asker, guess));
        expect(reply.status).toBe(401);
      }
      expect(await enterPin(server.url, room.sessionId, asker)).toBeTruthy();
    }
  });

  test("is over for who has the card once the waiting time is", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const { asker } = room.seats;
    for (let guess = 0; guess < 5; guess += 1) {
      await tryPin(server.url, room.sessionId, asker, wrongPin(asker, guess));
    }
    const slowed = await tryPin(server.url, room.sessionId, asker, asker.pin);
    expect(slowed.status).toBe(429);
    now += Number(slowed.headers.get("Retry-After")) * 1000;
    expect(await enterPin(server.url, room.sessionId, asker)).toBeTruthy();
  });

  test("from one laptop does not hold up the card's holder at another", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const { asker } = room.seats;
    for (let guess = 0; guess < 600; guess += 1) {
      await tryPin(server.url, room.sessionId, asker, wrongPin(asker, guess));
      now += (24 * HOUR_MS) / 600;
    }
    const body = { personId: asker.personId, pin: asker.pin };
    const path = `/api/sessions/${room.sessionId}/join`;
    expect((await postFrom("127.0.0.2", server.url, { path, body })).status).toBe(200);
  });

  test("gets an answer whatever is typed", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const length = room.seats.asker.pin.length;
    const typed = ["研".repeat(length), "é".repeat(length), "\u0000".repeat(length), "😀".repeat(length / 2)];
    for (const pin of typed) {
      expect((await tryPin(server.url, room.sessionId, room.seats.asker, pin)).status, pin).toBe(401);
    }
    const fullWidth = [...room.seats.neighbour.pin].map((digit) =>
      String.fromCodePoint(0xff10 + Number(digit)),
    );
    expect((await tryPin(server.url, room.sessionId, room.seats.neighbour, fullWidth.join(""))).status).toBe(
      200,
    );
  });
});

describe("[S2] PINs", () => {
  test("stay over a second import, and one is renewed without touching the others", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const people = ROLES.map((role) => ({ ...CAST[role], duties: [...(CAST[role].duties ?? [])] }));
    const again = await putRoster(server.url, room.organiserToken, room.sessionId, people);
    for (const role of ROLES) expect(again).toContainEqual(room.seats[role]);

    const { asker } = room.seats;
    const old = await room.enter("asker");
    const oldToken = await room.token("asker");
    const renewed = await call<{ pin: string }>(
      server.url,
      `/api/sessions/${room.sessionId}/people/${asker.personId}/pin`,
      { method: "POST", token: room.organiserToken },
    );
    expect(renewed.body.pin).not.toBe(asker.pin);
    await waitUntil(() => old.socket.disconnected, { what: "the old holder to be let go" });
    expect((await call(server.url, "/api/me", { token: oldToken })).status).toBe(401);
    expect(await notesCloseCode(server.url, room.sessionId, room.plenary, oldToken)).toBe(
      CLOSE_CODES.notSignedIn,
    );
    expect((await tryPin(server.url, room.sessionId, asker, asker.pin)).status).toBe(401);
    expect((await tryPin(server.url, room.sessionId, asker, renewed.body.pin)).status).toBe(200);
    expect(
      (await tryPin(server.url, room.sessionId, room.seats.neighbour, room.seats.neighbour.pin)).status,
    ).toBe(200);
  });

  test("are not in the database, nor are tokens and passwords", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const token = await room.token("asker");
    await server.stop();
    const files = readdirSync(server.directory).filter((name) => name.includes(".db"));
    const dump = Buffer.concat(files.map((name) => readFileSync(join(server.directory, name)))).toString(
      "latin1",
    );
    expect(dump).toContain(room.sessionId);
    for (const secret of [token, room.organiserToken, PASSWORD]) {
      expect(dump.includes(secret)).toBe(false);
    }
  });
});

describe("[S3] a page of another origin", () => {
  test.each(FOREIGN_ORIGINS)("%s gets in by no door", async (origin) => {
    const server = await startServer();
    const room = await openClass(server);
    const token = await room.token("asker");
    const http = await call<{ error: { code: string } }>(server.url, "/api/login", {
      body: { password: PASSWORD },
      headers: { Origin: origin },
    });
    expect([http.status, http.body.error.code]).toEqual([403, "origin_refused"]);
    const notes = await notesCloseCode(server.url, room.sessionId, room.plenary, token, { Origin: origin });
    expect(notes).toBe(CLOSE_CODES.noRight);
    expect(await socketOpens(server.url, origin)).toBe(false);
  });

  test("while the own page does", async () => {
    const server = await startServer();
    expect(await socketOpens(server.url, server.url)).toBe(true);
    const reply = await call(server.url, "/api/login", {
      body: { password: PASSWORD },
      headers: { Origin: server.url },
    });
    expect(reply.status).toBe(200);
  });
});

test("a wrong password is slowed by address, and signing out ends the token", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  expect((await call(server.url, "/api/sessions", { token })).status).toBe(200);
  const room = await openClass(server);
  const organiser = new Follower(server.url, room.sessionId, token);
  await organiser.join();
  const other = await room.organiser();
  await call(server.url, "/api/logout", { method: "POST", token });
  await waitUntil(() => organiser.socket.disconnected, { what: "the one signed out to be let go" });
  expect(other.socket.connected).toBe(true);
  expect((await call(server.url, "/api/sessions", { token })).status).toBe(401);
  const statuses: number[] = [];
  for (let guess = 0; guess < 15; guess += 1) {
    statuses.push((await call(server.url, "/api/login", { body: { password: `wrong ${guess}` } })).status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses.at(-1)).toBe(429);
});
