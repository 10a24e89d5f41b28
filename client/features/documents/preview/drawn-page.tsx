import { type CSSProperties, useEffect, useRef } from "react";
import styles from "./drawn-page.module.css";
import type { PdfFile, PdfPage } from "./pdf-file.ts";

/** Finer than this no eye sees, and memory is finite. */
const RATIO_MAX = 2;

interface Props {
  readonly file: PdfFile;
  /** From 1. */
  readonly page: number;
  readonly scale: number;
}

/** A page as it prints, and its text for whoever reads or searches; what was drawn stays until the next is there. */
export function DrawnPage({ file, page: number, scale }: Props) {
  const picture = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const draw = async () => {
      const page = await file.page(number);
      if (signal.aborted) return;
      signal.addEventListener("abort", () => page.cleanup());
      await drawPicture(page, scale, picture.current, signal);
      await layText(page, { file, scale, host: text.current, signal });
    };
    // A file that is closed meanwhile is drawn no more: the next one is.
    draw().catch(() => undefined);
    return () => ending.abort();
  }, [file, number, scale]);
  return (
    <>
      <div ref={picture} className={styles.picture} />
      <div
        ref={text}
        className={styles.text}
        lang="zh-CN"
        style={{ "--scale-factor": scale } as CSSProperties}
      />
    </>
  );
}

async function drawPicture(page: PdfPage, scale: number, host: HTMLElement | null, signal: AbortSignal) {
  const ratio = Math.min(window.devicePixelRatio, RATIO_MAX);
  const viewport = page.getViewport({ scale: scale * ratio });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const canvasContext = canvas.getContext("2d");
  if (canvasContext === null) return;
  const task = page.render({ canvasContext, viewport });
  signal.addEventListener("abort", () => task.cancel());
  await task.promise;
  if (!signal.aborted) host?.replaceChildren(canvas);
}

interface Laying {
  readonly file: PdfFile;
  readonly scale: number;
  readonly host: HTMLElement | null;
  readonly signal: AbortSignal;
}

async function layText(page: PdfPage, { file, scale, host, signal }: Laying) {
  const container = document.createElement("div");
  const layer = new file.pdfjs.TextLayer({
    textContentSource: page.streamTextContent(),
    container,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener("abort", () => layer.cancel());
  await layer.render();
  if (!signal.aborted) host?.replaceChildren(container);
}
