import type { z } from "zod";
import { type WireError, wireError } from "../shared/protocol/errors.ts";

/** What a schema found wrong, as the code its sender can act on; says where, never what was sent. */
export function parseError(error: z.ZodError): WireError {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  if (path.split(".").at(-1) !== "text") return wireError("bad_request", path === "" ? undefined : { path });
  switch (issue?.code) {
    case "too_small":
      return wireError("text_empty");
    case "too_big":
      return wireError("text_too_long");
    case "custom":
      return wireError("text_unreadable");
    default:
      return wireError("bad_request", { path });
  }
}
