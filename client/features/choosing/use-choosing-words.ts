import { choosing as en } from "../../../shared/messages/en/rooms/choosing.ts";
import { type ChoosingWords, choosing as zhCN } from "../../../shared/messages/zh-CN/rooms/choosing.ts";
import { useLanguage } from "../../ui/language.tsx";

/** The words of choosing a group, in the language of the screen. */
export function useChoosingWords(): ChoosingWords {
  const [language] = useLanguage();
  return language === "en" ? en : zhCN;
}
