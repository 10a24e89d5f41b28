import { tmpdir } from "node:os";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { FontReport } from "../../../shared/documents/font-report.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { cleanDocument } from "../clean-text.ts";
import { drawerFor } from "../figures/drawer.ts";
import { type DocumentStyle, lyingDown, OFFICIAL_STYLE } from "../style/style.ts";
import { type ChosenFonts, chooseFonts, type Family } from "./fonts/choose-fonts.ts";
import type { FontPlaces } from "./fonts/font-places.ts";
import { printedPages } from "./printed-pages.ts";
import { TEMPLATE } from "./template.ts";
import { printedClusters, typesetInput } from "./typeset-input.ts";

/**
 * The document as pages. Equal documents give equal bytes where the fonts are the same: the file carries no time of its own.
 * Takes seconds of processor time for a long one, so `renderDocument` calls it in a worker.
 */
export async function renderPdf(
  document: DocumentModel,
  places: FontPlaces,
  houseStyle: DocumentStyle = OFFICIAL_STYLE,
): Promise<{ readonly bytes: Uint8Array; readonly fonts: FontReport }> {
  const clean = cleanDocument(document);
  const style = document.layout === "landscape" ? lyingDown(houseStyle) : houseStyle;
  const pages = printedPages(clean, style);
  const draw = await drawerFor(clean);
  const printed = printedClusters(pages);
  const unread = new Set<string>();
  for (;;) {
    const fonts = chooseFonts(style.fonts, printed, places, ({ path }) => !unread.has(path));
    const outcome = typeset(typesetInput(pages, fonts, draw), fonts);
    if ("bytes" in outcome) return { bytes: outcome.bytes, fonts: fonts.report };
    if (outcome.unread.every((path) => unread.has(path))) throw new Error("the shipped fonts cannot be read");
    for (const path of outcome.unread) unread.add(path);
  }
}

const UNKNOWN_FAMILY = /^unknown font family: (.*)$/;

/** The pages as bytes, or the files of fonts that the typesetter cannot read though they name a family. */
function typeset(
  pages: string,
  { families }: ChosenFonts,
): { readonly bytes: Uint8Array } | { readonly unread: readonly string[] } {
  const filesOf = ({ faces }: Family) => faces.map(({ path }) => path);
  const compiler = NodeCompiler.create({
    // Nothing is read from it: the template imports nothing.
    workspace: tmpdir(),
    fontArgs: [{ fontPaths: [...new Set(families.flatMap(filesOf))] }],
  });
  const outcome = compiler.compile({ mainFileContent: TEMPLATE, inputs: { pages } });
  const messagesOf = (found: NodeError | null) =>
    found === null ? [] : compiler.fetchDiagnostics(found).map(({ message }) => String(message));
  if (outcome.result === null)
    throw new Error(`typesetting failed: ${messagesOf(outcome.takeError()).join("; ")}`);
  const unknown = new Set(
    messagesOf(outcome.takeWarnings()).flatMap((message) => UNKNOWN_FAMILY.exec(message)?.[1] ?? []),
  );
  const unread = families.filter(({ names }) => names.every((name) => unknown.has(name.toLowerCase())));
  const bytes = unread.length > 0 ? null : compiler.pdf(outcome.result);
  // What it remembers outlives the worker and would be a hundred megabytes more after each document.
  compiler.evictCache(0);
  return bytes === null ? { unread: unread.flatMap(filesOf) } : { bytes };
}
