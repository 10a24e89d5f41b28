const FINAL_TEXT = 0x81;
const FINAL_BINARY = 0x82;
const FINAL_PING = 0x89;

/**
 * One unmasked WebSocket frame (RFC 6455, 5.2) as it goes over the wire, or several joined. Made once and written to
 * many sockets, which costs half of framing it anew for each.
 */
export type WireFrames = Buffer;

/** Frames a binary message given in pieces. */
export function binaryFrame(pieces: readonly Uint8Array[]): WireFrames {
  return Buffer.concat(piecesOf(FINAL_BINARY, pieces));
}

/** Frames a text message. */
export function textFrame(text: string): WireFrames {
  return Buffer.concat(textFramePieces([Buffer.from(text)]));
}

/** The frame of a text message given in pieces of UTF-8, in pieces as well: none of the message is copied. */
export function textFramePieces(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  return piecesOf(FINAL_TEXT, pieces);
}

/** As `textFramePieces`, of a binary message. */
export function binaryFramePieces(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  return piecesOf(FINAL_BINARY, pieces);
}

function piecesOf(firstByte: number, pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return [frameHead(firstByte, length), ...pieces];
}

function frameHead(firstByte: number, length: number): Buffer {
  const head = Buffer.allocUnsafe(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = firstByte;
  if (head.length === 2) head[1] = length;
  else if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return head;
}

/** A ping without payload. */
export const PING_FRAME: WireFrames = Buffer.from([FINAL_PING, 0]);
