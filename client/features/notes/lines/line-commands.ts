import { type CommandProps, Extension, InputRule } from "@tiptap/core";
import { GapCursor } from "@tiptap/pm/gapcursor";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  HEADING_LEVEL_MAX,
  isListKind,
  isSameStyle,
  LIST_LEVELS_MAX,
  type LineKind,
  type LineStyle,
  lineStyle,
  PLAIN_LINE,
} from "../../../../shared/notes/line-style.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    lines: {
      /** Makes the lines of the selection lines of this kind, or plain ones when they all are. */
      toggleLine: (kind: LineKind, level?: number) => ReturnType;
      toggleQuote: () => ReturnType;
      plainLine: () => ReturnType;
      /** Moves lines of a list a level in or out; nothing beyond the levels there are. */
      indentLines: (by: 1 | -1) => ReturnType;
    };
  }
}

interface LineAt {
  readonly node: Node;
  readonly position: number;
  readonly style: LineStyle;
}

/** What is done to lines, by button, by key and by what is typed at their beginning. */
export const LineCommands = Extension.create({
  name: "lineCommands",
  // Before the keys of the tables and of the editor itself.
  priority: 900,
  addCommands: () => ({
    toggleLine:
      (kind, level = 0) =>
      (props) =>
        restyle(props, (lines) => {
          const areAll = lines.every(({ style }) => style.kind === kind && style.level === level);
          return (style) => (areAll ? plain(style) : ofKind(style, kind, level));
        }),
    toggleQuote: () => (props) =>
      restyle(props, (lines) => {
        const areAll = lines.every(({ style }) => style.quote > 0);
        return (style) => ({ ...style, quote: areAll ? 0 : Math.max(1, style.quote) });
      }),
    plainLine: () => (props) => restyle(props, () => plain),
    indentLines: (by) => (props) => {
      if (!linesIn(props.state).some(({ style }) => isListKind(style.kind))) return false;
      const lines = linesIn(props.state);
      const [first] = lines;
      const indented = (style: LineStyle, { position }: LineAt): LineStyle => {
        if (!isListKind(style.kind)) return style;
        const most = first?.position === position ? indentMax(props.state, first) : LIST_LEVELS_MAX - 1;
        const indent = Math.max(0, Math.min(most, style.indent + by));
        return indent === style.indent ? style : { ...style, indent, start: null };
      };
      // Where nothing can go further out, Shift-Tab leaves the list, or the editor.
      if (by < 0 && lines.every((line) => isSameStyle(indented(line.style, line), line.style))) return false;
      return restyle(props, () => indented);
    },
  }),
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.command(splitLine),
      Backspace: () => this.editor.commands.command(loosenLine),
      Tab: () => this.editor.commands.indentLines(1),
      "Shift-Tab": () => this.editor.commands.indentLines(-1),
      "Mod-Alt-0": () => this.editor.commands.plainLine(),
      "Mod-Alt-2": () => this.editor.commands.toggleLine("heading", 2),
      "Mod-Alt-3": () => this.editor.commands.toggleLine("heading", 3),
      "Mod-Shift-7": () => this.editor.commands.toggleLine("ordered"),
      "Mod-Shift-8": () => this.editor.commands.toggleLine("bullet"),
      "Mod-Shift-9": () => this.editor.commands.toggleLine("task"),
      "Mod-Shift-b": () => this.editor.commands.toggleQuote(),
    };
  },
  addInputRules: () => [
    // As Chinese keyboards write it, too: full width, before a space as wide as a character.
    typed(/^([#＃]+)\s$/, (style, marker) =>
      ofKind(style, "heading", Math.min(marker.length, HEADING_LEVEL_MAX)),
    ),
    typed(/^([-+*])\s$/, (style) => ofKind(style, "bullet", 0)),
    typed(/^(\d{1,5})\.\s$/, (style, number) => ({
      ...ofKind(style, "ordered", 0),
      start: Number(number) === 1 ? null : Math.max(1, Number(number)),
    })),
    typed(/^(\[[ x]?\])\s$/, (style, box) => ({ ...ofKind(style, "task", 0), done: box === "[x]" })),
    typed(/^(>)\s$/, (style) => ({ ...style, quote: 1 })),
  ],
});

/** Whether every line of the selection is so. */
export function areLines(state: EditorState, is: (style: LineStyle) => boolean): boolean {
  const lines = linesIn(state);
  return lines.length > 0 && lines.every(({ style }) => is(style));
}

function plain({ quote }: LineStyle): LineStyle {
  return { ...PLAIN_LINE, quote };
}

function ofKind(style: LineStyle, kind: LineKind, level: number): LineStyle {
  const indent = isListKind(kind) && isListKind(style.kind) ? style.indent : 0;
  return { ...PLAIN_LINE, kind, level, indent, quote: style.quote };
}

/** Replaces what marks a kind at the beginning of a line by that kind. */
function typed(find: RegExp, change: (style: LineStyle, marker: string) => LineStyle): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const { $from } = state.selection;
      if ($from.parent.type.name !== "line") return null;
      const style = change(lineStyle($from.parent.attrs), match[1] ?? "");
      state.tr.delete(range.from, range.to).setNodeMarkup($from.before(), undefined, { ...style });
      return undefined;
    },
  });
}

function linesIn({ doc, selection }: Pick<EditorState, "doc" | "selection">): LineAt[] {
  const lines: LineAt[] = [];
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (node.type.name !== "line") return true;
      lines.push({ node, position, style: lineStyle(node.attrs) });
      return false;
    });
  }
  return lines;
}

function restyle(
  { state, tr, dispatch }: CommandProps,
  changeFor: (lines: readonly LineAt[]) => (style: LineStyle, line: LineAt) => LineStyle,
): boolean {
  const isInGap = state.selection instanceof GapCursor;
  if (!isInGap && linesIn(state).length === 0) return false;
  if (dispatch === undefined) return true;
  if (isInGap) openLine(tr);
  const lines = linesIn(tr);
  const change = changeFor(lines);
  // None of them changes its size, so all stay where they are.
  for (const line of lines) setStyle(tr, line.position, change(line.style, line));
  return true;
}

/** A line where the cursor stands beside a table, and the cursor in it. */
function openLine(tr: Transaction): void {
  const line = tr.doc.type.schema.node("line");
  const { head } = tr.selection;
  tr.insert(head, line).setSelection(TextSelection.create(tr.doc, head + 1));
}

/** A line goes at most one level deeper than the line of a list above it. */
function indentMax({ doc }: EditorState, { position }: LineAt): number {
  const before = doc.resolve(position).nodeBefore;
  if (before?.type.name !== "line") return 0;
  const above = lineStyle(before.attrs);
  const deepest = isListKind(above.kind) ? above.indent + 1 : above.indent;
  return Math.min(deepest, LIST_LEVELS_MAX - 1);
}

/** Enter: a line more of the same kind; an empty one of a list or quotation leaves it, a heading is followed by plain text. */
function splitLine({ state, tr, dispatch }: CommandProps): boolean {
  const { $from, empty } = state.selection;
  if ($from.parent.type.name !== "line" || !(state.selection instanceof TextSelection)) return false;
  const style = lineStyle($from.parent.attrs);
  if (dispatch === undefined) return true;
  if (empty && $from.parent.content.size === 0 && !isPlain(style)) {
    tr.setNodeMarkup($from.before(), undefined, { ...outOf(style) });
    return true;
  }
  if (!empty) tr.deleteSelection();
  const at = tr.selection.$from;
  const isAtEnd = at.parentOffset === at.parent.content.size;
  const isAtStart = at.parentOffset === 0;
  const goesOn = { ...style, done: false, start: null };
  const isBefore = isAtStart && !isAtEnd;
  const after = style.kind === "heading" && isAtEnd ? plain(style) : goesOn;
  tr.split(at.pos, 1, [
    { type: at.parent.type, attrs: { ...(isBefore ? { ...style, start: null } : after) } },
  ]);
  // Enter at the beginning makes room above: the line itself stays what it is.
  if (isBefore) {
    const above = style.kind === "heading" ? plain(style) : { ...style, done: false };
    tr.setNodeMarkup(at.before(), undefined, { ...above });
  }
  tr.scrollIntoView();
  return true;
}

/** Backspace at the beginning of a line of a list or quotation takes it out, before it joins the line above. */
function loosenLine({ state, tr, dispatch }: CommandProps): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.parent.type.name !== "line") return false;
  const style = lineStyle($from.parent.attrs);
  if (!isListKind(style.kind) && style.quote === 0 && style.indent === 0) return false;
  if (dispatch !== undefined) setStyle(tr, $from.before(), outOf(style));
  return true;
}

function setStyle(tr: Transaction, position: number, style: LineStyle): void {
  tr.setNodeMarkup(position, undefined, { ...style });
}

function isPlain({ kind, indent, quote }: LineStyle): boolean {
  return kind === "body" && indent === 0 && quote === 0;
}

/** One step nearer to plain text. */
function outOf(style: LineStyle): LineStyle {
  if (isListKind(style.kind) && style.indent > 0) return { ...style, indent: style.indent - 1, start: null };
  if (style.kind === "body" && style.indent === 0 && style.quote > 0) return PLAIN_LINE;
  return plain(style);
}
