import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "../../support/new-id.ts";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { type ServerProcess, spawnServer } from "../../support/process/server-process.ts";
import { call, createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { openStranger, type Stranger, upgradeHead } from "../../support/sockets/stranger.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const PRELOAD = join(import.meta.dirname, "../../support/process/take-descriptors.cjs");
const ROSTER = "序号,姓名,单位,类别\n1,郑文海,林州市财政局,县区\n";

/** Uploads a roster file as a browser does. */
async function upload(url: string, token: string, sessionId: string, agent?: Agent) {
  const boundary = "yantao";
  const body =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="roster.csv"\r\n` +
    `Content-Type: text/csv\r\n\r\n${ROSTER}\r\n--${boundary}--\r\n`;
  const sent = request(`${url}/api/sessions/${sessionId}/roster`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": `multipart/form-data; boundary=${boundary}`,
    },
    ...(agent !== undefined && { agent }),
  });
  sent.end(body);
  return answerTo(sent);
}

async function answerTo(sent: ReturnType<typeof request>): Promise<{ status: number; body: string }> {
  const [response] = await once(sent, "response");
  return { status: response.statusCode, body: await text(response) };
}

async function openSession({ url }: ServerProcess) {
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token);
  const [seat] = await putRoster(url, token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
  ]);
  if (seat === undefined) throw new Error("no seat");
  const follower = new Follower(url, sessionId, token);
  await follower.join();
  const createRoom = () =>
    follower.send({ type: "room.create", roomId: newId(), name: newId().slice(0, 20), kind: "breakout" });
  return { token, sessionId, seat, rooms, follower, createRoom };
}

test.skipIf(ON_WINDOWS)(
  "[C10] out of descriptors the process lives, who is in goes on, what needs one is refused for now",
  async () => {
    const server = await spawnServer(await tempDirectory(), {
      descriptors: 256,
      environment: { NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)}` },
    });
    onTestFinished(server.kill);
    const { url } = server;
    const { token, sessionId, seat, createRoom } = await openSession(server);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const over = (path: string) =>
      answerTo(request(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` }, agent }).end());
    const minutes = `/api/sessions/${sessionId}/documents/minutes.docx`;
    expect(await over("/healthz")).toMatchObject({ status: 200 });

    process.kill(server.pid, "SIGUSR2");
    await waitUntil(() => server.output().includes("descriptors taken"), { what: "nothing may be opened" });
    const uploaded = await upload(url, token, sessionId, agent);
    expect([uploaded.status, JSON.parse(uploaded.body)]).toEqual([
      500,
      { error: { code: "internal", retryable: true } },
    ]);
    expect(await createRoom()).toMatchObject({ ok: true });
    const page = await over("/");
    expect([page.status, JSON.parse(page.body)]).toEqual([
      500,
      { error: { code: "internal", retryable: true } },
    ]);
    const refused = await over(minutes);
    expect([refused.status, JSON.parse(refused.body)]).toEqual([
      500,
      { error: { code: "internal", retryable: true } },
    ]);
    for (let count = 0; count < 50; count += 1) await openStranger(url);
    expect(await createRoom()).toMatchObject({ ok: true });

    process.kill(server.pid, "SIGUSR2");
    await waitUntil(() => server.output().includes("descriptors given back"), { what: "all is given back" });
    expect(await upload(url, token, sessionId)).toMatchObject({ status: 200 });
    expect(await call(url, `/api/sessions/${sessionId}/documents/minutes.json`, { token })).toMatchObject({
      status: 200,
    });
    const late = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    expect(await late.join()).toMatchObject({ ok: true });
    expect(await createRoom()).toMatchObject({ ok: true });
  },
);

test.skipIf(ON_WINDOWS)(
  "[C8] strangers who fill what a small limit allows keep nobody out and nothing from working",
  async () => {
    const server = await spawnServer(await tempDirectory(), { descriptors: 256 });
    onTestFinished(server.kill);
    const { url } = server;
    const { token, sessionId, seat, follower, createRoom } = await openSession(server);
    const texts = ["", "GET / HTTP/1.1\r\nHost: a\r\n", upgradeHead("/socket.io/?EIO=4&transport=websocket")];
    const strangers: Stranger[] = [];
    for (let count = 0; count < 600; count += 1) {
      strangers.push(await openStranger(url, texts[count % texts.length], `127.0.0.${2 + (count % 7)}`));
    }
    const open = () => strangers.filter(({ isClosed }) => !isClosed());
    await waitUntil(() => open().length < 60, { what: "the strangers are bounded" });
    expect(open().length).toBeGreaterThan(20);

    expect(await createRoom()).toMatchObject({ ok: true });
    expect(await upload(url, token, sessionId)).toMatchObject({ status: 200 });
    const back = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    expect(await back.join()).toMatchObject({ ok: true });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/^yantao_connections\{state="in"\} 2$/m);
    expect(metrics).toMatch(/^yantao_connections_closed_total\{reason="full"\} [1-9]/m);

    for (const { socket } of strangers) socket.destroy();
    expect(follower.socket.connected).toBe(true);
    expect(await createRoom()).toMatchObject({ ok: true });
    expect(await upload(url, token, sessionId)).toMatchObject({ status: 200 });
  },
);
