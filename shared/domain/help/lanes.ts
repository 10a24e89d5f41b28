import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { HelpRecord } from "./records.ts";

const FIELDS = [
  "roomId",
  "personId",
  "calledAt",
  "text",
  "answeredAt",
] as const satisfies readonly FieldOf<HelpRecord>[];

/** The room knows that help is called, so that nobody calls again; what was answered is nobody's to see. */
export function helpLanes(help: HelpRecord): Presentation {
  if (help.answeredAt !== null) return [];
  const view = viewOf(help, FIELDS);
  return [
    ["staff", view],
    [`room:${help.roomId}`, view],
  ];
}
