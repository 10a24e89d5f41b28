const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const END_BYTES = 22;
/** 1 January 1980, 0:00: the earliest a zip archive can say. */
const FIXED_TIME = 0x0000;
const FIXED_DATE = 0x0021;

/** Sets every date in a zip archive to the same, in place, so that equal contents are equal files. */
export function fixZipDates(archive: Buffer): Buffer {
  const end = archive.length - END_BYTES;
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_CENTRAL) throw new Error("not a plain zip archive");
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL_HEADER) throw new Error("not a plain zip archive");
    const local = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(local) !== LOCAL_HEADER) throw new Error("not a plain zip archive");
    writeDate(archive, at + 12);
    writeDate(archive, local + 10);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    );
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return archive;
}

function writeDate(archive: Buffer, at: number): void {
  archive.writeUInt16LE(FIXED_TIME, at);
  archive.writeUInt16LE(FIXED_DATE, at + 2);
}
