import { anybody, type Moves } from "./scene.ts";

/** Rooms that call for staff, and lines said to rooms. */
export const wall: Moves = (scene) => {
  const { random, state, roomId, moderator, text } = scene;
  const to = () => random.pick([null, roomId]);
  const calling = [...state.all("help")];
  return [
    () => ({ actor: anybody(scene), command: { type: "help.call", roomId, text: text("help") } }),
    () => {
      const help = calling.length > 0 ? random.pick(calling) : null;
      const caller = help === null ? moderator : ({ kind: "person", personId: help.personId } as const);
      return {
        actor: random.chance(0.5) ? moderator : caller,
        command: { type: "help.answer", roomId: help?.roomId ?? roomId },
      };
    },
    () => {
      const { personId } = random.pick([...state.all("person")]);
      return {
        actor: moderator,
        command: { type: "help.restore", roomId, personId, calledAt: 1, text: text("help") },
      };
    },
    () => ({ actor: moderator, command: { type: "notice.send", roomId: to(), text: text("notice") } }),
    () => ({ actor: moderator, command: { type: "notice.withdraw", roomId: to() } }),
  ];
};
