import { expect, onTestFinished, test } from "vitest";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-twelve.ts";
import { LightClient } from "../../support/sockets/light-client.ts";
import { waitUntil } from "../../support/wait-until.ts";

const SCREENS = 15;
const ROUNDS = 20;
const CHANGES = '["session:changes",';

test("[C2] who asks has the change and the acknowledgement before all others have theirs, in the order of batches", async () => {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const enter = async (token: string) => {
    const client = await LightClient.connect(server.url, token);
    onTestFinished(() => client.close());
    await client.call("session:join", {
      sessionId: room.sessionId,
      protocolVersion: PROTOCOL_VERSION,
      have: {},
    });
    return client;
  };
  // They join before the asker, so that whoever serves in the order of joining serves him last.
  const neighbour = await room.token("neighbour");
  const screens: LightClient[] = [];
  for (let made = 0; made < SCREENS; made += 1) screens.push(await enter(neighbour));
  const asker = await enter(await room.token("asker"));
  const heard = new Map<LightClient, string[]>();
  for (const client of [...screens, asker]) {
    heard.set(client, []);
    client.onEvent = (text) => {
      if (text.startsWith(`${CHANGES}{"lane":"room:`)) heard.get(client)?.push(text);
    };
  }
  const told = (clients: readonly LightClient[]) =>
    clients.reduce((sum, client) => sum + (heard.get(client)?.length ?? 0), 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const reply = await asker.call<CommandReply>("session:command", {
      commandId: newId(),
      command: { type: "question.ask", questionId: newId(), roomId: room.plenary, text: `第 ${round} 问` },
    });
    expect(reply).toMatchObject({ ok: true });
    expect([told([asker]), told(screens)]).toEqual([round + 1, round * SCREENS]);
    await waitUntil(() => told(screens) === (round + 1) * SCREENS, { what: "all others" });
  }
  for (const client of screens) expect(heard.get(client)).toEqual(heard.get(asker));
});
