import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "../../support/process/start-server.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

test("two imports of one roster at once make each person once", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const people = Array.from({ length: 64 }, (_, index) => {
    return { name: `干部${index}`, unit: `县区${index % 9}`, side: "county" };
  });
  const path = `/api/sessions/${sessionId}/roster`;
  const replies = await Promise.all(
    [1, 2, 3].map(() => call(server.url, path, { method: "PUT", token, body: { people } })),
  );
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
  expect(new Set(replies.map((reply) => JSON.stringify(reply.body.people))).size).toBe(1);
  const { body } = await call<{ sessions: object[] }>(server.url, "/api/sessions", { token });
  expect(body.sessions).toMatchObject([{ sessionId, people: 64, arrived: 0, rooms: 1 }]);
});

test("a roster is read only for those who may bring one", async () => {
  const server = await startServer();
  const { sessionId } = await createSession(server.url, await signIn(server.url));
  const path = `${server.url}/api/sessions/${sessionId}/roster`;
  const headers = { "Content-Type": "application/json" };
  const stranger = await fetch(path, { method: "PUT", headers, body: "not even JSON" });
  expect(stranger.status).toBe(401);
});

test("[P3] what is decided of a roster comes with the people or as a field of the form, and has a shape", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const path = `/api/sessions/${sessionId}/roster`;
  const of = (name: string) => ({ name, unit: "滑县财政局", side: "county" });
  const put = (body: object, query = "") =>
    call<{ people: { personId: string }[]; removed: { name: string }[]; absent: { name: string }[] }>(
      server.url,
      path + query,
      { method: "PUT", token, body },
    );
  const [zhang, li] = (await put({ people: [of("张三"), of("李四")] })).body.people;
  const decisions = {
    renamed: [{ sheet: null, row: 1, personId: zhang?.personId ?? "" }],
    removed: [li?.personId ?? ""],
  };
  const planned = (await put({ people: [of("张山")], decisions }, "?dryRun=1")).body;
  expect(planned.removed.map(({ name }) => name)).toEqual(["李四"]);
  const done = (await put({ people: [of("张山")], decisions })).body;
  expect(done.people.map(({ personId }) => personId)).toEqual([zhang?.personId]);
  expect((await put({ people: [of("张山")] }, "?dryRun=1")).body).toMatchObject({ absent: [], removed: [] });

  const sent = async (field: string) => {
    const form = new FormData();
    form.append("decisions", field);
    form.append("file", new Blob(["姓名,单位,类别\r\n章山,滑县财政局,县区\r\n"]), "名单.csv");
    const headers = { Authorization: `Bearer ${token}` };
    return await fetch(server.url + path, { method: "PUT", headers, body: form });
  };
  for (const field of ["{", "[]", '{"renamed":[],"removed":["x"]}'])
    expect((await sent(field)).status).toBe(400);
  const again = { renamed: [{ sheet: null, row: 2, personId: zhang?.personId }], removed: [] };
  const reply = (await (await sent(JSON.stringify(again))).json()) as { people: { personId: string }[] };
  expect(reply.people.map(({ personId }) => personId)).toEqual([zhang?.personId]);
});

test("a form without a boundary is a bad request, and nothing is logged as a failure", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const response = await fetch(`${server.url}/api/sessions/${sessionId}/roster`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "multipart/form-data" },
    body: "nothing a form could be",
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "bad_request" } });
  expect(server.logged.filter(({ message }) => message === "request failed")).toEqual([]);
});

test("a piece of the client that an older page asks for is not found, while every screen gets the page", async () => {
  const directory = await tempDirectory();
  await mkdir(join(directory, "assets"));
  await writeFile(join(directory, "assets/index-new.js"), "export {};");
  await writeFile(join(directory, "index.html"), "<!doctype html><title>研讨</title>");
  const server = await startServer({ client: { kind: "files", directory } });
  const status = async (path: string) => (await fetch(`${server.url}${path}`)).status;
  expect(await status("/assets/index-new.js")).toBe(200);
  expect(await status("/assets/index-old.js")).toBe(404);
  expect(await status("/s/any/room")).toBe(200);
  expect(await status("/api/nothing")).toBe(404);
});
