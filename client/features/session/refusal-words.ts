import type { Messages } from "../../../shared/messages/zh-CN.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";

/** Why the server lets the viewer not, or no longer, in. No right to join: taken off the roster meanwhile. */
export function refusalWords(code: ErrorCode, { common, errors }: Messages): string {
  return code === "forbidden" ? common.notOnRoster : errors[code];
}
