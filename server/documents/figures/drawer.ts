import type { DocumentFigure, DocumentModel } from "../../../shared/documents/model.ts";
import type { DrawnFigure } from "./draw-figure.ts";

/** Draws a figure as wide as the text; texts are in the first of `fonts` that a reader has. */
export type Drawer = (figure: DocumentFigure, width: number, fonts: readonly string[]) => DrawnFigure;

/** What draws a document's figures; what it takes is loaded only for one that has some. */
export async function drawerFor({ blocks }: DocumentModel): Promise<Drawer> {
  if (blocks.some(({ kind }) => kind === "figure")) return (await import("./draw-figure.ts")).drawFigure;
  return () => {
    throw new Error("the document has no figure");
  };
}
