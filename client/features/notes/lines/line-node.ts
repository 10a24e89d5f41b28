import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as EditorNode } from "@tiptap/pm/model";
import { DOMSerializer } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import type { Messages } from "../../../../shared/messages/zh-CN.ts";
import {
  isSameStyle,
  LINE_STYLE_NAMES,
  type LineStyle,
  lineStyle,
  PLAIN_LINE,
} from "../../../../shared/notes/line-style.ts";
import { LINE_ATTRIBUTE, writtenStyle } from "./flatten-html.ts";
import { ORDINAL } from "./line-numbers.ts";

export interface LineOptions {
  readonly words: Pick<Messages["notes"], "taskItem" | "emptyTaskItem">;
}

/** A line of notes: every kind of text is this one node, so that changing the kind changes an attribute and no more. */
export const Line = Node.create<LineOptions>({
  name: "line",
  group: "block",
  content: "inline*",
  defining: true,
  addOptions: () => ({ words: { taskItem: (text) => text, emptyTaskItem: "" } }),
  addAttributes: () =>
    Object.fromEntries(
      LINE_STYLE_NAMES.map((name) => [name, { default: PLAIN_LINE[name], rendered: false }]),
    ),
  parseHTML: () => [
    {
      tag: "p",
      getAttrs: (element) => ({ ...(writtenStyle(element) ?? PLAIN_LINE) }),
    },
  ],
  renderHTML: ({ node }) => lineSpec(lineStyle(node.attrs)),
  addNodeView() {
    const { words } = this.options;
    return ({ node, view, getPos, decorations }) =>
      new LineView(node, words, ordinalOf(decorations), (done) => {
        const position = getPos();
        if (position === undefined || !view.editable) return false;
        view.dispatch(view.state.tr.setNodeAttribute(position, "done", done));
        return true;
      });
  },
});

/** How a line is drawn and copied: lists line by line, each a list of one. */
function lineSpec(style: LineStyle): DOMOutputSpec {
  const attributes = { [LINE_ATTRIBUTE]: JSON.stringify(style), "data-indent": String(style.indent) };
  let spec: DOMOutputSpec = innerSpec(style, style.quote === 0 ? attributes : {});
  for (let quote = style.quote; quote > 0; quote -= 1) {
    spec = ["blockquote", quote === 1 ? attributes : {}, spec];
  }
  return spec;
}

function innerSpec(style: LineStyle, attributes: Record<string, string>): DOMOutputSpec {
  switch (style.kind) {
    case "heading":
      return [`h${style.level}`, attributes, 0];
    case "bullet":
      return ["ul", attributes, ["li", 0]];
    case "ordered":
      return ["ol", attributes, ["li", 0]];
    case "task":
      return [
        "ul",
        { ...attributes, "data-type": "taskList" },
        ["li", ["label", { contenteditable: "false" }, ["input", { type: "checkbox" }]], ["div", 0]],
      ];
    case "body":
      return ["p", attributes, 0];
  }
}

function ordinalOf(decorations: readonly { readonly spec: Record<string, unknown> }[]): number {
  const ordinal = decorations.map(({ spec }) => spec[ORDINAL]).find((value) => typeof value === "number");
  return typeof ordinal === "number" ? ordinal : 1;
}

class LineView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #words: LineOptions["words"];
  readonly #checkbox: HTMLInputElement | null;
  #style: LineStyle;

  constructor(
    node: EditorNode,
    words: LineOptions["words"],
    ordinal: number,
    setDone: (done: boolean) => boolean,
  ) {
    this.#words = words;
    this.#style = lineStyle(node.attrs);
    const { dom, contentDOM } = DOMSerializer.renderSpec(document, lineSpec(this.#style));
    this.dom = dom as HTMLElement;
    this.contentDOM = contentDOM as HTMLElement;
    this.#checkbox = this.#style.kind === "task" ? this.dom.querySelector("input") : null;
    this.#checkbox?.addEventListener("change", () => {
      const box = this.#checkbox;
      if (box !== null && !setDone(box.checked)) box.checked = this.#style.done;
    });
    this.#draw(node, ordinal);
  }

  update(node: EditorNode, decorations: readonly { readonly spec: Record<string, unknown> }[]): boolean {
    if (node.type.name !== "line") return false;
    const style = lineStyle(node.attrs);
    // What `#draw` sets needs no other element.
    if (!isSameStyle({ ...style, done: this.#style.done, start: this.#style.start }, this.#style)) {
      return false;
    }
    this.#style = style;
    this.#draw(node, ordinalOf(decorations));
    return true;
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#checkbox;
  }

  #draw(node: EditorNode, ordinal: number): void {
    if (this.#style.kind === "ordered") {
      const list = this.contentDOM.parentElement;
      if (list instanceof HTMLOListElement) list.start = ordinal;
    }
    if (this.#checkbox === null) return;
    this.#checkbox.checked = this.#style.done;
    const label =
      node.textContent === "" ? this.#words.emptyTaskItem : this.#words.taskItem(node.textContent);
    this.#checkbox.setAttribute("aria-label", label);
  }
}
