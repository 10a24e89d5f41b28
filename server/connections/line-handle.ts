import type { Duplex } from "node:stream";

/** What Node keeps below a line and has no public word for. */
interface LineHandle {
  /** The system's number of the line; none on Windows. */
  readonly fd?: number;
  /** Bytes given to the handle that the system has not taken. */
  readonly writeQueueSize?: number;
}

/** Absent where the line is closed, or is no socket. */
export function lineHandle(line: Duplex): LineHandle | null | undefined {
  return (line as { _handle?: LineHandle | null })._handle;
}
