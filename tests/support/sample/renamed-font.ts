/** A font file with the family it is called by replaced; the typesetter goes by the tables alone. */
export function renamedFont(font: Uint8Array, family: string, weight = 400): Buffer {
  const table = nameTable(family);
  const file = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4), table]);
  for (let entry = 12; entry < 12 + file.readUInt16BE(4) * 16; entry += 16) {
    const tag = file.toString("latin1", entry, entry + 4);
    if (tag === "OS/2") file.writeUInt16BE(weight, file.readUInt32BE(entry + 8) + 4);
    if (tag !== "name") continue;
    file.writeUInt32BE(file.length - table.length, entry + 8);
    file.writeUInt32BE(table.length, entry + 12);
  }
  return file;
}

/** Family, full name and the name for printers, for Windows in Chinese. */
function nameTable(family: string): Buffer {
  const text = Buffer.from(family, "utf16le").swap16();
  const ids = [1, 4, 6];
  const head = Buffer.alloc(6 + ids.length * 12);
  head.writeUInt16BE(ids.length, 2);
  head.writeUInt16BE(head.length, 4);
  for (const [place, id] of ids.entries()) {
    for (const [field, value] of [3, 1, 0x804, id, text.length, 0].entries())
      head.writeUInt16BE(value, 6 + place * 12 + field * 2);
  }
  return Buffer.concat([head, text]);
}
