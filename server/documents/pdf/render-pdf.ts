import { tmpdir } from "node:os";
import { NodeCompiler, type NodeError, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { FontReport } from "../../../shared/documents/font-report.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { cleanDocument } from "../clean-text.ts";
import { drawerFor } from "../figures/drawer.ts";
import { type DocumentStyle, lyingDown, OFFICIAL_STYLE } from "../style/style.ts";
import { type BlockPlace, blockPlaces, type PlaceMark } from "./block-places.ts";
import { type ChosenFonts, chooseFonts, type Family } from "./fonts/choose-fonts.ts";
import type { FontPlaces } from "./fonts/font-places.ts";
import type { PrintedPages } from "./pieces.ts";
import { printedPages } from "./printed-pages.ts";
import { TEMPLATE } from "./template.ts";
import { printedClusters, typesetInput } from "./typeset-input.ts";

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly fonts: FontReport;
}

/** The file, and where on its pages the blocks stand that can be worded otherwise. */
export interface PdfPreview extends PdfFile {
  readonly pages: readonly { readonly widthPt: number; readonly heightPt: number }[];
  readonly places: readonly BlockPlace[];
}

/**
 * The document as pages. Equal documents give equal bytes where the fonts are the same: the file carries no time of its own.
 * Takes seconds of processor time for a long one, so `renderDocument` has it done in a process of its own.
 */
export async function renderPdf(
  document: DocumentModel,
  places: FontPlaces,
  houseStyle: DocumentStyle = OFFICIAL_STYLE,
): Promise<PdfFile> {
  const { file } = await setPages(document, places, houseStyle, { tellsPlaces: false });
  return file;
}

/** The same file to the byte, with what is to be known of its pages. */
export async function renderPdfPreview(
  document: DocumentModel,
  places: FontPlaces,
  houseStyle: DocumentStyle = OFFICIAL_STYLE,
): Promise<PdfPreview> {
  const { file, pages, pageCount, marks } = await setPages(document, places, houseStyle, {
    tellsPlaces: true,
  });
  const { width, height } = pages.page;
  const size = { widthPt: width, heightPt: height };
  return {
    ...file,
    pages: Array.from({ length: pageCount }, () => size),
    places: blockPlaces(marks, pages),
  };
}

interface SetPages {
  readonly file: PdfFile;
  readonly pages: PrintedPages;
  readonly pageCount: number;
  readonly marks: readonly PlaceMark[];
}

async function setPages(
  document: DocumentModel,
  places: FontPlaces,
  houseStyle: DocumentStyle,
  telling: Telling,
): Promise<SetPages> {
  const clean = cleanDocument(document);
  const style = document.layout === "landscape" ? lyingDown(houseStyle) : houseStyle;
  const pages = printedPages(clean, style);
  const draw = await drawerFor(clean);
  const printed = printedClusters(pages);
  const unread = new Set<string>();
  for (;;) {
    const fonts = chooseFonts(style.fonts, printed, places, ({ path }) => !unread.has(path));
    const outcome = typeset(typesetInput(pages, fonts, draw), fonts, telling);
    if ("bytes" in outcome) {
      const { bytes, pageCount, marks } = outcome;
      return { file: { bytes, fonts: fonts.report }, pages, pageCount, marks };
    }
    if (outcome.unread.every((path) => unread.has(path))) throw new Error("the shipped fonts cannot be read");
    for (const path of outcome.unread) unread.add(path);
  }
}

const UNKNOWN_FAMILY = /^unknown font family: (.*)$/;

interface Telling {
  /** Whether marks are asked for. */
  readonly tellsPlaces: boolean;
}

/** The pages as bytes, or the files of fonts that the typesetter cannot read though they name a family. */
function typeset(
  pages: string,
  { families }: ChosenFonts,
  { tellsPlaces }: Telling,
):
  | { readonly bytes: Uint8Array; readonly pageCount: number; readonly marks: readonly PlaceMark[] }
  | { readonly unread: readonly string[] } {
  const filesOf = ({ faces }: Family) => faces.map(({ path }) => path);
  const compiler = NodeCompiler.create({
    // Nothing is read from it: the template imports nothing.
    workspace: tmpdir(),
    fontArgs: [{ fontPaths: [...new Set(families.flatMap(filesOf))] }],
  });
  const inputs = { pages, ...(tellsPlaces && { tellsPlaces: "yes" }) };
  const outcome = compiler.compile({ mainFileContent: TEMPLATE, inputs });
  const messagesOf = (found: NodeError | null) =>
    found === null ? [] : compiler.fetchDiagnostics(found).map(({ message }) => String(message));
  const { result } = outcome;
  if (result === null) throw new Error(`typesetting failed: ${messagesOf(outcome.takeError()).join("; ")}`);
  const unknown = new Set(
    messagesOf(outcome.takeWarnings()).flatMap((message) => UNKNOWN_FAMILY.exec(message)?.[1] ?? []),
  );
  const unread = families.filter(({ names }) => names.every((name) => unknown.has(name.toLowerCase())));
  const done =
    unread.length > 0
      ? null
      : {
          bytes: compiler.pdf(result),
          pageCount: result.numOfPages,
          marks: tellsPlaces ? marksOf(compiler, result) : [],
        };
  // What it remembers is kept by the whole process, a hundred megabytes more after each document.
  compiler.evictCache(0);
  return done ?? { unread: unread.flatMap(filesOf) };
}

/** As the template leaves them, all in one. */
function marksOf(compiler: NodeCompiler, result: NodeTypstDocument): readonly PlaceMark[] {
  const [marks = []] = compiler.query(result, { selector: "<places>", field: "value" }) as PlaceMark[][];
  return marks;
}
