/**
 * A document was not made. `deadline`: it took too long and was stopped; trying again may help. `failed`: it will not.
 * `cancelled`: nobody wants it any more.
 */
export class RenderError extends Error {
  readonly reason: "deadline" | "failed" | "cancelled";

  constructor(reason: RenderError["reason"], options: { cause?: unknown } = {}) {
    super(`document rendering: ${reason}`, options);
    this.name = "RenderError";
    this.reason = reason;
  }
}
