import { engineQueue } from "./engine-queue.ts";
import type { SessionSocket } from "./socket-server.ts";

type Connection = SessionSocket["conn"];

/** Calls `then` once what has been written to a connection so far is with the system, or the connection is gone. */
export function onceLeft(connection: Connection, then: () => void): void {
  const { transport } = connection;
  // The part under way, and what is queued behind it and goes out in one piece.
  let parts = (transport.writable ? 0 : 1) + (engineQueue(connection).length > 0 ? 1 : 0);
  const finish = () => {
    transport.off("drain", partLeft);
    connection.off("close", finish);
    then();
  };
  const partLeft = () => {
    parts -= 1;
    if (parts <= 0) finish();
  };
  if (parts === 0 || connection.readyState !== "open") {
    then();
    return;
  }
  transport.on("drain", partLeft);
  connection.once("close", finish);
}
