import type { Judges } from "../judging.ts";
import { updatePerson } from "./correcting.ts";
import { importRoster } from "./importing.ts";

export const rosterJudges: Judges<"roster.import" | "person.update"> = {
  "roster.import": importRoster,
  "person.update": updatePerson,
};
