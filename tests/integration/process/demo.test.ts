import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { seedSecondEvening } from "../../../server/demo/second-evening/seed-second-evening.ts";
import { type DemoSeat, seedDemo } from "../../../server/demo/seed-demo.ts";
import { Pins } from "../../../server/identity/pins.ts";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { TOPICS_RECORD_ID } from "../../../shared/domain/wordings/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";

async function demo(): Promise<{ state: SessionState; seats: readonly DemoSeat[] }> {
  const { app, storage } = await startServer();
  const pins = new Pins(randomBytes(32), storage.credentials);
  const parts = { hosts: app.hosts, notes: storage.notes, pins, clock: Date.now, newId };
  const { sessionId, seats } = await seedDemo(parts);
  const host = await app.hosts.open(sessionId);
  if (host === null) throw new Error("no demo");
  return { state: host.state, seats };
}

test("the demo shows what becomes of questions: joined, labelled, supported, handed on, promised, doubted", async () => {
  const { state, seats } = await demo();
  expect(seats.map(({ role }) => role)).toEqual([
    "moderator",
    "recorder",
    "county",
    "municipal",
    "expert",
    "observer",
  ]);
  const questions = [...state.all("question")];
  const unitOf = (id: string) => [...state.all("person")].find(({ personId }) => personId === id)?.unit;
  const stepsOf = (questionId: string) =>
    state.find("trail", trailRecordId(questionId))?.steps.map(({ kind }) => kind) ?? [];

  // Whoever tries the seat of the county still has 同问 to press, in the room one comes into first.
  const tried = [...state.all("person")].find(({ name }) => name === seats[2]?.name);
  expect(tried?.side).toBe("county");
  expect([...state.all("support")].filter(({ personId }) => personId === tried?.personId)).toEqual([]);
  const inRoom = questions.filter(({ roomId, status }) => roomId === tried?.roomId && status !== "pending");
  expect(inRoom.some(({ askerId }) => askerId !== tried?.personId)).toBe(true);

  const joined = questions.filter(({ merged }) => merged !== null);
  expect(joined).toHaveLength(1);
  expect(joined[0]?.merged?.from).toHaveLength(3);
  const credited = joined[0]?.merged?.askers.map(({ askerId }) => unitOf(askerId));
  expect(credited).toEqual(["林州市财政局", "滑县发改委", "内黄县政府"]);
  // Fifteen voices for the three, some of them for two.
  expect(joined[0]?.support).toBe(12);

  const names = state.find("topics", TOPICS_RECORD_ID)?.names;
  expect(names).toEqual(zhCN.defaults.topics);
  const used = new Set(questions.flatMap(({ topics }) => topics));
  expect([...used].sort()).toEqual([...zhCN.defaults.topics].sort());

  const handedOn = questions.filter(({ questionId }) => stepsOf(questionId).includes("handedOn"));
  expect(handedOn.map(({ status, leadUnit }) => `${status} ${leadUnit}`).sort()).toEqual([
    "accepted 市财政局",
    "routed 市工信局",
  ]);
  const moved = handedOn.find(({ status }) => status === "accepted");
  expect(stepsOf(moved?.questionId ?? "").slice(2)).toEqual([
    "routed",
    "handedOn",
    "routed",
    "accepted",
    "part",
  ]);
  expect(moved?.supportUnits).toEqual(["市生态环境局"]);
  expect(questions.some((one) => one.leadUnit === "龙安区政府" && one.status === "answered")).toBe(true);
  expect(questions.some(({ supportUnits }) => supportUnits.includes("省债管办"))).toBe(true);
  expect(questions.some((one) => one.status === "accepted" && one.promisedBy !== null)).toBe(true);
  expect(questions.some(({ unsettled }) => unsettled > 0)).toBe(true);
  expect(state.count("followup")).toBe(2);
});

test("the second evening is on the disk as it was played out, with its notes, and holds", async () => {
  const { app, storage, stop, directory } = await startServer();
  const parts = {
    journal: storage.journal,
    notes: storage.notes,
    clock: Date.now,
    newId,
    log: () => undefined,
  };
  const { sessionId } = await seedSecondEvening(parts);
  const host = await app.hosts.open(sessionId);
  if (host === null) throw new Error("no second evening");
  const { state } = host;
  expect(state.session()?.createdAt).toBeLessThan(Date.now() - 30 * 60_000);
  const rows = await storage.journal.rows(sessionId, state.head - 1, 1);
  expect(rows[0]?.at).toBeLessThanOrEqual(Date.now());
  expect(rows[0]?.at).toBeGreaterThan(Date.now() - 5 * 60_000);
  for (const { roomId, roomKind } of state.all("room")) {
    if (roomKind === "plenary") continue;
    const notes = await storage.notes.load(notesDocumentName(sessionId, roomId));
    expect(notes.seq).toBeGreaterThan(2);
    for (const owner of notes.owners.values())
      expect(state.find("person", personRecordId(owner))).toBeDefined();
  }
  await stop();
  const lines: string[] = [];
  const report = { line: (text: string) => lines.push(text), secretFingerprint: "-" };
  expect(
    readKeptData(directory, (data) => verifyData(data, report)),
    lines.join("\n"),
  ).toBe(0);
});
