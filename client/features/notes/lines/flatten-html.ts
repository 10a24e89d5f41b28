import {
  LIST_LEVELS_MAX,
  type LineKind,
  type LineStyle,
  lineStyle,
  PLAIN_LINE,
} from "../../../../shared/notes/line-style.ts";
import { NOTES_TABLE_LIMITS } from "../../../../shared/protocol/notes-attributes.ts";
import { takeOfficeListItem } from "./office-lists.ts";

/** Holds the style of a line in html that goes to the clipboard and comes from it. */
export const LINE_ATTRIBUTE = "data-notes-line";
const SLICE_ATTRIBUTE = "data-pm-slice";

const BLOCKS =
  "p,div,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,pre,table,section,article,header,footer,main,aside,dl,dt,dd,figure,hr,address,form,fieldset";
const NOT_SHOWN =
  "script,style,meta,title,link,head,template,img,picture,video,audio,object,iframe,input,button,select,label";

/** Where a node stands: the style of the lines in it, and of the first line where that differs. */
interface Around {
  readonly rest: LineStyle;
  first: LineStyle | null;
  readonly level: number;
}

/** Html of any origin as paragraphs side by side, each with its style, and tables; nothing nested but cells' lines. */
export function flattenHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const flat = document.implementation.createHTMLDocument("").body;
  const slice = body.querySelector(`[${SLICE_ATTRIBUTE}]`)?.getAttribute(SLICE_ATTRIBUTE);
  new Flattener(flat, true).walk(body, { rest: PLAIN_LINE, first: null, level: 0 });
  if (typeof slice === "string") flat.firstElementChild?.setAttribute(SLICE_ATTRIBUTE, slice);
  return flat.innerHTML;
}

/** The style one of our own lines was copied with; null for what comes from elsewhere. */
export function writtenStyle(element: Element): LineStyle | null {
  try {
    const written: unknown = JSON.parse(element.getAttribute(LINE_ATTRIBUTE) ?? "null");
    return typeof written === "object" && written !== null ? lineStyle({ ...written }) : null;
  } catch {
    return null;
  }
}

class Flattener {
  readonly #into: HTMLElement;
  readonly #takesTables: boolean;
  #line: HTMLElement | null = null;

  constructor(into: HTMLElement, takesTables: boolean) {
    this.#into = into;
    this.#takesTables = takesTables;
  }

  walk(parent: Node, around: Around): void {
    for (const node of parent.childNodes) {
      if (node instanceof Element) this.#element(node, around);
      else if (node.nodeType === Node.TEXT_NODE) this.#inline(node, around);
    }
  }

  #element(element: Element, around: Around): void {
    if (element.matches(NOT_SHOWN)) return;
    if (element.matches(BLOCKS)) {
      this.#line = null;
      this.#block(element, around);
      this.#line = null;
    } else if (element.querySelector(BLOCKS) !== null) this.walk(element, around);
    else this.#inline(element, around);
  }

  #block(element: Element, around: Around): void {
    const written = writtenStyle(element);
    const { rest } = around;
    if (written !== null) {
      this.#open(JSON.stringify(written));
      const inner =
        element.querySelector("li > div") ??
        element.querySelector("li, p, h1, h2, h3, h4, h5, h6") ??
        element;
      for (const child of inner.childNodes) this.#line?.append(child.cloneNode(true));
      return;
    }
    switch (element.tagName) {
      case "TABLE":
        if (this.#takesTables) this.#table(element);
        else this.walk(element, around);
        return;
      case "UL":
      case "OL":
        for (const item of element.children) this.#item(item, listKind(element), around);
        return;
      case "BLOCKQUOTE":
        this.walk(element, { ...around, rest: { ...rest, quote: rest.quote + 1 }, first: null });
        return;
      case "PRE":
        for (const text of (element.textContent ?? "").split("\n")) {
          this.#line = null;
          this.#inline(document.createTextNode(text), around);
        }
        return;
      case "H1":
      case "H2":
        this.walk(element, { ...around, first: { ...rest, kind: "heading", level: 2 } });
        return;
      case "H3":
      case "H4":
      case "H5":
      case "H6":
        this.walk(element, { ...around, first: { ...rest, kind: "heading", level: 3 } });
        return;
      case "P": {
        const item = takeOfficeListItem(element);
        const style = item === null ? (around.first ?? rest) : { ...PLAIN_LINE, ...item, quote: rest.quote };
        this.#open(JSON.stringify(style));
        around.first = null;
        this.walk(element, around);
        return;
      }
      default:
        this.walk(element, around);
    }
  }

  #item(item: Element, kind: LineKind, { rest, level }: Around): void {
    if (!item.matches("li")) {
      this.#element(item, { rest, first: null, level });
      return;
    }
    const indent = Math.min(level, LIST_LEVELS_MAX - 1);
    const done =
      item.getAttribute("data-checked") === "true" || item.querySelector("input[checked]") !== null;
    const quote = rest.quote;
    const first: LineStyle = { ...PLAIN_LINE, kind, indent, quote, done: kind === "task" && done };
    this.walk(item, { first, rest: { ...PLAIN_LINE, indent: indent + 1, quote }, level: level + 1 });
    this.#line = null;
  }

  #inline(node: Node, around: Around): void {
    if (this.#line === null) {
      if (/^\s*$/.test(node.textContent ?? "") && !isBreak(node)) return;
      this.#open(JSON.stringify(around.first ?? around.rest));
      around.first = null;
    }
    this.#line?.append(node.cloneNode(true));
  }

  #open(style: string): void {
    this.#line = document.createElement("p");
    this.#line.setAttribute(LINE_ATTRIBUTE, style);
    this.#into.append(this.#line);
  }

  #table(element: Element): void {
    const table = document.createElement("table");
    for (const row of element.querySelectorAll("tr")) {
      if (row.closest("table") !== element) continue;
      const flatRow = document.createElement("tr");
      for (const cell of row.children) {
        if (!cell.matches("td, th")) continue;
        const flatCell = document.createElement(cell.tagName);
        copySpan(cell, flatCell, "colspan", NOTES_TABLE_LIMITS.columnSpanMax);
        copySpan(cell, flatCell, "rowspan", NOTES_TABLE_LIMITS.rowSpanMax);
        new Flattener(flatCell, false).walk(cell, { rest: PLAIN_LINE, first: null, level: 0 });
        flatRow.append(flatCell);
      }
      if (flatRow.childElementCount > 0) table.append(flatRow);
    }
    if (table.childElementCount > 0) this.#into.append(table);
  }
}

function listKind(list: Element): LineKind {
  if (list.getAttribute("data-type") === "taskList") return "task";
  return list.tagName === "OL" ? "ordered" : "bullet";
}

function isBreak(node: Node): boolean {
  return node instanceof Element && node.tagName === "BR";
}

/** Spans that are no whole number from 1 on are 1; those too far stay, to be refused as a table too large. */
function copySpan(from: Element, to: Element, name: "colspan" | "rowspan", max: number): void {
  const value = Number(from.getAttribute(name));
  if (Number.isInteger(value) && value > 1) to.setAttribute(name, String(Math.min(value, max + 1)));
}
