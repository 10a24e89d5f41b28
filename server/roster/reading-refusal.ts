import type { ErrorCode, ErrorDetails } from "../../shared/protocol/errors.ts";

/** The file as a whole cannot be a roster; thrown while reading, answered as a refusal by `readRosterFile`. */
export class ReadingRefusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = "ReadingRefusal";
    this.code = code;
    this.details = details;
  }
}
