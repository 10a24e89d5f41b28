import { collected as en } from "../../../shared/messages/en/collected.ts";
import type { Translation } from "../../../shared/messages/translation.ts";
import { collected as zhCN } from "../../../shared/messages/zh-CN/collected.ts";
import { useLanguage } from "../../ui/language.tsx";

export type CollectedWords = Translation<typeof zhCN>;

const WORDS: Readonly<Record<ReturnType<typeof useLanguage>[0], CollectedWords>> = { "zh-CN": zhCN, en };

/** The words of these screens, which come with them and not on the way into the room. */
export function useCollectedWords(): CollectedWords {
  return WORDS[useLanguage()[0]];
}
