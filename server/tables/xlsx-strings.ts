import { readXml } from "./xml-reader.ts";

/** The table of texts cells refer to by number; runs of different fonts are joined, readings above characters left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  await readXml(chunks, {
    text(path, part) {
      if (path === "sst/si/t" || path === "sst/si/r/t") text += part;
    },
    close(path) {
      if (path !== "sst/si") return;
      strings.push(unescapeText(text));
      text = "";
    },
  });
  return strings;
}

/** `_x000D_` → the character: how a workbook writes what XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
