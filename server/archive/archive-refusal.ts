/**
 * `unreadable`: it is cut short, or no archive. `bad_name`: it has a file that none may have. `changed`: a byte is not as it was
 * sealed. `inconsistent`: what is in it does not agree. `newer`: what is in it is not known here. `too_large`: more than is taken.
 */
export type ArchiveReason = "unreadable" | "bad_name" | "changed" | "inconsistent" | "newer" | "too_large";

/** Why an archive is not read any further; names nobody. */
export class ArchiveRefusal extends Error {
  readonly reason: ArchiveReason;

  constructor(reason: ArchiveReason, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "ArchiveRefusal";
    this.reason = reason;
  }
}
