import type { Translation } from "../translation.ts";
import type { terminal as source } from "../zh-CN/terminal.ts";

export const terminal: Translation<typeof source> = {
  running: "Yantao is running.",
  addresses: "Open in a browser:",
  passwordOnce: "Organiser's password, shown only once:",
  passwordKept: "The organiser's password is the one set before.",
  demo: "The demo class is ready and gone when you stop it. Seats and PINs of the first evening:",
  verification: {
    usage: "Usage: npm run verify -- FOLDER, of a server that is stopped.",
    holds: "Everything holds.",
    broken: (places) => `Broken in ${places} places: see the lines that say BROKEN.`,
  },
  roles: {
    moderator: "moderator",
    recorder: "recorder",
    county: "county official",
    municipal: "municipal official",
    expert: "expert",
    observer: "observer",
  },
};
