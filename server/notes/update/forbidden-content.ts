/** Well-formed, yet nothing an editor of ours sends. `reason` is for the log and the counters. */
export class ForbiddenContent extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "ForbiddenContent";
    this.reason = reason;
  }
}
