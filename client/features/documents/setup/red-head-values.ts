import { z } from "zod";
import { beijingDay } from "../../../../shared/domain/beijing-day.ts";
import type { RedHead } from "../../../../shared/domain/documents/records.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { fromField } from "../../../ui/class-time.ts";
import { checkText } from "../../../ui/forms/text-problem.ts";

const valuesSchema = z.object({
  sign: z.string(),
  serial: z.string(),
  issuer: z.string(),
  /** As a `date` field has it. */
  issuedOn: z.string(),
  /** One a line. */
  copyTo: z.string(),
});

/** What the form of a red head holds. */
export type RedHeadValues = Readonly<z.infer<typeof valuesSchema>>;

/** The form as the setup stands. */
export function redHeadValues({ sign, serial, issuer, issuedOn, copyTo }: RedHead): RedHeadValues {
  return {
    sign: sign ?? "",
    serial: serial ?? "",
    issuer: issuer ?? "",
    issuedOn: issuedOn === null ? "" : beijingDay(issuedOn),
    copyTo: copyTo.join("\n"),
  };
}

/** The draft: only what was changed, so that fields others change meanwhile are not written back. */
export function readRedHeadDraft(draft: string): Partial<RedHeadValues> {
  try {
    return valuesSchema.partial().parse(JSON.parse(draft)) as Partial<RedHeadValues>;
  } catch {
    return {};
  }
}

/** What `values` differ from `before` in; empty when in nothing. */
export function changedRedHead(before: RedHeadValues, values: RedHeadValues): Partial<RedHeadValues> {
  const names = Object.keys(before) as (keyof RedHeadValues)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== values[name]).map((name) => [name, values[name]]),
  );
}

/** What the command says of the changes. */
export function redHeadOf(changes: Partial<RedHeadValues>): Partial<RedHead> {
  const { sign, serial, issuer, issuedOn, copyTo } = changes;
  return {
    ...(sign !== undefined && { sign: sign.trim() || null }),
    ...(serial !== undefined && { serial: serial.trim() || null }),
    ...(issuer !== undefined && { issuer: issuer.trim() || null }),
    ...(issuedOn !== undefined && { issuedOn: fromField(`${issuedOn}T00:00`) }),
    ...(copyTo !== undefined && { copyTo: unitsIn(copyTo) }),
  };
}

/** How many copies there are, and whether all of it can be taken. */
export function isRedHeadReady(values: RedHeadValues): {
  readonly copies: number;
  readonly isReady: boolean;
} {
  const copies = unitsIn(values.copyTo);
  const lines = [values.sign, values.serial, values.issuer, ...copies];
  const fits = (line: string) => {
    const checked = checkText(line, LIMITS.redHeadLineMaxChars);
    return checked.ok || checked.code === "text_empty";
  };
  return { copies: copies.length, isReady: copies.length <= LIMITS.copyToMax && lines.every(fits) };
}

function unitsIn(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}
