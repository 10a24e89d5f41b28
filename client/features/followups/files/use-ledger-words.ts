import { ledger as en } from "../../../../shared/messages/ledger/en.ts";
import { ledger as zhCN } from "../../../../shared/messages/ledger/zh-CN.ts";
import type { Translation } from "../../../../shared/messages/translation.ts";
import { useLanguage } from "../../../ui/language.tsx";

export type LedgerWords = Translation<typeof zhCN>;

const WORDS: Readonly<Record<ReturnType<typeof useLanguage>[0], LedgerWords>> = { "zh-CN": zhCN, en };

/** The words of ledgers as spreadsheets, which come with these screens and not on the way into the room. */
export function useLedgerWords(): LedgerWords {
  return WORDS[useLanguage()[0]];
}
