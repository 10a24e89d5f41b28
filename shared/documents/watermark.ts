import type { Actor } from "../domain/actor.ts";
import { personOf } from "../domain/people/standing.ts";
import type { SessionState } from "../domain/state.ts";
import type { AllMessages } from "../messages/zh-CN.ts";
import { dateTimeText } from "./moment.ts";
import { DEFAULT_TIME_ZONE } from "./options.ts";

/** Whether the session wants its files to tell who takes them. */
export function wantsWatermark(state: SessionState): boolean {
  return state.session()?.settings.watermark === true;
}

/** Who takes a file and when, to stand on its pages; undefined where the session does not want it said. `now` in milliseconds since 1970 UTC. */
export function watermarkOf(
  actor: Actor,
  state: SessionState,
  now: number,
  { documents, minutes }: Pick<AllMessages, "documents" | "minutes">,
): string | undefined {
  if (!wantsWatermark(state)) return undefined;
  const person = personOf(actor, state);
  const who = person === undefined ? documents.byOrganiser : `${person.unit} ${person.name}`;
  return documents.watermark(who, dateTimeText(now, { timeZone: DEFAULT_TIME_ZONE }, minutes) ?? "");
}
