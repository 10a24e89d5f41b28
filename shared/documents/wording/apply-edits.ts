import type { DocumentEditRecord } from "../../domain/documents/records.ts";
import { TITLE_KEY } from "../../protocol/document-names.ts";
import { cleanText } from "../clean-text.ts";
import type { OutlineEdit } from "../outline.ts";
import type { DocumentDraft } from "../sections/draft.ts";
import { mergeTexts } from "./change.ts";
import { rewriteBlocks, rewriteLines } from "./keyed-texts.ts";
import { reword, textOfLines } from "./reword.ts";

export type Wording = Pick<DocumentEditRecord, "key" | "source" | "text">;

interface WordedDraft {
  readonly draft: DocumentDraft;
  /** What became of each wording, in the order in which their places are built, those of places that are gone at the end. */
  readonly edits: readonly OutlineEdit[];
}

/**
 * The draft as it was worded. Sections that are hidden are worded as well: what stands in them is not gone. A wording that the
 * place has changed under is kept and reported, never dropped.
 */
export function applyEdits(draft: DocumentDraft, wordings: readonly Wording[]): WordedDraft {
  const byKey = new Map(wordings.map((wording) => [wording.key, wording]));
  const met = new Map<string, OutlineEdit>();
  const worded = (key: string, built: string): string | undefined => {
    const wording = byKey.get(key);
    if (wording === undefined) return undefined;
    const { source, text } = wording;
    const merged = mergeTexts(source, built, text);
    const state = merged.isContested ? "changed" : "applied";
    met.set(key, { key, source, text, state, ...(built !== source && { now: built }) });
    return merged.text;
  };
  const rewrite: Parameters<typeof rewriteBlocks>[1] = (key, lines) => {
    if (!byKey.has(key)) return lines;
    // As its reader saw it.
    const built = lines.map((line) => line.map((run) => ({ ...run, text: cleanText(run.text) })));
    const text = worded(key, textOfLines(built));
    if (text === undefined) return lines;
    return text === "" ? null : reword(built, text);
  };
  const title = worded(TITLE_KEY, cleanText(draft.title));
  const result: DocumentDraft = {
    ...draft,
    title: title || draft.title,
    meta: rewriteLines(draft.meta, rewrite),
    sections: draft.sections.map((section) => ({
      ...section,
      blocks: rewriteBlocks(section.blocks, rewrite),
    })),
    unshown: rewriteBlocks(draft.unshown, rewrite),
    whenEmpty: draft.whenEmpty === null ? null : (rewriteBlocks([draft.whenEmpty], rewrite)[0] ?? null),
  };
  const gone = wordings
    .filter(({ key }) => !met.has(key))
    .map(({ key, source, text }): OutlineEdit => ({ key, source, text, state: "gone" }));
  return { draft: result, edits: [...met.values(), ...gone] };
}
