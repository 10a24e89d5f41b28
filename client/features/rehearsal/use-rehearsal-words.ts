import { rehearsal as en } from "../../../shared/messages/en/rooms/rehearsal.ts";
import type { Translation } from "../../../shared/messages/translation.ts";
import { rehearsal as zhCN } from "../../../shared/messages/zh-CN/rooms/rehearsal.ts";
import { useLanguage } from "../../ui/language.tsx";

export type RehearsalWords = Translation<typeof zhCN>;

const WORDS: Readonly<Record<ReturnType<typeof useLanguage>[0], RehearsalWords>> = { "zh-CN": zhCN, en };

/** The words of this card, which come with it and not on the way into the room. */
export function useRehearsalWords(): RehearsalWords {
  return WORDS[useLanguage()[0]];
}
