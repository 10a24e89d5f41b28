import type { Language } from "../../../shared/messages/translation.ts";
import type { AllMessages, Messages } from "../../../shared/messages/zh-CN.ts";

/** Each language is two pieces, what every screen has and the rest, and only what is read is fetched. */
const FETCH: Readonly<Record<Language, () => Promise<Messages>>> = {
  "zh-CN": async () => (await import("../../../shared/messages/everyone/zh-CN.ts")).everyone,
  en: async () => (await import("../../../shared/messages/everyone/en.ts")).everyone,
};
const FETCH_ALL: Readonly<Record<Language, () => Promise<AllMessages>>> = {
  "zh-CN": async () => (await import("../../../shared/messages/zh-CN.ts")).zhCN,
  en: async () => (await import("../../../shared/messages/en.ts")).en,
};

const all = new Map<Language, Promise<AllMessages>>();

/** The words that every screen has; rejects where they do not come. */
export function fetchMessages(language: Language): Promise<Messages> {
  return FETCH[language]();
}

/** The words of all screens, the same promise each time; rejects where they do not come, and then they are asked for anew. */
export function fetchAllMessages(language: Language): Promise<AllMessages> {
  const known = all.get(language);
  if (known !== undefined) return known;
  const fetching = FETCH_ALL[language]();
  all.set(language, fetching);
  fetching.catch(() => all.delete(language));
  return fetching;
}

/** Whether a screen of this page has asked for the words of all screens. */
export function hasAllMessages(): boolean {
  return all.size > 0;
}
