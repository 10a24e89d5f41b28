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
      const known = calling.filter(({ answeredAt }) => answeredAt !== null);
      const answered = known.length > 0 ? random.pick(known) : null;
      return {
        actor: moderator,
        command: {
          type: "help.restore",
          roomId: answered?.roomId ?? roomId,
          calledAt: answered?.calledAt ?? 1,
        },
      };
    },
    () => ({ actor: moderator, command: { type: "notice.send", roomId: to(), text: text("notice") } }),
    () => ({ actor: moderator, command: { type: "notice.withdraw", roomId: to() } }),
  ];
};
