import { randomBytes } from "node:crypto";
import { expect, test, vi } from "vitest";
import { seedDemo } from "../../../server/demo/seed-demo.ts";
import { CONTENT_TYPES } from "../../../server/documents/document-format.ts";
import { Pins } from "../../../server/identity/pins.ts";
import { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { signIn } from "../../support/sockets/api.ts";

/** A worker is bundled from its sources first, on a machine that runs other tests besides. */
vi.setConfig({ testTimeout: 120_000 });

test("every document of the table is served in each of its formats; assignments of one unit alone too", async () => {
  const server = await startServer();
  const { app, storage } = server;
  const pins = new Pins(randomBytes(32), storage.credentials);
  const parts = { hosts: app.hosts, notes: storage.notes, pins, clock: Date.now, newId };
  const { sessionId } = await seedDemo(parts);
  const headers = { Authorization: `Bearer ${await signIn(server.url)}` };
  const get = (file: string) =>
    fetch(`${server.url}/api/sessions/${sessionId}/documents/${file}`, { headers });

  for (const name of DOCUMENT_NAMES) {
    for (const format of DOCUMENTS[name].formats) {
      const response = await get(`${name}.${format}`);
      expect(response.status, name).toBe(200);
      expect(response.headers.get("Content-Type")).toBe(CONTENT_TYPES[format]);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(200);
    }
  }
  expect((await get("assignments.exe")).status).toBe(404);

  const headings = async (file: string) => (await (await get(file)).text()).match(/^## .+$/gmu);
  expect((await headings("assignments.md"))?.length).toBeGreaterThan(3);
  expect(await headings(`assignments.md?unit=${encodeURIComponent("市财政局")}`)).toEqual(["## 市财政局"]);
});
