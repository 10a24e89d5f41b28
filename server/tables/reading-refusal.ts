import type { ErrorDetails } from "../../shared/protocol/errors.ts";

/** Why a file as a whole cannot be read as the table it should be. */
export type ReadingFault =
  | "unreadable"
  | "encrypted"
  | "too_large"
  | "no_headings"
  | "missing_columns"
  | "no_rows";

/** What is read out of a file; the codes its refusals are answered with begin so. */
export type TableTrade = "roster" | "list" | "ledger";

/** The file as a whole cannot be what it should; thrown while reading, answered as a refusal by `readTableFile`. */
export class ReadingRefusal extends Error {
  readonly fault: ReadingFault;
  readonly details: ErrorDetails;

  constructor(fault: ReadingFault, details: ErrorDetails = {}) {
    super(fault);
    this.name = "ReadingRefusal";
    this.fault = fault;
    this.details = details;
  }
}
