import { freeGroupNames } from "../../../../shared/domain/rooms/group-name.ts";
import type { AgendaWords } from "../../../../shared/messages/zh-CN/rooms/agenda.ts";
import type { SessionSettings } from "../../../../shared/protocol/commands/session.ts";
import type { CreateSessionBody } from "../../../../shared/protocol/http.ts";

export type SeedItem = NonNullable<CreateSessionBody["agenda"]>[number];

/** What a new session's form is filled with in one press. */
export interface Template {
  readonly title: string;
  readonly groups: readonly string[];
  readonly agenda: readonly SeedItem[];
  readonly settings: Pick<SessionSettings, "moderation" | "anonymity">;
}

export const TEMPLATES = ["exchange", "groups"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const MINUTE_MS = 60_000;
const USUAL_GROUPS = 6;

/** A template in the language of `words`; `groupName` makes the name of an ordinal from 1. */
export function templateOf(
  name: TemplateName,
  words: AgendaWords["templates"],
  groupName: (ordinal: number) => string,
): Template {
  const item = (
    title: string,
    itemKind: SeedItem["itemKind"],
    minutes: number,
    ledBy: string,
    rooms: SeedItem["rooms"] = "plenary",
  ): SeedItem => ({ title, itemKind, plannedMs: minutes * MINUTE_MS, rooms, ledBy });
  switch (name) {
    case "exchange": {
      const { title, items, moderator, sharers } = words.exchange;
      return {
        title,
        groups: [],
        agenda: [
          item(items.questions, "questions", 60, moderator),
          item(items.sharing, "sharing", 40, sharers),
          item(items.more, "questions", 20, moderator),
        ],
        settings: { moderation: "before", anonymity: "hidden" },
      };
    }
    case "groups": {
      const { title, items, moderator, leaders } = words.groups;
      return {
        title,
        groups: freeGroupNames(USUAL_GROUPS, [], groupName),
        agenda: [
          item(items.briefing, "questions", 10, moderator),
          item(items.groups, "groups", 60, leaders, "groups"),
          item(items.report, "report", 30, leaders),
          item(items.vote, "vote", 10, moderator),
        ],
        settings: { moderation: "after", anonymity: "hidden" },
      };
    }
  }
}
