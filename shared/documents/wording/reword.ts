import { missingIn, withoutMissing } from "../missing.ts";
import type { DocumentRun } from "../model.ts";
import { changeBetween } from "./change.ts";

export type Line = readonly DocumentRun[];

export function textOfRuns(runs: Line): string {
  return runs.map(({ text }) => text).join("");
}

/** Lines as one text. */
export function textOfLines(lines: readonly Line[]): string {
  return lines.map(textOfRuns).join("\n");
}

/**
 * `lines` saying `text`: what is the same keeps its look, new words have that of the run they begin in. A placeholder that is
 * written over, even in part, is one no longer.
 */
export function reword(lines: readonly Line[], text: string): Line[] {
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [{ text: "\n" }, ...line]));
  const change = changeBetween(textOfRuns(runs), text);
  const reworded: DocumentRun[] = [];
  let at = 0;
  let isWritten = change.text === "";
  for (const [index, run] of runs.entries()) {
    const end = at + run.text.length;
    const isTouched = at < change.to && end > change.from;
    const fresh = known(run);
    const look = isTouched ? fresh : run;
    const before = run.text.slice(0, Math.max(0, change.from - at));
    const after = run.text.slice(Math.max(0, change.to - at));
    const beginsHere = !isWritten && change.from >= at && (change.from < end || index === runs.length - 1);
    if (beginsHere) {
      isWritten = true;
      if (look === fresh) reworded.push({ ...fresh, text: before + change.text + after });
      else {
        reworded.push({ ...look, text: before }, { ...fresh, text: change.text }, { ...look, text: after });
      }
    } else if (isTouched) {
      if (at < change.from) reworded.push({ ...look, text: before });
      if (end > change.to) reworded.push({ ...look, text: after });
    } else reworded.push(run);
    at = end;
  }
  if (!isWritten) reworded.push({ text: change.text });
  return linesOf(reworded);
}

/** A run as what is written into it looks. */
function known(run: DocumentRun): DocumentRun {
  if (run.placeholder === undefined && missingIn(run) === null) return run;
  const { placeholder: _placeholder, ...rest } = withoutMissing(run);
  return rest;
}

function linesOf(runs: Line): Line[] {
  const lines: DocumentRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}
