const NAME_MAX_BYTES = 180;
/** What Windows refuses in a file name, and what no name should hold: controls, invisible characters, lone surrogates. */
const UNUSABLE = /[<>:"/\\|?*\uFFFE\uFFFF\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names Windows keeps for devices, whatever comes after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

/**
 * What a browser should call a download: the title in words, with the extension of `name`, the name it has in its
 * address (`minutes.docx`). Fits every file system a Chinese office uses.
 */
export function documentFileName(title: string, name: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  const words = cutToBytes(title.replace(UNUSABLE, " ").replace(/\s+/gu, " "), NAME_MAX_BYTES).replace(
    /^[\s.]+|[\s.]+$/gu,
    "",
  );
  const stem =
    words === "" || DEVICE.test(words) ? asciiName(name).slice(0, -extension.length || undefined) : words;
  return `${stem}${extension}`;
}

/** `Content-Disposition` of a file to be kept. */
export function attachmentHeader(title: string, name: string): string {
  return dispositionHeader("attachment", title, name);
}

/** `Content-Disposition` by RFC 6266: the file name in UTF-8, and `name` for whoever cannot read that. */
export function dispositionHeader(kind: "attachment" | "inline", title: string, name: string): string {
  const fileName = encodeExtValue(documentFileName(title, name));
  return `${kind}; filename="${asciiName(name)}"; filename*=UTF-8''${fileName}`;
}

function asciiName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, "_");
}

/** RFC 8187 `value-chars`: what `encodeURIComponent` leaves and the grammar does not allow is encoded too. */
function encodeExtValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function cutToBytes(text: string, bytesMax: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > bytesMax) break;
    kept += character;
  }
  return kept;
}
