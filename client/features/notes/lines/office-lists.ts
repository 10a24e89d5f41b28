import { LIST_NUMBER } from "../../../../shared/messages/list-vocabulary.ts";
import { LIST_LEVELS_MAX, type LineKind } from "../../../../shared/notes/line-style.ts";

/** Fonts whose letters are drawn as dots, squares and arrows. */
const SYMBOL_FONT = /wingdings|symbol|webdings/i;
const LIST_STYLE = /mso-list:\s*(?!none|ignore)[^;]*\blevel(\d)/i;
const MARKER = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';

/**
 * Word and WPS write the items of lists as paragraphs, with the marker as text in them. Gives the kind and level of such a
 * paragraph and takes its marker away; null for any other.
 */
export function takeOfficeListItem(paragraph: Element): { kind: LineKind; indent: number } | null {
  const level = LIST_STYLE.exec(paragraph.getAttribute("style") ?? "")?.[1];
  const markers = [...paragraph.querySelectorAll(MARKER)];
  if (level === undefined || markers.length === 0) return null;
  const text = markers
    .map(({ textContent }) => textContent ?? "")
    .join("")
    .trim();
  const isSymbol = markers.some((marker) => SYMBOL_FONT.test(fontsAround(marker, paragraph)));
  for (const marker of markers) marker.remove();
  return {
    kind: !isSymbol && LIST_NUMBER.test(text) ? "ordered" : "bullet",
    indent: Math.min(Math.max(Number(level) - 1, 0), LIST_LEVELS_MAX - 1),
  };
}

/** The styles of a marker and of what it stands in, up to the paragraph. */
function fontsAround(marker: Element, paragraph: Element): string {
  const styles: string[] = [];
  for (let at: Element | null = marker; at !== null && at !== paragraph; at = at.parentElement) {
    styles.push(at.getAttribute("style") ?? "", at.getAttribute("face") ?? "");
  }
  return styles.join(" ");
}
