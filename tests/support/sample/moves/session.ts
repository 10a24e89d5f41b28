import { type Moves, ORGANISER } from "./scene.ts";

/** Soon gone by, and not within a run. */
const GRACES_MS = [1_000, 600_000] as const;

/** Rooms, who is in them and who may write there. */
export const session: Moves = (scene) => {
  const { random, state, roomId, moderator, text } = scene;
  const people = [...state.all("person")];
  const roomIds = [...state.all("room")].filter(() => random.chance(0.5)).map((room) => room.roomId);
  if (roomIds.length === 0) roomIds.push(roomId);
  return [
    () => ({
      actor: moderator,
      command: { type: "person.move", personId: random.pick(people).personId, roomId },
    }),
    () => ({ actor: moderator, command: { type: random.chance(0.7) ? "room.open" : "room.close", roomId } }),
    () => ({ actor: moderator, command: { type: "room.close", roomId, graceMs: random.pick(GRACES_MS) } }),
    () => ({ actor: moderator, command: { type: "rooms.open", roomIds } }),
    () => ({ actor: moderator, command: { type: "rooms.close", roomIds, graceMs: random.pick(GRACES_MS) } }),
    () => ({ actor: moderator, command: { type: "rooms.recall", graceMs: random.pick(GRACES_MS) } }),
    () => ({ actor: { kind: "system" }, command: { type: "rooms.closeDue" } }),
    () => ({ actor: ORGANISER, command: { type: "session.update", title: text("title") } }),
    () => {
      const { personId } = random.pick(people);
      return { actor: moderator, command: { type: "notes.hold", roomId, personId, on: random.chance(0.6) } };
    },
  ];
};
