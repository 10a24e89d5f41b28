import { type Move, type Moves, ORGANISER, type Scene } from "./scene.ts";

/** Soon gone by, and not within a run. */
const GRACES_MS = [1_000, 600_000] as const;

/** Rooms, who is in them and who may write there. */
export const session: Moves = (scene) => {
  const { random, state, roomId, moderator, text } = scene;
  const people = [...state.all("person")];
  const isDue = [...state.all("room")].some(({ closing }) => closing !== null);
  return [
    ...(isDue ? [(): Move => ({ actor: { kind: "system" }, command: { type: "rooms.closeDue" } })] : []),
    () => ({
      actor: moderator,
      command: { type: "person.move", personId: random.pick(people).personId, roomId },
    }),
    () => (random.chance(0.5) ? opening(scene) : one(scene)),
    () => ({ actor: ORGANISER, command: { type: "session.update", title: text("title") } }),
    () => {
      const { personId } = random.pick(people);
      return { actor: moderator, command: { type: "notes.hold", roomId, personId, on: random.chance(0.6) } };
    },
  ];
};

function one({ random, roomId, moderator }: Scene): Move {
  return { actor: moderator, command: { type: random.chance(0.7) ? "room.open" : "room.close", roomId } };
}

/** What concerns several rooms, or a moment to come; most often all is open, or nothing would be asked. */
function opening({ random, state, roomId, moderator }: Scene): Move {
  const graceMs = random.pick(GRACES_MS);
  const roomIds = [...state.all("room")].map((room) => room.roomId);
  const command = random.pick([
    { type: "rooms.open", roomIds },
    { type: "rooms.open", roomIds },
    { type: "rooms.open", roomIds },
    { type: "rooms.close", roomIds: roomIds.slice(-1), graceMs },
    { type: "room.close", roomId, graceMs },
    { type: "rooms.recall", graceMs },
  ] as const);
  return { actor: moderator, command };
}
