import { describe, expect, test } from "vitest";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

async function opened() {
  const server = await startServer();
  const room = await openClass(server);
  const write = async (token: string, roomId: string) => {
    const editor = openNotesEditor(`${server.url.replace("http", "ws")}/yjs`, token, {
      documentName: `${room.sessionId}/${roomId}/notes`,
    });
    await editor.synced();
    return editor;
  };
  return { room, write };
}

describe("[N15] the right to write is taken from a seat", () => {
  test("at once, over all its connections, and given back; others write on, and the seat is told", async () => {
    const { room, write } = await opened();
    const [asker, neighbour] = [await room.token("asker"), await room.token("neighbour")];
    const [held, other] = [await write(asker, room.first), await write(neighbour, room.first)];
    held.write("甲");
    await waitUntil(() => other.text() === "甲", { what: "both read" });
    const moderator = await room.enter("moderator");
    const seat = await room.enter("asker");
    const { personId } = room.seats.asker;
    const hold = (on: boolean) => moderator.send({ type: "notes.hold", roomId: room.first, personId, on });
    expect(await hold(true)).toMatchObject({ ok: true });
    await waitUntil(() => held.closeCodes.length === 1, { what: "closed" });
    expect(held.closeCodes).toEqual([CLOSE_CODES.rightsChanged]);
    await held.synced();
    held.write("写不进去");
    other.write("乙");
    await waitUntil(() => held.text().includes("乙"), { what: "reads on" });
    expect(other.text()).toBe("甲\n乙");
    const id = `notesHold:${room.first}:${personId}`;
    await waitUntil(() => seat.records().has(id), { what: "told" });
    expect(seat.records().get(id)).toEqual({
      id,
      kind: "notesHold",
      rev: expect.any(Number),
      roomId: room.first,
      personId,
    });
    expect(moderator.records().get(id)).toMatchObject({ heldBy: room.seats.moderator.personId });

    expect(await hold(false)).toMatchObject({ ok: true });
    await waitUntil(() => other.text().includes("写不进去"), { what: "what was typed meanwhile is taken" });
    expect(seat.records().has(id)).toBe(false);
  });

  test("in that room alone", async () => {
    const { room, write } = await opened();
    const asker = await room.token("asker");
    const moderator = await room.enter("moderator");
    const { personId } = room.seats.asker;
    await moderator.send({ type: "notes.hold", roomId: room.first, personId, on: true });
    const elsewhere = await write(asker, room.plenary);
    elsewhere.write("大会");
    await waitUntil(() => elsewhere.saved() === 2, { what: "written in the plenary" });
  });
});
