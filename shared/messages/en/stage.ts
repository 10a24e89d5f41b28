import type { Translation } from "../translation.ts";
import type { stage as source } from "../zh-CN/stage.ts";

export const stage: Translation<typeof source> = {
  pageTitle: "Stage",
  welcome: "Welcome",
  howToJoin: "Type this into your browser",
  howToJoinNext: "Find your name and enter the PIN on your seat card",
  typeAddress: (address: string) => `Join at ${address}`,
  asked: "Asked",
  answered: "Answered",
  waiting: "Waiting",
  askedBy: (unit: string, name: string) => `Asked by ${name}, ${unit}`,
  askedAnonymously: "Asked without a name",
  supported: (count: number) =>
    count === 1 ? "1 other has the same question" : `${count} others have the same question`,
  lead: (unit: string) => `Lead: ${unit}`,
  answerBy: (role, unit) => `${role}: ${unit}`,
  continued: (heading) => `${heading} (continued)`,
  page: (page, pages) => `${page} / ${pages}`,
  goesOn: "continued on the next page",
  toCome: (main, added) => {
    const additions = added === 1 ? "1 addition" : `${added} additions`;
    return `to come: ${[...(main === null ? [] : [main]), ...(added === 0 ? [] : [additions])].join(", ")}`;
  },
  turner: { label: "Pages of the stage", previous: "Previous", next: "Next" },
  seats: { nobody: "Nobody is seated yet" },
  report: {
    reporter: (name) => `Reporting: ${name}`,
    owner: (unit, name) => `${name}, ${unit}`,
    points: (count) => (count === 1 ? "1 experience" : `${count} experiences`),
    questions: (shown, all) => {
      if (shown < all) return `${all} questions, the ${shown} most shared`;
      return all === 1 ? "1 question" : `${all} questions`;
    },
    notes: "Notes",
    notesLoading: "Reading the notes…",
    notesRefused: "The notes cannot be read just now",
    notesGoOn: "There is more; see the minutes",
    nothing: "No experiences, public questions or notes of this group yet",
  },
  reconnecting: "Reconnecting",
  cutOff: "No longer updated; please reload the page",
  connecting: "Connecting…",
  needsStaff: "The stage is opened by staff",
  needsStaffHint:
    "Sign in with the organiser's password, or enter with a moderator's or recorder's seat card.",
  signIn: "Staff sign-in",
  joinAsStaff: "Enter with a seat card",
  notAllowed: "You may not open the stage. Please sign in as staff.",
  ended: "This stage was withdrawn, or has expired",
  endedHint: "Staff can open it again.",
  reopen: "Open the stage again",
  offline: "The server cannot be reached; trying again.",
};
