import JSZip from "jszip";

const SHEET = "xl/worksheets/sheet1.xml";

/** Writes texts and numbers into cells of the first sheet, as an office does that opens a file, fills it in and saves it. */
export async function filledIn(
  file: Buffer,
  cells: Readonly<Record<string, string | number>>,
): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file);
  let xml = (await zip.file(SHEET)?.async("string")) ?? "";
  for (const [name, value] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${name}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, "u");
    if (!cell.test(xml)) throw new Error(`there is no cell ${name}`);
    xml = xml.replace(cell, (_whole, style: string | undefined) => {
      const head = `<c r="${name}"${style ?? ""}`;
      if (typeof value === "number") return `${head}><v>${value}</v></c>`;
      return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    });
  }
  zip.file(SHEET, xml);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
