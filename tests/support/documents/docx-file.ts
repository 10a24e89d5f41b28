import JSZip from "jszip";
import { SaxesParser } from "saxes";

/** An XML element with its text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

/** Parses strictly: throws where a word processor would call the file damaged. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: XmlNode = { name, attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return root;
}

/** Every element of `name` below `node`, in document order. */
export function elements(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return [...(child.name === name ? [child] : []), ...elements(child, name)];
  });
}

/** The first element of `name` below `node`. */
export function element(node: XmlNode, name: string): XmlNode {
  const [first] = elements(node, name);
  if (first === undefined) throw new Error(`no ${name} in ${node.name}`);
  return first;
}

/** All text of a part, a break as a space; nothing of field codes. */
export function textOf(node: XmlNode): string {
  if (node.name === "w:instrText" || node.name === "w:pPr") return "";
  if (node.name === "w:br" || node.name === "w:tab") return " ";
  return node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

export interface DocxFile {
  readonly parts: ReadonlyMap<string, XmlNode>;
  readonly dates: readonly number[];
  part(path: string): XmlNode;
}

/** Unzips a file and parses every part of it but pictures in dots. */
export async function openDocx(bytes: Uint8Array): Promise<DocxFile> {
  const archive = await JSZip.loadAsync(bytes);
  const parts = new Map<string, XmlNode>();
  for (const file of Object.values(archive.files)) {
    if (!file.dir && !file.name.endsWith(".png")) parts.set(file.name, parseXml(await file.async("string")));
  }
  return {
    parts,
    dates: Object.values(archive.files).map(({ date }) => date.getTime()),
    part: (path) => {
      const found = parts.get(path);
      if (found === undefined) throw new Error(`no part ${path}`);
      return found;
    },
  };
}

/** The paragraph of a document that holds `text`. */
export function paragraphWith(docx: DocxFile, text: string): XmlNode {
  const found = elements(docx.part("word/document.xml"), "w:p").find((node) => textOf(node).includes(text));
  if (found === undefined) throw new Error(`no paragraph with ${text}`);
  return found;
}
