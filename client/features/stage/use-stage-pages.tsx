import type { ReactNode } from "react";
import classes from "./stage.module.css";
import { type LaidOut, type PageRoom, pagesOf, type StagePage } from "./stage-pages.ts";
import { blockKey, type StageBlock, StageBlockView } from "./stage-sheet.tsx";
import { useLaidOut } from "./use-laid-out.tsx";

export interface StagePages {
  /** Null until they are laid out, which is before anything is painted. */
  readonly pages: readonly StagePage[] | null;
  /** To be rendered where the pages are asked for: stands there only while they are laid out. */
  readonly layout: ReactNode;
}

/** The pages in which the hall reads a sheet, which stays the same array until something of it changes. */
export function useStagePages(sheet: readonly StageBlock[]): StagePages {
  const { laid, layout } = useLaidOut(sheet, <Layout sheet={sheet} />, (box) => {
    const { room, items } = measure(box, sheet);
    return pagesOf(items, room);
  });
  return { pages: laid, layout };
}

/** The smallest stage there is, in its smallest letters. */
function Layout({ sheet }: { sheet: readonly StageBlock[] }) {
  return (
    <>
      <div className={classes.aloneRoom} />
      <div className={classes.pageRoom} />
      <p className={classes.heading}>{"\u00a0"}</p>
      {sheet.map((block) => (
        <div key={blockKey(block)} className={classes.laidOut}>
          {/* With the word that it goes on, by which a long unit's name may take a line more. */}
          <StageBlockView block={block.kind === "question" ? block : { ...block, isContinued: true }} />
        </div>
      ))}
    </>
  );
}

function measure(
  box: HTMLElement,
  sheet: readonly StageBlock[],
): { room: PageRoom; items: readonly LaidOut[] } {
  const [alone, page, heading, ...blocks] = [...box.children];
  const heightOf = (element: Element | undefined) => element?.getBoundingClientRect().height ?? 0;
  const room = { alonePx: heightOf(alone), pagePx: heightOf(page), headingPx: heightOf(heading) };
  const items = sheet.map((block, index): LaidOut => {
    const text = blocks[index]?.querySelector("[data-text]");
    if (text == null) throw new Error("a block without its text");
    const linePx = Number.parseFloat(getComputedStyle(text).lineHeight);
    const textPx = heightOf(text);
    return {
      block,
      aroundPx: heightOf(blocks[index]) - textPx,
      linePx,
      lines: Math.max(1, Math.round(textPx / linePx)),
      lineStarts: () => lineStartsOf(text),
    };
  });
  return { room, items };
}

/** The places in the text of an element at which its lines begin. */
function lineStartsOf(element: Element): number[] {
  const [text] = element.childNodes;
  const starts = [0];
  if (!(text instanceof Text)) return starts;
  const range = document.createRange();
  let linePx = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < text.length; place += 1) {
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    const rect = range.getClientRects()[0];
    if (rect === undefined || rect.width === 0) continue;
    const middlePx = rect.top + rect.height / 2;
    if (linePx !== Number.NEGATIVE_INFINITY && middlePx > linePx + rect.height / 2) starts.push(place);
    linePx = Math.max(linePx, middlePx);
  }
  return starts;
}
