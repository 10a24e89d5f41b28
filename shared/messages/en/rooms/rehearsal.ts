import type { Translation } from "../../translation.ts";
import type { rehearsal as source } from "../../zh-CN/rooms/rehearsal.ts";

export const rehearsal: Translation<typeof source> = {
  heading: "Rehearsal",
  explain:
    "A copy of this session in which a simulated class asks, supports, speaks and writes by itself, so that staff can try it out beforehand. The real session stays as it is, and the copy is cleared by one press.",
  needsRoster: "Import the roster first: the simulated class is made of the people on it.",
  isSealed: "This session is sealed; no rehearsal can be started any more.",
  pace: "Pace",
  paces: { slow: "Slow", normal: "Normal", fast: "Fast" },
  paceHint: (acts: number) => `About ${acts} acts a minute by the whole class`,
  start: "Start the rehearsal",
  again: "Go on rehearsing",
  pause: "Pause",
  goOn: "Go on",
  states: {
    running: "The simulated class is acting",
    paused: "Paused",
    ended: "The hour is over and the class has stopped",
    interrupted: "The server was started again and the class has stopped",
    sealed: "The rehearsal is sealed; its documents can be read",
  },
  acts: (count: number) => (count === 1 ? "1 act so far" : `${count} acts so far`),
  until: (clock: string) => `Stops by itself at ${clock}`,
  console: "Open the console",
  wall: "Open the overview",
  stage: "Open the stage",
  manage: "Manage the rehearsal",
  cards: "Its seat cards",
  links: "Pages of the rehearsal",
  clear: "Clear the rehearsal",
  clearHint: "Its questions, notes and PINs are deleted for good. The real session stays as it is.",
  clearConfirm: "Clear it",
  cleared: "The rehearsal is cleared.",
  isOne: "This session is a rehearsal. It is started, paused and cleared from the real session.",
  toOriginal: "To the real session",
};
