import { agenda as en } from "../../../shared/messages/en/rooms/agenda.ts";
import { type AgendaWords, agenda as zhCN } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import { useLanguage } from "../../ui/language.tsx";

/** The words of the agenda, in the language of the screen. */
export function useAgendaWords(): AgendaWords {
  const [language] = useLanguage();
  return language === "en" ? en : zhCN;
}
