import JSZip from "jszip";
import { elements, parseXml, type XmlNode } from "./docx-file.ts";

export interface PptxFile {
  readonly parts: ReadonlyMap<string, XmlNode>;
  readonly dates: readonly number[];
  part(path: string): XmlNode;
  /** In the order they are shown. */
  readonly slides: readonly XmlNode[];
}

/** Unzips a file and parses every part of it. */
export async function openPptx(bytes: Uint8Array): Promise<PptxFile> {
  const archive = await JSZip.loadAsync(bytes);
  const parts = new Map<string, XmlNode>();
  for (const file of Object.values(archive.files)) {
    if (!file.dir) parts.set(file.name, parseXml(await file.async("string")));
  }
  const slides = [...parts]
    .flatMap(([name, part]) => {
      const place = /^ppt\/slides\/slide(\d+)\.xml$/u.exec(name)?.[1];
      return place === undefined ? [] : [{ place: Number(place), part }];
    })
    .sort((one, other) => one.place - other.place);
  return {
    parts,
    dates: Object.values(archive.files).map(({ date }) => date.getTime()),
    part: (path) => {
      const found = parts.get(path);
      if (found === undefined) throw new Error(`no part ${path}`);
      return found;
    },
    slides: slides.map(({ part }) => part),
  };
}

/** The paragraphs of a slide, each with its runs. */
export function slideParagraphs(
  slide: XmlNode,
): { readonly text: string; readonly runs: readonly XmlNode[] }[] {
  return elements(slide, "a:p").map((paragraph) => ({
    text: elements(paragraph, "a:t").map(wordsOf).join(""),
    runs: elements(paragraph, "a:rPr"),
  }));
}

/** All words of a slide, a paragraph a line. */
export function slideText(slide: XmlNode): string {
  return slideParagraphs(slide)
    .map(({ text }) => text)
    .join("\n");
}

function wordsOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
}
