import { randomBytes } from "node:crypto";
import { expect, test, vi } from "vitest";
import { seedDemo } from "../../../server/demo/seed-demo.ts";
import type { MadePreview } from "../../../server/documents/make-preview.ts";
import { Previews } from "../../../server/documents/preview/previews.ts";
import { renderPreview } from "../../../server/documents/process/render-in-process.ts";
import { Pins } from "../../../server/identity/pins.ts";
import { buildDocument } from "../../../shared/documents/build-document.ts";
import { type PreviewReply, previewReplySchema } from "../../../shared/documents/preview.ts";
import { isReadByDocuments } from "../../../shared/documents/read-kinds.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { newId } from "../../support/new-id.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { OPTIONS } from "../../support/sample/minutes-evening.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A worker is bundled from its sources first, on a machine that runs other tests besides. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

async function opened(): Promise<{ server: TestServer; room: Class; host: Host }> {
  const server = await startServer();
  const room = await openClass(server);
  const host = await server.app.hosts.open(room.sessionId);
  if (host === null) throw new Error("a session expected");
  return { server, room, host };
}

type Host = NonNullable<Awaited<ReturnType<TestServer["app"]["hosts"]["open"]>>>;

/** One that had not to come again. */
async function shown(asked: Promise<MadePreview | null>): Promise<MadePreview> {
  const preview = await asked;
  if (preview === null) throw new Error("a preview expected");
  return preview;
}

async function act(host: Host, command: Command) {
  expect(await host.submit({ kind: "organiser" }, newId(), command)).toMatchObject({ ok: true });
}

test("[X13] the preview names its pages, which are the file's; who has them is told so", async () => {
  const { server, room, host } = await opened();
  const folder = `${server.url}/api/sessions/${room.sessionId}/documents`;
  const headers = { Authorization: `Bearer ${room.organiserToken}` };
  const get = (path: string, more: Record<string, string> = {}) =>
    fetch(`${folder}/${path}`, { headers: { ...headers, ...more } });

  const first = await get("minutes/preview");
  const reply = previewReplySchema.parse(await first.json());
  const tag = first.headers.get("ETag") ?? "";
  expect(tag).toBe(`"${reply.digest}"`);
  const pages = await get(`minutes/preview.pdf?digest=${reply.digest}`);
  expect(pages.headers.get("Content-Disposition")).toMatch(/^inline; /);
  const bytes = Buffer.from(await pages.arrayBuffer());
  expect(bytes.equals(Buffer.from(await (await get("minutes.pdf")).arrayBuffer()))).toBe(true);
  expect((await get("minutes/preview", { "If-None-Match": tag })).status).toBe(304);

  await act(host, { type: "room.rename", roomId: room.first, name: "产业组" });
  const second = await get("minutes/preview", { "If-None-Match": tag });
  expect(second.status).toBe(200);
  expect(((await second.json()) as PreviewReply).digest).not.toBe(reply.digest);
  expect((await get(`minutes/preview.pdf?digest=${reply.digest}`)).status).toBe(404);
  expect((await get("nothing/preview")).status).toBe(404);

  const person = { Authorization: `Bearer ${await room.token("asker")}` };
  for (const path of ["minutes/preview", "minutes/preview.pdf"])
    expect((await fetch(`${folder}/${path}`, { headers: person })).status).toBe(403);
});

test("[X14] one is made for all who ask, one at a time, and again only when something changed that documents read", async () => {
  const { server, room, host } = await opened();
  let made = 0;
  let atOnce = 0;
  let atOnceMost = 0;
  const previews = new Previews({
    notes: server.storage.notes,
    fontPlaces: SHIPPED_ONLY,
    render: async (request) => {
      made += 1;
      atOnce += 1;
      atOnceMost = Math.max(atOnceMost, atOnce);
      try {
        return await renderPreview(request);
      } finally {
        atOnce -= 1;
      }
    },
  });
  const ask = (name: "minutes" | "lists" = "minutes") => shown(previews.current({ host, name, unit: null }));

  const asked = await Promise.all([...Array.from({ length: 20 }, () => ask()), ask("lists")]);
  expect(new Set(asked.map(({ digest }) => digest)).size).toBe(2);
  expect([made, atOnceMost]).toEqual([2, 1]);

  await act(host, { type: "timer.start", roomId: room.first, durationMs: 60_000 });
  await ask();
  expect(made).toBe(2);

  await act(host, { type: "room.rename", roomId: room.first, name: "产业组" });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one).toBe(other);
  expect(one.digest).not.toBe(asked[0]?.digest);
  expect(made).toBe(3);
  previews.forget(room.sessionId);
  expect(previews.find(room.sessionId, one.digest)).toBeNull();
});

test("[X14] so many wait for different ones, and no more", async () => {
  const { server, host } = await opened();
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const previews = new Previews({
    notes: server.storage.notes,
    fontPlaces: SHIPPED_ONLY,
    render: async () => {
      await held;
      return { pdf: new Uint8Array(0), reply: new Uint8Array(0), digest: "same", title: "" };
    },
  });
  const asked: Promise<unknown>[] = [];
  while (!previews.isFull && asked.length < 100)
    asked.push(previews.current({ host, name: "assignments", unit: `${asked.length}` }));
  expect(asked.length).toBeGreaterThan(DOCUMENT_NAMES.length);
  expect(asked.length).toBeLessThan(100);
  // Another has to come again; who asks for one of those waits with the others.
  expect(await previews.current({ host, name: "minutes", unit: null })).toBeNull();
  const again = previews.current({ host, name: "assignments", unit: "0" });
  finish();
  for (const one of [...asked, again]) expect(await one).not.toBeNull();
  expect(previews.isFull).toBe(false);
});

test("[X14] who asks while one is made gets the next, one for all of them, however much changes meanwhile", async () => {
  const { server, room, host } = await opened();
  let made = 0;
  const previews = new Previews({
    notes: server.storage.notes,
    fontPlaces: SHIPPED_ONLY,
    render: async () => {
      made += 1;
      // Before it is handed over there is something new again.
      await act(host, { type: "room.rename", roomId: room.first, name: `第${made}次` });
      return { pdf: new Uint8Array(0), reply: new Uint8Array(0), digest: `${made}`, title: "" };
    },
  });
  const ask = () => shown(previews.current({ host, name: "minutes", unit: null }));
  const first = ask();
  await waitUntil(() => made === 1, { what: "the first is being made" });
  const others = await Promise.all(Array.from({ length: 20 }, ask));
  expect((await first).digest).toBe("1");
  expect(new Set(others.map(({ digest }) => digest))).toEqual(new Set(["2"]));
  expect(made).toBe(2);
});

test("[X14] a file that somebody takes waits for none of the previews that others look at", async () => {
  const { server, room, host } = await opened();
  const done: string[] = [];
  const previews = new Previews({ notes: server.storage.notes, fontPlaces: SHIPPED_ONLY });
  const looking = (["minutes", "lists", "results", "experience"] as const).map(async (name) => {
    await previews.current({ host, name, unit: null });
    done.push(name);
  });
  const taking = fetch(`${server.url}/api/sessions/${room.sessionId}/documents/minutes.md`, {
    headers: { Authorization: `Bearer ${room.organiserToken}` },
  }).then(() => done.push("file"));
  await Promise.all([...looking, taking]);
  expect(done.indexOf("file")).toBeLessThan(2);
});

test("[X14] what documents do not read is in none of them", async () => {
  const server = await startServer();
  const { app, storage } = server;
  const pins = new Pins(randomBytes(32), storage.credentials);
  const { sessionId } = await seedDemo({
    hosts: app.hosts,
    notes: storage.notes,
    pins,
    clock: Date.now,
    newId,
  });
  const records = [...((await app.hosts.open(sessionId))?.state.everything() ?? [])];
  const read = records.filter(({ kind }) => isReadByDocuments(kind));
  expect(new Set(records.map(({ kind }) => kind)).size).toBeGreaterThan(
    new Set(read.map(({ kind }) => kind)).size + 3,
  );
  for (const name of DOCUMENT_NAMES) {
    const built = (some: typeof records) =>
      buildDocument(name, { records: some, notes: [], options: OPTIONS, messages: zhCN });
    expect(built(read), name).toEqual(built(records));
  }
});

test("[X14] of what nobody looks at any more little is kept", async () => {
  const { server, host } = await opened();
  const previews = new Previews({
    notes: server.storage.notes,
    fontPlaces: SHIPPED_ONLY,
    render: async ({ options }) => ({
      pdf: new Uint8Array(10 * 1024 * 1024),
      reply: new Uint8Array(0),
      digest: `digest of ${options.unit}`,
      title: "",
    }),
  });
  const units = Array.from({ length: 20 }, (_, index) => `单位${index}`);
  for (const unit of units) await previews.current({ host, name: "assignments", unit });
  const kept = units.filter((unit) => previews.find(host.sessionId, `digest of ${unit}`) !== null);
  expect(kept).toEqual(units.slice(-6));
});
