import type { Translation } from "../translation.ts";
import type { join as source } from "../zh-CN/join.ts";

export const join: Translation<typeof source> = {
  pickTitle: "Choose the session to take part in",
  noSessions: "No session is open now",
  noSessionsHint: "Please wait, or ask the staff to make one under “Staff sign-in”.",
  sealedSession: "Sealed",
  openSession: "Open",
  stepFind: "1 Find yourself",
  stepPin: "2 Type the PIN of your seat card",
  findLabel: "Name, unit or pinyin initials",
  findPlaceholder: "e.g. 张伟, 财政局, zw",
  listLabel: "Roster",
  matches: (count) => (count === 0 ? "Nobody fits" : count === 1 ? "1 person fits" : `${count} people fit`),
  noMatch: (typed) => `“${typed}” is not on the roster`,
  noMatchHint:
    "Try one character of the name, the unit, or pinyin initials. Still not there? Tell the staff; they can add you at once.",
  emptyRoster: "The roster has not been imported yet",
  emptyRosterHint: "Please tell the staff; this page shows it as soon as it is there.",
  moreMatches: (count) => `${count} more; type one more character to see them`,
  keys: "↑ ↓ to choose, Enter to confirm",
  pinLabel: "The six digits on your seat card",
  pinHint: "The PIN is printed on your seat card; it may be pasted.",
  enter: "Enter",
  entering: "Entering…",
  notMe: "Not me, find again",
  slowDown: (wait) =>
    `Too many tries. Please tell the staff: they press “Let in” and you can enter at once. Or wait ${wait}.`,
  askStaff: "Too many tries. Please tell the staff: they press “Let in” and you can enter at once.",
  admitted: "The staff let me in, try again",
  waiting: (minutes, seconds) => (minutes === 0 ? `${seconds} seconds` : `${minutes} min ${seconds} s`),
  help: "The PIN is on your seat card. Name missing or PIN refused? Please tell the staff.",
  pinIncomplete: "The PIN has six digits.",
};
