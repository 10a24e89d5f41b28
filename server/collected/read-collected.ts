import type { Result } from "../../shared/domain/result.ts";
import { type ReadingLimits, readInProcess } from "../tables/read-in-process.ts";
import type { CollectedTable } from "./collected-table.ts";

const EXTENSION = import.meta.url.endsWith(".ts") ? "ts" : "js";
const READING = {
  trade: "list",
  script: new URL(`./reading-process.${EXTENSION}`, import.meta.url),
} as const;

/** Reads an uploaded list of questions, see `readInProcess`; refused with a `list_…` code. */
export function readCollected(file: Buffer, limits?: ReadingLimits): Promise<Result<CollectedTable>> {
  return readInProcess<CollectedTable>(file, READING, limits);
}
