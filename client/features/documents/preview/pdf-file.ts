import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { fetchPiece } from "../../../ui/states/page-replaced.tsx";

export type PdfPage = PDFPageProxy;
type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** A file whose pages can be drawn, until it is closed. */
export interface PdfFile {
  readonly page: (number: number) => Promise<PdfPage>;
  readonly pdfjs: Pdfjs;
  readonly close: () => void;
}

/** Reads files one after the other, in one thread of its own. */
export interface PdfReader {
  readonly open: (bytes: ArrayBuffer) => Promise<PdfFile>;
  readonly close: () => void;
}

/** The reader is half a megabyte and comes when it is needed. Rejects with `PageReplacedError` as `fetchPiece` does. */
export async function startPdfReader(): Promise<PdfReader> {
  const pdfjs: Pdfjs = await fetchPiece(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const worker = new pdfjs.PDFWorker();
  return {
    open: async (bytes) => fileOf(await openIn(worker, bytes, pdfjs), pdfjs),
    close: () => worker.destroy(),
  };
}

function openIn(worker: PDFWorker, bytes: ArrayBuffer, { getDocument }: Pdfjs): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    worker,
    // The pages of this server run no code that was made from text.
    isEvalSupported: false,
    enableXfa: false,
    // Every font is in the file.
    useSystemFonts: false,
  }).promise;
}

function fileOf(document: PDFDocumentProxy, pdfjs: Pdfjs): PdfFile {
  return {
    page: (number) => document.getPage(number),
    pdfjs,
    close: () => void document.loadingTask.destroy(),
  };
}
