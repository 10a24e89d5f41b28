import type { Actor } from "../domain/actor.ts";
import type { PersonRecord } from "../domain/people/records.ts";
import { personOf } from "../domain/people/standing.ts";
import type { SessionState } from "../domain/state.ts";
import type { AllMessages } from "../messages/zh-CN.ts";
import { dateTimeText } from "./moment.ts";
import { DEFAULT_TIME_ZONE } from "./options.ts";

type WatermarkWords = Pick<AllMessages, "documents" | "minutes">;

/** Whether the session wants its files to tell who takes them. */
export function wantsWatermark(state: SessionState): boolean {
  return state.session()?.settings.watermark === true;
}

/** Who takes a file and when, to stand on its pages; undefined where the session does not want it said. `now` in milliseconds since 1970 UTC. */
export function watermarkOf(
  actor: Actor,
  state: SessionState,
  now: number,
  words: WatermarkWords,
): string | undefined {
  return wantsWatermark(state) ? takerText(personOf(actor, state), now, words) : undefined;
}

/** How a file says who takes it and when; `person` is undefined for the organiser. */
export function takerText(
  person: Pick<PersonRecord, "unit" | "name"> | undefined,
  now: number,
  { documents, minutes }: WatermarkWords,
): string {
  const who = person === undefined ? documents.byOrganiser : `${person.unit} ${person.name}`;
  return documents.watermark(who, dateTimeText(now, { timeZone: DEFAULT_TIME_ZONE }, minutes) ?? "");
}
