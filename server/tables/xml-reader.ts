import { SaxesParser } from "saxes";
import { ReadingRefusal } from "./reading-refusal.ts";

/** Hears a document as it is read. Paths are the names of the open elements without prefixes: `sst/si/t`. */
export interface XmlListener {
  open?(path: string, attributes: Readonly<Record<string, string>>): void;
  text?(path: string, text: string): void;
  close?(path: string): void;
}

/** Deeper than any part of a workbook. */
const DEPTH_MAX = 40;

/**
 * Reads a part of a workbook. A document type is refused before anything in it is looked at, so that there are
 * no entities to expand or fetch; bytes that are not UTF-8 and XML that is not well-formed throw.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const paths: string[] = [];
  parser.on("doctype", () => {
    throw new ReadingRefusal("unreadable", { format: "dtd" });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (paths.length >= DEPTH_MAX) throw new ReadingRefusal("unreadable", { format: "xml" });
    const parent = paths.at(-1);
    const path = parent === undefined ? localName(name) : `${parent}/${localName(name)}`;
    paths.push(path);
    listener.open?.(path, attributes);
  });
  const hearText = (text: string) => {
    const path = paths.at(-1);
    if (path !== undefined) listener.text?.(path, text);
  };
  parser.on("text", hearText);
  parser.on("cdata", hearText);
  parser.on("closetag", () => {
    const path = paths.pop();
    if (path !== undefined) listener.close?.(path);
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode()).close();
}

/** `x:row` → `row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
