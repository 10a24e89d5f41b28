import { describe, expect, test } from "vitest";
import { hashPassword } from "../../../server/identity/passwords.ts";
import { TOKEN_COOKIE } from "../../../server/identity/request-token.ts";
import { TokenWatch } from "../../../server/identity/token-watch.ts";
import type { OpenStageReply, StageLinksReply } from "../../../shared/protocol/http.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { notesCloseCode } from "../../support/notes/notes-probe.ts";
import { startNotesServer } from "../../support/notes/notes-server.ts";
import { openNotesSocket } from "../../support/notes/notes-socket.ts";
import { PASSWORD } from "../../support/password.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { postFrom } from "../../support/sockets/post-from.ts";
import { waitUntil } from "../../support/wait-until.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS = 7 * DAY_MS;
const HALL = 150;

interface Renewed {
  readonly pin: string;
}

function tokenWorks(url: string, token: string): Promise<boolean> {
  return call(url, "/api/me", { token }).then(({ status }) => status === 200);
}

async function working(url: string, tokens: readonly string[]): Promise<number> {
  return (await Promise.all(tokens.map((token) => tokenWorks(url, token)))).filter(Boolean).length;
}

/** The same from so many addresses that wrong PINs of one are none too many. */
async function joinFrom(index: number, url: string, sessionId: string, { personId, pin }: Seat) {
  const path = `/api/sessions/${sessionId}/join`;
  const reply = await postFrom(`127.0.0.${2 + (index % 3)}`, url, { path, body: { personId, pin } });
  return reply.code ?? reply.cookies.find((cookie) => cookie.startsWith(TOKEN_COOKIE))?.split("=")[1] ?? "";
}

/** The token, or the code of the refusal. */
async function join(url: string, sessionId: string, { personId, pin }: Seat): Promise<string> {
  const { body } = await call<{ token?: string; error?: { code: string } }>(
    url,
    `/api/sessions/${sessionId}/join`,
    { body: { personId, pin } },
  );
  return body.token ?? body.error?.code ?? "";
}

function isToken(answer: string): boolean {
  return answer.length === 32;
}

function logOut(url: string, token: string) {
  return call(url, "/api/logout", { method: "POST", token });
}

function openNotes(server: TestServer, room: Class, token: string) {
  const path = `${room.sessionId}/${room.plenary}/notes`;
  return openNotesSocket(`${server.url.replace("http", "ws")}/yjs`, token, path);
}

async function openHall(server: TestServer) {
  const organiser = await signIn(server.url);
  const { sessionId } = await createSession(server.url, organiser);
  const people = Array.from({ length: HALL }, (_, index) => {
    return { name: `代表${index}`, unit: `第${index % 12}县`, side: "county" as const };
  });
  return { organiser, sessionId, seats: await putRoster(server.url, organiser, sessionId, people) };
}

describe("[S6] what ends, ends also what is under way", () => {
  test("of a hall that enters while its PINs are renewed nobody stays in by the old one", async () => {
    const server = await startServer();
    const { url } = server;
    const { organiser, sessionId, seats } = await openHall(server);
    // So many at once of one organiser have to wait for their turn, and are told so.
    const renew = ({ personId }: Seat) =>
      waitUntil(
        async () => {
          const path = `/api/sessions/${sessionId}/people/${personId}/pin`;
          const { status, body } = await call<Renewed>(url, path, { method: "POST", token: organiser });
          return status === 200 && body.pin;
        },
        { deadlineMs: 60_000, what: "a new PIN" },
      );
    const [answers, renewed] = await Promise.all([
      Promise.all(seats.map((seat, index) => joinFrom(index, url, sessionId, seat))),
      Promise.all(seats.map(renew)),
    ]);
    expect(await working(url, answers.filter(isToken))).toBe(0);
    const others = answers.filter((answer) => !isToken(answer));
    expect(others).toEqual(others.map(() => "pin_wrong"));
    const anew = await Promise.all(
      seats.map((seat, index) => join(url, sessionId, { ...seat, pin: renewed[index] ?? "" })),
    );
    expect(await working(url, anew)).toBe(HALL);
  });

  test("a sign-in that began before its person was taken off the roster gets no token", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const command = await commandAs(server.url, room.sessionId, room.organiserToken);
    const { personId } = room.seats.asker;
    const { tokens } = server.app;
    const signIn = await tokens.beginSignIn({ kind: "person", sessionId: room.sessionId, personId });
    await command({ type: "person.remove", personId });
    expect(await tokens.issue(signIn)).toBeNull();
  });

  test("a sign-in with the password of before ends with the new one", async () => {
    const server = await startServer();
    const { url } = server;
    const answers: string[] = [];
    const changed = await hashPassword("another password");
    const signIns = Array.from({ length: 8 }, async () => {
      const { body } = await call<{ token?: string; error?: { code: string } }>(url, "/api/login", {
        body: { password: PASSWORD },
      });
      answers.push(body.token ?? body.error?.code ?? "");
    });
    await waitUntil(() => answers.length > 0, { what: "the first to be signed in" });
    server.app.tokens.ended(await server.storage.credentials.setPasswordHash(changed));
    await Promise.all(signIns);
    expect(answers).toContain("password_wrong");
    expect(await working(url, answers.filter(isToken))).toBe(0);
  });

  test("sockets that come in while their token is withdrawn do not stay", async () => {
    const server = await startServer();
    const room = await openClass(server);
    for (let round = 0; round < 6; round += 1) {
      const token = await room.token("asker");
      const live = Array.from({ length: 12 }, () => new Follower(server.url, room.sessionId, token));
      const settled = live.map(
        ({ socket }) =>
          new Promise<void>((done) => {
            socket.once("connect", done);
            socket.once("connect_error", () => done());
          }),
      );
      const notes = Array.from({ length: 6 }, () => openNotes(server, room, token));
      // One is in, the others are on their way.
      await Promise.race(round % 2 === 0 ? settled : notes);
      await logOut(server.url, token);
      await Promise.all(settled);
      await waitUntil(() => live.every(({ socket }) => socket.disconnected), {
        what: "sockets to be closed",
      });
      for (const socket of await Promise.all(notes))
        expect(await socket.closed()).toBe(CLOSE_CODES.notSignedIn);
    }
  });

  test("a token that ends while its notes are opened shows nothing of them", async () => {
    const watch = new TokenWatch();
    const stayOn = (token: string) => {
      const stay = watch.stayOn(token);
      if (token === "bob") watch.end(token);
      return stay;
    };
    const server = await startNotesServer({ stayOn });
    const alice = await openNotesSocket(server.url, "alice");
    await waitUntil(() => alice.received.length > 0, { what: "the document to be open" });
    const bob = await openNotesSocket(server.url, "bob");
    expect(await bob.closed()).toBe(CLOSE_CODES.notSignedIn);
    expect(bob.received).toEqual([]);
    watch.end("alice");
    expect(await alice.closed()).toBe(CLOSE_CODES.notSignedIn);
  });

  test("a stage is not opened by who is signed out meanwhile", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const staff = await room.token("recorder");
    const { tokens } = server.app;
    expect(await tokens.issueStage(room.sessionId, staff)).not.toBeNull();
    await logOut(server.url, staff);
    expect(await tokens.issueStage(room.sessionId, staff)).toBeNull();
  });
});

test("[S7] what is open on a token ends with it, and the token is not remembered beyond", async () => {
  let now = 1_800_000_000_000;
  const server = await startServer({ clock: () => now, tokenSweepMs: 20 });
  const room = await openClass(server);
  const early = await room.token("asker");
  now += DAY_MS;
  const late = await room.enter("neighbour");
  now += LIFETIME_MS - DAY_MS - 1;
  const live = new Follower(server.url, room.sessionId, early);
  await live.join();
  const notes = await openNotes(server, room, early);
  expect(await tokenWorks(server.url, early)).toBe(true);
  now += 1;
  await waitUntil(() => live.socket.disconnected, { what: "the expired one to be let go" });
  expect(await notes.closed()).toBe(CLOSE_CODES.notSignedIn);
  expect(await tokenWorks(server.url, early)).toBe(false);
  expect(late.socket.connected).toBe(true);
});

describe("[S8] links to the stage", () => {
  test("are listed without their tokens, and one is withdrawn with its pages", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const path = `/api/sessions/${room.sessionId}/stage`;
    const staff = await room.token("recorder");
    const list = async () => (await call<StageLinksReply>(server.url, path, { token: staff })).body.links;
    expect(await list()).toEqual([]);
    const open = async () => {
      now += 1;
      const { body } = await call<OpenStageReply>(server.url, path, { method: "POST", token: staff });
      const page = new Follower(server.url, room.sessionId, body.token);
      await page.join();
      return { ...body, page };
    };
    const [first, second] = [await open(), await open()];
    const links = await list();
    expect(links).toEqual([
      { stageId: second.stageId, openedAt: now, expiresAt: now + LIFETIME_MS, openPages: 1 },
      { stageId: first.stageId, openedAt: now - 1, expiresAt: now - 1 + LIFETIME_MS, openPages: 1 },
    ]);
    expect(JSON.stringify(links)).not.toContain(first.token);
    expect(await tokenWorks(server.url, first.stageId)).toBe(false);

    const asker = await room.token("asker");
    for (const [method, at] of [
      ["GET", path],
      ["DELETE", `${path}/${first.stageId}`],
    ] as const) {
      expect((await call(server.url, at, { method, token: asker })).status).toBe(403);
      expect((await call(server.url, at, { method, token: second.token })).status).toBe(403);
    }
    const withdrawn = await call(server.url, `${path}/${first.stageId}`, { method: "DELETE", token: staff });
    expect(withdrawn.status).toBe(200);
    await waitUntil(() => first.page.socket.disconnected, { what: "the page to be closed" });
    expect(await tokenWorks(server.url, first.token)).toBe(false);
    expect(await tokenWorks(server.url, second.token)).toBe(true);
    expect(second.page.socket.connected).toBe(true);
    expect((await list()).map(({ stageId }) => stageId)).toEqual([second.stageId]);
    const again = await call(server.url, `${path}/${first.stageId}`, { method: "DELETE", token: staff });
    expect(again.status).toBe(404);
  });

  test("of another session are not withdrawn", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const token = room.organiserToken;
    const { sessionId } = await createSession(server.url, token);
    const path = `/api/sessions/${sessionId}/stage`;
    const { body } = await call<OpenStageReply>(server.url, path, { method: "POST", token });
    const elsewhere = `/api/sessions/${room.sessionId}/stage/${body.stageId}`;
    expect((await call(server.url, elsewhere, { method: "DELETE", token })).status).toBe(404);
  });
});

describe("[S9] beyond so many tokens the oldest ends with its sockets", () => {
  test("twenty of a person, and nobody else's", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const oldest = await room.enter("asker");
    const notes = await openNotes(server, room, await room.token("neighbour"));
    const later: string[] = [];
    for (let entered = 0; entered < 19; entered += 1) {
      now += 1;
      later.push(await room.token("asker"));
    }
    expect(oldest.socket.connected).toBe(true);
    now += 1;
    later.push(await room.token("asker"));
    await waitUntil(() => oldest.socket.disconnected, { what: "the oldest to be let go" });
    expect(await working(server.url, later)).toBe(20);
    expect(notes.closeCode()).toBeNull();
  });

  test("twenty links to a stage, a hundred of the organiser", async () => {
    let now = 1_800_000_000_000;
    const server = await startServer({ clock: () => now });
    const room = await openClass(server);
    const path = `/api/sessions/${room.sessionId}/stage`;
    const token = room.organiserToken;
    const stages: string[] = [];
    for (let opened = 0; opened < 21; opened += 1) {
      now += 1;
      stages.push((await call<{ token: string }>(server.url, path, { method: "POST", token })).body.token);
    }
    expect(await working(server.url, stages)).toBe(20);
    expect(await tokenWorks(server.url, stages[0] ?? "")).toBe(false);
    for (let signedIn = 0; signedIn < 100; signedIn += 1) {
      now += 1;
      const signIn = await server.app.tokens.beginSignIn({ kind: "organiser" });
      await server.app.tokens.issue(signIn);
    }
    expect(await tokenWorks(server.url, token)).toBe(false);
  });
});

test("[S10] who was taken off the roster and put back enters anew, by the same PIN", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const { asker } = room.seats;
  const command = await commandAs(server.url, room.sessionId, room.organiserToken);
  const follower = await room.enter("asker");
  const token = await room.token("asker");
  const neighbour = await room.enter("neighbour");
  const { personId } = asker;
  await command({ type: "person.remove", personId });
  expect(await tokenWorks(server.url, token)).toBe(false);
  await waitUntil(() => follower.socket.disconnected, { what: "the removed one to be let go" });
  expect(await notesCloseCode(server.url, room.sessionId, room.plenary, token)).toBe(CLOSE_CODES.notSignedIn);

  // What a crash between the removal and the end of its tokens would have left.
  const left = await server.app.tokens.issue(
    await server.app.tokens.beginSignIn({ kind: "person", sessionId: room.sessionId, personId }),
  );
  const { name, unit } = asker;
  await putRoster(server.url, room.organiserToken, room.sessionId, [{ name, unit, side: "county" }]);
  expect(await tokenWorks(server.url, left ?? "")).toBe(false);
  expect(await tokenWorks(server.url, token)).toBe(false);
  expect(await tokenWorks(server.url, await enterPin(server.url, room.sessionId, asker))).toBe(true);
  expect(neighbour.socket.connected).toBe(true);
});
