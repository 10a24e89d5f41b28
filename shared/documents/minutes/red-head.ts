import type { RedHead } from "../../domain/documents/records.ts";
import { knownOrMissing, type Missing } from "../missing.ts";
import type { DocumentRun, ImprintBlock, RedHeadBlock } from "../model.ts";
import { dateText } from "../moment.ts";
import type { DocumentOptions } from "../options.ts";
import type { MinutesWords } from "../runs.ts";

const fill = { at: "redHead" } as const;

/** The 纪要标志 with its lines; a serial that nobody gave is left out. */
export function redHeadBlock(redHead: RedHead, options: DocumentOptions, words: MinutesWords): RedHeadBlock {
  const sign: Missing = { label: words.redHeadSign, fill };
  const missingSign: DocumentRun[] = [knownOrMissing(null, sign, words), { text: words.signWithoutName }];
  return {
    sign: redHead.sign === null ? missingSign : [knownOrMissing(redHead.sign, sign, words)],
    serial: redHead.serial,
    issuer: [knownOrMissing(redHead.issuer, issuerMissing(words), words)],
    issuedOn: [knownOrMissing(dateText(redHead.issuedOn, options, words), dateMissing(words), words)],
  };
}

/** The 版记; without 抄送 where nobody gets a copy. */
export function imprintBlock(redHead: RedHead, options: DocumentOptions, words: MinutesWords): ImprintBlock {
  const date = dateText(redHead.issuedOn, options, words);
  const copyTo = redHead.copyTo.join(words.nameSeparator);
  return {
    copyTo:
      copyTo === "" ? null : { label: words.label(words.copyTo), runs: [{ text: copyTo + words.stop }] },
    issuer: [knownOrMissing(redHead.issuer, issuerMissing(words), words)],
    printedOn: [
      date === null ? knownOrMissing(null, dateMissing(words), words) : { text: words.printedOn(date) },
    ],
  };
}

function issuerMissing(words: MinutesWords): Missing {
  return { label: words.redHeadIssuer, fill };
}

function dateMissing(words: MinutesWords): Missing {
  return { label: words.redHeadDate, fill };
}
