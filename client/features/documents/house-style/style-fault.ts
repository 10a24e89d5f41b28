import type { z } from "zod";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import {
  type HouseStyleChanges,
  houseStyleSchema,
} from "../../../../shared/protocol/house-style/house-style.ts";
import {
  houseStyleChangesSchema,
  STYLE_CLASHES,
  type StyleClash,
} from "../../../../shared/protocol/house-style/house-style-changes.ts";

type Words = AllMessages["houseStyle"];

/** What is wrong in a style and where: `page.topMm`; empty where it is the whole. */
export interface StyleFault {
  readonly path: string;
  readonly text: string;
}

export type StyleReading =
  | { readonly ok: true; readonly style: HouseStyleChanges }
  | { readonly ok: false; readonly faults: readonly StyleFault[] };

/** Far above what a file with every entry has. */
const FILE_MAX_CHARS = 65_536;

/** The text of a style file, or all that is wrong in it. */
export function readStyleFile(text: string, words: Words): StyleReading {
  const whole = (fault: string): StyleReading => ({ ok: false, faults: [{ path: "", text: fault }] });
  if (text.length > FILE_MAX_CHARS) return whole(words.faults.tooLarge);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const line = /\bline (\d+)/u.exec(String(error))?.[1] ?? "";
    return whole(words.faults.notJson(line));
  }
  return readStyle(data, words);
}

/** A style as the server takes it, or all that is wrong in it, in words. */
export function readStyle(data: unknown, words: Words): StyleReading {
  const { success, data: style, error } = houseStyleChangesSchema.safeParse(data);
  if (success) return { ok: true, style };
  return { ok: false, faults: error.issues.flatMap((issue) => faultsOf(issue, words)) };
}

/** The name of a place in words: `纸张和页边距 › 上边距（毫米）`. */
export function placeName(path: string, words: Words): string {
  const [section = "", field = ""] = path.split(".");
  if (!isSection(section)) return path === "" ? words.faults.whole : path;
  const names: Readonly<Record<string, string>> = words.fields[section];
  const name = Object.hasOwn(names, field) ? names[field] : undefined;
  return [words.sections[section], ...(name === undefined ? [] : [name])].join(words.faults.between);
}

function isSection(name: string): name is keyof Words["sections"] {
  return Object.hasOwn(houseStyleSchema.shape, name);
}

type Issue = z.core.$ZodIssue;

/** Each entry that is not known is a fault of its own. */
function faultsOf(issue: Issue, words: Words): StyleFault[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key].join("."), text: words.faults.unknown }));
  }
  return [{ path: path.join("."), text: faultText(issue, words.faults) }];
}

function faultText(issue: Issue, words: Words["faults"]): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected in words.type
        ? words.type[issue.expected as keyof typeof words.type]
        : words.otherType;
    case "too_small":
      return issue.origin === "string" ? words.empty : words.tooSmall(String(issue.minimum));
    case "too_big":
      if (issue.origin === "string") return words.tooLong(String(issue.maximum));
      if (issue.origin === "array") return words.tooMany(String(issue.maximum));
      return words.tooBig(String(issue.maximum));
    case "invalid_format":
      return issue.path.at(-1) === "colour" ? words.colour : words.font;
    case "custom":
      return isClash(issue.message) ? words[issue.message] : words.unreadable;
    default:
      return words.other;
  }
}

function isClash(message: string): message is StyleClash {
  return (STYLE_CLASHES as readonly string[]).includes(message);
}
