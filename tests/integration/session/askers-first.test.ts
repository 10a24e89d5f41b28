import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { HostRegistry } from "../../../server/host/host-registry.ts";
import { Outlet, type ReadyEvent } from "../../../server/sockets/engine-insides.ts";
import { LaneRooms } from "../../../server/sockets/lane-rooms.ts";
import { socketAudience } from "../../../server/sockets/socket-audience.ts";
import { createSocketServer, type SessionSocket } from "../../../server/sockets/socket-server.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { viewerLanes } from "../../../shared/domain/lanes.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING, ROOMS } from "../../support/sample/sample-session.ts";
import { LightClient } from "../../support/sockets/light-client.ts";
import { waitUntil } from "../../support/wait-until.ts";

const SCREENS = 12;
const ORGANISER: Actor = { kind: "organiser" };

/** A way out that counts what is sent by it. */
class CountedOutlet extends Outlet {
  sent = 0;

  override send(event: ReadyEvent): void {
    this.sent += 1;
    super.send(event);
  }
}

interface Screen {
  readonly socket: SessionSocket;
  readonly outlet: CountedOutlet;
  readonly heard: string[];
}

/** A host with sockets that stand in its lanes: many of a neighbour's, then the organiser's. */
async function openHall() {
  const server = createServer();
  const io = createSocketServer(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => io.close());
  const rooms = new LaneRooms();
  const audience = socketAudience(rooms, {
    stored: () => undefined,
    signOut: async () => undefined,
    notesAccessChanged: () => undefined,
  });
  const { journal } = openMemoryStorage();
  const hosts = new HostRegistry({
    journal,
    audience,
    clock: () => 1_000_000,
    newId,
    log: () => undefined,
    commitIntervalMs: 0,
  });
  await hosts.create(ORGANISER, CREATE);
  const host = await hosts.open(CREATE.sessionId);
  if (host === null) throw new Error("no host");
  for (const move of OPENING.slice(1)) await host.submit(move.actor, newId(), move.command);
  const { port } = server.address() as AddressInfo;
  const enter = async (who: Actor): Promise<Screen> => {
    const connected = new Promise<SessionSocket>((resolve) => io.once("connection", resolve));
    const client = await LightClient.connect(`http://127.0.0.1:${port}`);
    onTestFinished(() => client.close());
    const heard: string[] = [];
    client.onEvent = (text) => heard.push(text);
    const socket = await connected;
    const outlet = new CountedOutlet(socket.conn);
    socket.data.outlet = outlet;
    socket.data.endWatch = null;
    rooms.enter(socket, { host, actor: who, follows: [] }, viewerLanes(who, host.state));
    return { socket, outlet, heard };
  };
  // They come before who asks, and would be served before in the order of coming.
  const crowd: Screen[] = [];
  for (let made = 0; made < SCREENS; made += 1) crowd.push(await enter(actor("neighbour")));
  const asking = await enter(ORGANISER);
  const rename = (name: string) =>
    host.submit(ORGANISER, newId(), { type: "room.rename", roomId: ROOMS.first, name });
  return { host, rooms, audience, crowd, asking, rename };
}

const sentTo = (screens: readonly Screen[]) => screens.map(({ outlet }) => outlet.sent);

test("[C2] who asks has the change before the answer, and all others theirs after it, in the order of batches", async () => {
  const { host, crowd, asking, rename } = await openHall();
  for (let round = 0; round < 3; round += 1) {
    const before = { crowd: sentTo(crowd), asking: asking.outlet.sent };
    expect(await rename(`第一组 ${round}`)).toMatchObject({ ok: true });
    expect(asking.outlet.sent).toBeGreaterThan(before.asking);
    expect(sentTo(crowd)).toEqual(before.crowd);
    await host.settled();
  }
  await rename("第一组甲");
  await rename("第一组乙");
  await waitUntil(() => crowd.every(({ heard }) => heard.length === 5), { what: "all five at all others" });
  for (const { heard } of crowd) expect(heard).toEqual(asking.heard);
});

test("[J5] who is told to join anew while a crowd is served gets nothing more of what he stood in", async () => {
  const { host, audience, crowd, rename } = await openHall();
  await rename("第一组改名");
  const neighbour = actor("neighbour");
  if (neighbour.kind !== "person") throw new Error("the neighbour is a person");
  audience.reset(host.sessionId, [neighbour.personId]);
  const sent = sentTo(crowd);
  await host.settled();
  expect(sentTo(crowd)).toEqual(sent);
  await waitUntil(() => crowd.every(({ heard }) => heard.length > 0), { what: "the resets" });
  expect(crowd.map(({ heard }) => heard)).toEqual(crowd.map(() => ['["session:reset"]']));
});

test("[J5] who joins again with fewer lanes gets nothing more of those he stood in, others all of it", async () => {
  const { host, rooms, crowd, rename } = await openHall();
  const neighbour = actor("neighbour");
  const lanes = viewerLanes(neighbour, host.state).filter((lane) => lane !== "everyone");
  const [first, ...others] = crowd;
  if (first === undefined) throw new Error("an empty crowd");
  rooms.enter(first.socket, { host, actor: neighbour, follows: [] }, lanes);
  const sent = sentTo([first]);
  await rename("第一组改名");
  await host.settled();
  await waitUntil(() => others.every(({ heard }) => heard.length === 1), {
    what: "the change at all others",
  });
  expect(sentTo([first])).toEqual(sent);
  expect(rooms.ofSession(host.sessionId)?.members.size).toBe(crowd.length + 1);
});
