import { expect, test } from "vitest";
import type { Outlet } from "../../../server/sockets/engine-insides.ts";
import { Room } from "../../../server/sockets/lane-rooms.ts";
import type { SessionSocket } from "../../../server/sockets/socket-server.ts";

test("who joins again stands where he stood, and the list of all is not made anew", () => {
  const [own, other] = [{}, {}] as Outlet[];
  const socket = {} as SessionSocket;
  if (own === undefined || other === undefined) throw new Error("two outlets");
  const room = new Room("all");
  room.add(own, socket);
  const { outlets } = room;
  room.add(own, socket);
  expect(room.outlets).toBe(outlets);
  room.add(other, socket);
  expect(room.outlets).toEqual([own, other]);
});
