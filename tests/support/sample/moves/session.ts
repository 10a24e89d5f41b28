import { type Moves, ORGANISER } from "./scene.ts";

/** Rooms, who is in them and who may write there. */
export const session: Moves = (scene) => {
  const { random, state, roomId, moderator, text } = scene;
  const people = [...state.all("person")];
  return [
    () => ({
      actor: moderator,
      command: { type: "person.move", personId: random.pick(people).personId, roomId },
    }),
    () => ({ actor: moderator, command: { type: random.chance(0.7) ? "room.open" : "room.close", roomId } }),
    () => ({ actor: ORGANISER, command: { type: "session.update", title: text("title") } }),
    () => {
      const { personId } = random.pick(people);
      return { actor: moderator, command: { type: "notes.hold", roomId, personId, on: random.chance(0.6) } };
    },
  ];
};
