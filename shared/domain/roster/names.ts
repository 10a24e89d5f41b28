import { COMPOUND_SURNAMES, NAME_REMARKS } from "../../messages/roster-vocabulary.ts";
import { tidyCell, tidyName, wordKey } from "./text.ts";

/** What a cell of names says: a name, and what about it is worth a look; `several` where it names more than one person. */
export type ReadName =
  | { readonly name: string; readonly notes: readonly ("name_remark" | "name_spaced")[] }
  | "several";

const PARTING = /[\n\r、，,;；/|]/u;
/** As long as a name at least; a single character is one that was spaced out. */
const WHOLE_NAME =
  /^(?:\p{Script=Han}{2,}(?:[·•‧・.．]\p{Script=Han}+)*|[\p{Script=Latin}]{2,}\s[\p{Script=Latin}\s]{2,})$/u;
const REMARK = /[(（【[]([^()（）【】[\]]*)[)）】\]]$/u;
const COMPOUND: ReadonlySet<string> = new Set(COMPOUND_SURNAMES);

/** Reads a cell under 姓名. A remark behind the name, as （女）, is no part of it. */
export function readName(cell: string): ReadName {
  const parts = cell.split(PARTING).map((part) => withoutRemark(tidyCell(part)).text);
  if (!isBrokenName(parts.filter((part) => part !== ""))) return "several";
  const { text: name, remark } = withoutRemark(tidyName(cell));
  const words = tidyCell(cell)
    .split(" ")
    .map((word) => withoutRemark(word).text);
  const notes: ("name_remark" | "name_spaced")[] = [];
  if (remark) notes.push("name_remark");
  if (!isBrokenName(words.filter((word) => /^\p{Script=Han}+$/u.test(word)))) notes.push("name_spaced");
  return { name, notes };
}

/** Whether parts are one name that was spaced out or broken over lines, and not a name each. */
function isBrokenName(parts: readonly string[]): boolean {
  if (parts.length < 2 || !parts.every((part) => WHOLE_NAME.test(part))) return true;
  const [surname = "", given = ""] = parts;
  return parts.length === 2 && COMPOUND.has(surname) && given.length <= 2;
}

function withoutRemark(name: string): { text: string; remark: boolean } {
  const inside = REMARK.exec(name)?.[1];
  if (
    inside === undefined ||
    !wordKey(inside)
      .split(/[、,;/]/u)
      .every((word) => NAME_REMARKS.test(word))
  )
    return { text: name, remark: false };
  return { text: name.replace(REMARK, "").trim(), remark: true };
}
