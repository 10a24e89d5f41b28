import type { AllMessages } from "../../../shared/messages/zh-CN.ts";
import { ApiError } from "../../sync/api.ts";
import { errorText } from "../../ui/states/error-state.tsx";

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Limits no honest roster meets, whatever its number of rows. */
const SWOLLEN_DETAILS = ["inflatedMaxBytes", "entriesMax", "mergesMax", "readingMaxMs", "memoryMaxMb"];

/** Why a file was refused, in sentences: what happened, where in the file, what the limit is. `fields` names its columns. */
export function fileProblem(
  error: unknown,
  messages: AllMessages,
  fields: Readonly<Record<string, string>>,
): string[] {
  const sentences = [errorText(error, messages)];
  const details = error instanceof ApiError ? error.details : undefined;
  if (details === undefined) return sentences;
  const { files } = messages.rosterReading;
  const { where } = messages.roster;
  const {
    sheet,
    row,
    column,
    columns,
    combined,
    sheets,
    rows,
    rowsMax,
    columnsMax,
    bytes,
    bytesMax,
    format,
  } = details;

  const place = where(asText(sheet), typeof row === "number" ? row : 0, asText(column));
  if (place !== "") sentences.push(place);
  if (Array.isArray(columns)) {
    const names = columns.map((name) => fields[name] ?? name);
    sentences.push(files.columnsMissing(names.join(messages.common.listSeparator)));
  }
  if (Array.isArray(sheets) && sheets.length > 0) {
    sentences.push(files.sheetsSeen(sheets.join(messages.common.listSeparator)));
  }
  if (typeof combined === "string") sentences.push(files.combined(combined));
  if (typeof rows === "number" && typeof rowsMax === "number") sentences.push(files.rows(rows, rowsMax));
  if (typeof columnsMax === "number") sentences.push(files.columns(asText(column), columnsMax));
  if (typeof bytes === "number" && typeof bytesMax === "number") {
    sentences.push(files.bytes(megabytes(bytes), megabytes(bytesMax)));
  }
  if (SWOLLEN_DETAILS.some((name) => name in details)) sentences.push(files.swollen);
  if (format === "xls") sentences.push(files.legacy);
  else if (["html", "pdf", "image", "archive", "unknown"].includes(asText(format)))
    sentences.push(files.notTable);
  return sentences;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Megabytes with one decimal place. */
function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
}
