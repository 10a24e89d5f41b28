import { rounds as en } from "../../../shared/messages/en/rooms/rounds.ts";
import { type RoundWords, rounds as zhCN } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import { useLanguage } from "../../ui/language.tsx";

/** The words of groups, in the language of the screen. */
export function useRoundWords(): RoundWords {
  const [language] = useLanguage();
  return language === "en" ? en : zhCN;
}
