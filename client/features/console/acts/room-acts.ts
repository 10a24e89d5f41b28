import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { GRACE_MS, isStaying } from "../../rooms/closing.ts";

/** What moderators do with rooms and who is in them. */
export interface RoomActs {
  /** Opens a room, takes its closing back, or closes it with time to finish. */
  setRoomOpen(room: RoomRecord, open: boolean): void;
  closeRoomNow(room: RoomRecord): void;
  /** The same for those of these rooms that are not so yet, in one act. */
  setRoomsOpen(rooms: readonly RoomRecord[], open: boolean): void;
  /** Calls the open ones of these groups to the plenary, `graceMs` from now. */
  recall(groups: readonly RoomRecord[], graceMs: number): void;
  /** Lets these groups go on. */
  takeBackRecall(groups: readonly RoomRecord[]): void;
  /** `null`: as in the session. */
  moderateRoom(roomId: string, moderation: RoomRecord["moderation"]): void;
  /** Puts somebody into another room; `from` is where the person is now. */
  movePerson(person: PersonView, from: RoomRecord, to: RoomRecord): void;
}

interface Means {
  readonly words: AllMessages["console"]["done"];
  readonly act: (command: Command) => Promise<boolean>;
  readonly undoable: (done: string, command: Command, undo: Command) => Promise<boolean>;
}

export function roomActs({ words, act, undoable }: Means): RoomActs {
  return {
    setRoomOpen: ({ roomId, name, status }, open) => {
      const opening: Command = { type: "room.open", roomId };
      if (!open)
        void undoable(words.roomClosing(name), { type: "room.close", roomId, graceMs: GRACE_MS }, opening);
      // What is taken back was the act before.
      else if (status === "open") void act(opening);
      else void undoable(words.roomOpened(name), opening, { type: "room.close", roomId });
    },
    closeRoomNow: ({ roomId, name }) =>
      void undoable(words.roomClosed(name), { type: "room.close", roomId }, { type: "room.open", roomId }),
    setRoomsOpen: (rooms, open) => {
      const others = rooms.filter((room) => isStaying(room) !== open && (open || room.status === "open"));
      if (others.length === 0) return;
      const roomIds = others.map(({ roomId }) => roomId);
      const opening: Command = { type: "rooms.open", roomIds };
      if (!open) {
        const closing: Command = { type: "rooms.close", roomIds, graceMs: GRACE_MS };
        void undoable(words.roomsClosing(roomIds.length), closing, opening);
        return;
      }
      const wereClosed = others.filter(({ status }) => status === "closed").map(({ roomId }) => roomId);
      if (wereClosed.length === 0) void act(opening);
      else
        void undoable(words.roomsOpened(roomIds.length), opening, {
          type: "rooms.close",
          roomIds: wereClosed,
        });
    },
    recall: (groups, graceMs) => {
      const roomIds = groups.filter(({ status }) => status === "open").map(({ roomId }) => roomId);
      if (roomIds.length === 0) return;
      const command: Command = { type: "rooms.recall", graceMs };
      void undoable(words.recalled(roomIds.length), command, { type: "rooms.open", roomIds });
    },
    takeBackRecall: (groups) => {
      const roomIds = groups.filter(({ closing }) => closing?.recalls).map(({ roomId }) => roomId);
      if (roomIds.length > 0) void act({ type: "rooms.open", roomIds });
    },
    moderateRoom: (roomId, moderation) => void act({ type: "room.moderate", roomId, moderation }),
    movePerson: ({ personId, name }, from, to) => {
      const command = { type: "person.move", personId, roomId: to.roomId } as const;
      void undoable(words.moved(name, to.name), command, {
        ...command,
        roomId: from.roomId,
        fromRoomId: to.roomId,
      });
    },
  };
}
