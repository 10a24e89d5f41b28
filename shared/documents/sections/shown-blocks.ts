import type { DocumentBlock } from "../model.ts";
import type { DocumentSection } from "./section.ts";

/** The blocks of the sections that are shown, one after the other: headings counted, pages begun. */
export function shownBlocks(sections: readonly DocumentSection[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let position = 0;
  let hasPage = false;
  for (const { number, blocks: own, beginsPage } of sections) {
    const [first, ...rest] = own;
    if (first === undefined) continue;
    if (beginsPage && hasPage) blocks.push({ kind: "pageBreak" });
    hasPage ||= beginsPage;
    if (first.kind === "heading" && number !== null) {
      position += 1;
      blocks.push({ ...first, number: number(String(position)) }, ...rest);
    } else blocks.push(...own);
  }
  return blocks;
}
