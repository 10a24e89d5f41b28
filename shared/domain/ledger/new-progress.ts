import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import type { ProgressRecord } from "../followups/records.ts";
import { progressLine } from "./cells.ts";
import { tidyLedgerText } from "./text.ts";

/**
 * What a cell says beyond what has been reported already. An office writes below what stood there, in place of it, or goes on in
 * the last line; nothing that was reported is ever taken back by a file. Empty where there is nothing new.
 */
export function newProgress(
  cell: string,
  entries: readonly ProgressRecord[],
  words: LedgerFileWords,
): string {
  const lines = entries.map((entry) => tidyLedgerText(progressLine(entry, words)));
  const texts = entries.map(({ text }) => tidyLedgerText(text));
  let rest = `\n${tidyLedgerText(cell).replace(words.earlierProgressLine, "")}\n`;
  for (const known of [...lines, ...texts].sort((one, other) => other.length - one.length)) {
    rest = rest.split(`\n${known}\n`).join("\n\n");
  }
  for (const line of lines) rest = rest.split(`\n${line}`).join("\n");
  return tidyLedgerText(rest.replace(/\n{2,}/gu, "\n")).replace(/^[，,。；;、\s]+/u, "");
}
