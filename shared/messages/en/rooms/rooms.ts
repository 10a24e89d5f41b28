import type { Translation } from "../../translation.ts";
import type { rooms as source } from "../../zh-CN/rooms/rooms.ts";

export const rooms: Translation<typeof source> = {
  seconds: (seconds) => `${seconds} s`,
  closesIn: (seconds) => `Closes in ${seconds} s`,
  recallsIn: (seconds) => `Back to the plenary in ${seconds} s`,
  finish: ": finish your sentence",
  closesSoon: "This room is about to close. Finish your sentence; what is not submitted is kept as a draft.",
  recallsSoon:
    "Everybody is about to go back to the plenary. Finish your sentence; what is not submitted is kept.",
  ruleClosing: "The room is about to close. You can still submit; what is not submitted is kept as a draft.",
  recalled: (room) => `${room} has closed, and this is the plenary. What you wrote in ${room} is kept.`,
  moved: (room) => `You are in ${room} now. What you wrote before is kept.`,
  movedClosed: (room) => `You have been put into ${room}; go in when it opens.`,
  leads: (names) => `Leader ${names.join(", ")}`,
  records: (names) => `Recorder ${names.join(", ")}`,
  noLeader: "No leader",
  noRecorder: "No recorder",
  nameThem: "Name one on the roster",
  bar: {
    title: "Leader",
    moderator: "Moderator",
    open: "Open this group",
    close: "Close this group",
    closeHint: "Gives everybody 30 seconds to finish, then closes.",
    closeNow: "Close now",
    goOn: "Stay open",
    isOpen: "This group is open",
    isClosing: "This group is about to close",
    isClosed: "This group is not open",
    recalled: "The moderator is calling everybody to the plenary; this group closes with the others.",
    moderation: "Questions of this group",
    opened: "This group is open",
    closing: "This group closes in 30 seconds; its content stays",
    closed: "This group is closed; its content stays",
  },
  capture: {
    open: "Type an oral answer",
    close: "Close",
    of: (question) => `Type an oral answer: ${question}`,
  },
  review: {
    title: "Waiting",
    none: "Nothing waits in this group",
    noneHint:
      "Where questions are reviewed first, new ones come here, for you or a moderator to let through.",
    held: "put aside",
    for: (unit) => `for ${unit}`,
  },
};
