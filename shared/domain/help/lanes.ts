import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { HelpRecord } from "./records.ts";

const FIELDS = ["roomId", "personId", "calledAt", "text"] as const satisfies readonly FieldOf<HelpRecord>[];

/** The room knows that help is called, so that nobody calls again. */
export function helpLanes(help: HelpRecord): Presentation {
  const view = viewOf(help, FIELDS);
  return [
    ["staff", view],
    [`room:${help.roomId}`, view],
  ];
}
