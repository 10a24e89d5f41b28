import { describe, expect, test } from "vitest";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { agendaIn, itemsInOrder } from "../../../shared/domain/agenda/items.ts";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { CREATE, IMPORT } from "../../support/sample/sample-session.ts";
import { call, createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const AGENDA = [
  { title: "提问解惑", itemKind: "questions", plannedMs: 1_800_000, rooms: "plenary", ledBy: "马主持" },
  { title: "分组研讨", itemKind: "groups", plannedMs: null, rooms: "groups", ledBy: null },
] as const;

const sessions = async ({ url }: TestServer, token: string) =>
  (await call<{ sessions: { sessionId: string; title: string }[] }>(url, "/api/sessions", { token })).body
    .sessions;

async function stateOf(server: TestServer, sessionId: string) {
  const host = await server.app.hosts.open(sessionId);
  if (host === null) throw new Error("no such session");
  return host.state;
}

/** A session that was held: people came, asked, sat in a round, went through the agenda. */
async function heldSession(server: TestServer) {
  const { url } = server;
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    title: "互动交流会",
    place: "三楼会议室",
    settings: { moderation: "after", anonymity: "off", pendingMax: 5 },
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
    topics: ["专项债"],
    agenda: AGENDA,
  });
  const [plenary = "", first = ""] = rooms.map(({ roomId }) => roomId);
  const seats = await putRoster(url, token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "滑县财政局", side: "county", group: "第一组", seat: "1排2座", post: "局长" },
    { name: "张明", unit: "市财政局", side: "municipal", group: "第一组", duties: ["leader"] },
    { name: "退出的", unit: "内黄县", side: "county" },
  ]);
  const [ma, zheng, zhang, gone] = seats.map(({ personId }) => personId) as [string, string, string, string];
  if (seats[1] !== undefined) await enterPin(url, sessionId, seats[1]);
  const act = await commandAs(url, sessionId, token);
  const roundId = newId();
  const group = { roomId: first, name: "第一组", max: null, locked: [], leaderId: zheng, recorderId: null };
  const rules = { balanceSides: true, balancePosts: true, apartUnits: true };
  const commands: readonly Command[] = [
    { type: "person.remove", personId: gone },
    { type: "person.move", personId: ma, roomId: first },
    { type: "room.moderate", roomId: first, moderation: "before" },
    { type: "phrases.set", declineReasons: ["不属本次议题"] },
    { type: "question.ask", questionId: newId(), roomId: plenary, text: "谁负责？", spoken: true },
    {
      type: "round.plan",
      roundId,
      name: "第一轮",
      groups: [{ ...group, free: [zheng, zhang] }],
      rules: { ...rules, apart: [], together: [], notMet: [] },
      seed: 1,
    },
  ];
  for (const command of commands) await act(command);
  const items = itemsInOrder(
    agendaIn(await stateOf(server, sessionId)),
    (await stateOf(server, sessionId)).all("agendaItem"),
  );
  const [asking = "", groups = ""] = items.map(({ itemId }) => itemId);
  await act({ type: "agenda.update", itemId: groups, roomSet: { kind: "round", roundId } });
  await act({ type: "agenda.advance", fromItemId: null, toItemId: groups });
  await act({ type: "agenda.advance", fromItemId: groups, toItemId: asking });
  act.close();
  return { token, sessionId, seats };
}

describe("[A7] a session made with an agenda", () => {
  test("has it at once, in one row of the journal, and who leads is not written there", async () => {
    const server = await startServer();
    const token = await signIn(server.url);
    const { sessionId } = await createSession(server.url, token, { agenda: AGENDA });
    const state = await stateOf(server, sessionId);
    expect(state.head).toBe(1);
    const items = itemsInOrder(agendaIn(state), state.all("agendaItem"));
    expect(items.map(({ title, roomSet }) => [title, roomSet.kind])).toEqual([
      ["提问解惑", "plenary"],
      ["分组研讨", "groups"],
    ]);
    const journal = JSON.stringify(await server.storage.journal.rows(sessionId, 0, 10));
    expect(journal).toContain("提问解惑");
    expect(journal).not.toContain("马主持");
  });

  test("that cannot be is not made", async () => {
    const server = await startServer();
    const token = await signIn(server.url);
    const [item] = AGENDA;
    for (const agenda of [
      [{ ...item, plannedMs: 30_000 }],
      [{ ...item, title: "" }],
      [{ ...item, rooms: "round" }],
      [{ ...item, itemId: newId() }],
      Array.from({ length: LIMITS.agendaItemsMax + 1 }, () => item),
      "提问解惑",
    ]) {
      const { status } = await call(server.url, "/api/sessions", { token, body: { title: "会", agenda } });
      expect(status).toBe(400);
    }
    expect(await sessions(server, token)).toEqual([]);
  });
});

describe("[A7] a session like another", () => {
  test("has what was prepared and nothing of what was held; people sit in their places under new PINs", async () => {
    const server = await startServer();
    const { token, sessionId, seats } = await heldSession(server);
    const before = await stateOf(server, sessionId);
    const path = `/api/sessions/${sessionId}/duplicate`;
    const reply = await call<{ sessionId: string; rooms: { name: string }[] }>(server.url, path, {
      token,
      body: { title: "互动交流会（副本）", withPeople: true },
    });
    expect(reply.status).toBe(201);
    expect(reply.body.rooms.map(({ name }) => name)).toEqual(["大会", "第一组"]);
    const state = await stateOf(server, reply.body.sessionId);
    expect(state.session()).toMatchObject({
      title: "互动交流会（副本）",
      startsAt: null,
      place: "三楼会议室",
      settings: { moderation: "after", anonymity: "off", pendingMax: 5 },
      status: "open",
    });
    const [first] = [...state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
    expect(first).toMatchObject({ name: "第一组", moderation: "before", status: "closed" });
    expect([...state.all("topics")][0]?.names).toEqual(["专项债"]);
    expect([...state.all("phrases")][0]?.declineReasons).toEqual(["不属本次议题"]);
    const items = itemsInOrder(agendaIn(state), state.all("agendaItem"));
    expect(
      items.map(({ title, roomSet, ledBy, startedAt }) => [title, roomSet.kind, ledBy, startedAt]),
    ).toEqual([
      ["提问解惑", "plenary", "马主持", null],
      ["分组研讨", "round", null, null],
    ]);
    const people = [...state.all("person")].sort(byOrder);
    expect(people.map(({ name, duties, group, seat, post }) => [name, duties, group, seat, post])).toEqual([
      ["马主持", ["moderator"], null, null, null],
      ["郑文海", [], "第一组", "1排2座", "局长"],
      ["张明", ["leader"], "第一组", null, null],
    ]);
    for (const person of people) {
      expect(person).toMatchObject({ arrivedAt: null, removed: false });
      expect(person.roomId).toBe(person.group === null ? null : first?.roomId);
    }
    for (const kind of ["question", "timer", "speech"] as const) expect([...state.all(kind)]).toEqual([]);
    expect([...state.all("round")]).toMatchObject([{ name: "第一轮", status: "planned", start: null }]);

    const cards = await call<{ people: { personId: string; name: string; pin: string }[] }>(
      server.url,
      `/api/sessions/${reply.body.sessionId}/seat-cards`,
      { token },
    );
    const known = new Map(seats.map(({ name, pin }) => [name, pin]));
    const zheng = cards.body.people.find(({ name }) => name === "郑文海");
    expect(zheng?.pin).not.toBe(known.get("郑文海"));
    expect(zheng).toBeDefined();
    if (zheng !== undefined) await enterPin(server.url, reply.body.sessionId, { unit: "", ...zheng });
    expect(before).toBe(await stateOf(server, sessionId));
  });

  test("of which one part cannot be is not made at all", async () => {
    const server = await startServer();
    const organiser = { kind: "organiser" } as const;
    const create = { ...CREATE, sessionId: newId() };
    const twice = IMPORT.people.slice(0, 1).flatMap((person) => [person, person]);
    const reply = await server.app.hosts.create(organiser, create, [{ ...IMPORT, people: twice }]);
    expect(reply).toMatchObject({ ok: false, error: { code: "id_taken" } });
    expect(await server.storage.journal.head(create.sessionId)).toBeNull();
    expect((await server.app.hosts.create(organiser, create, [IMPORT])).ok).toBe(true);
    expect((await server.storage.journal.head(create.sessionId))?.head).toBe(2);
  });

  test("is stored at once, however many commands make it", async () => {
    const memory = openMemoryStorage().journal;
    let appends = 0;
    const journal = {
      ...memory,
      append: (batch: Parameters<typeof memory.append>[0]) => {
        appends += 1;
        return memory.append(batch);
      },
    };
    const { sessionId, rooms } = CREATE;
    const moves = Array.from({ length: 900 }, (_, at): Command => {
      return {
        type: "room.moderate",
        roomId: rooms[0]?.roomId ?? "",
        moderation: at % 2 ? "before" : "after",
      };
    });
    const reply = await hostsOn(journal).create({ kind: "organiser" }, CREATE, moves);
    expect(reply.ok).toBe(true);
    expect(appends).toBe(1);
    expect((await journal.head(sessionId))?.head).toBe(1 + moves.length);
  });

  test("without its people has none of them; a sealed one can be held again", async () => {
    const server = await startServer();
    const { token, sessionId } = await heldSession(server);
    const act = await commandAs(server.url, sessionId, token);
    await act({ type: "session.seal" });
    act.close();
    const reply = await call<{ sessionId: string }>(server.url, `/api/sessions/${sessionId}/duplicate`, {
      token,
      body: { title: "再办一场", withPeople: false },
    });
    expect(reply.status).toBe(201);
    const state = await stateOf(server, reply.body.sessionId);
    expect([...state.all("person")]).toEqual([]);
    expect([...state.all("agendaItem")].map(({ roomSet }) => roomSet.kind).sort()).toEqual([
      "groups",
      "plenary",
    ]);
    expect(state.count("round")).toBe(0);
  });

  test("is refused to others than the organiser, of no session, and without a name; then none is made", async () => {
    const server = await startServer();
    const { token, sessionId, seats } = await heldSession(server);
    const send = (of: string, by: string | undefined, body: object) =>
      call(server.url, `/api/sessions/${of}/duplicate`, { body, ...(by !== undefined && { token: by }) });
    const body = { title: "副本", withPeople: true };
    const [moderator] = seats;
    if (moderator === undefined) throw new Error("no moderator");
    const staff = await enterPin(server.url, sessionId, moderator);
    expect((await send(sessionId, undefined, body)).status).toBe(401);
    expect((await send(sessionId, staff, body)).status).toBe(403);
    expect((await send(newId(), token, body)).status).toBe(404);
    for (const wrong of [{ title: "" }, { title: "副本" }, { ...body, more: 1 }])
      expect((await send(sessionId, token, { withPeople: undefined, ...wrong })).status).toBe(400);
    expect(await sessions(server, token)).toHaveLength(1);
  });
});
