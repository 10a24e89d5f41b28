import { useCan } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";

/** For 提出单位 where none is seen: nothing is hidden from staff, so for them nobody was recorded. */
export function useNoAskersWord(): string {
  const { askersHidden, askersUnrecorded } = useAllMessages().followups.details;
  return useCan()({ type: "documents.read" }) ? askersUnrecorded : askersHidden;
}
