import type { Result } from "../../shared/domain/result.ts";
import { type ReadingLimits, readInProcess } from "../tables/read-in-process.ts";
import type { RosterTable } from "./roster-table.ts";

const EXTENSION = import.meta.url.endsWith(".ts") ? "ts" : "js";
const READING = {
  trade: "roster",
  script: new URL(`./reading-process.${EXTENSION}`, import.meta.url),
} as const;

/** Reads an uploaded roster, see `readInProcess`; refused with a `roster_…` code. */
export function readRoster(file: Buffer, limits?: ReadingLimits): Promise<Result<RosterTable>> {
  return readInProcess<RosterTable>(file, READING, limits);
}
