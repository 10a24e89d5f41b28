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
  return frameOf(FINAL_BINARY, pieces);
}

/** Frames a text message. */
export function textFrame(text: string): WireFrames {
  return frameOf(FINAL_TEXT, [Buffer.from(text)]);
}

function frameOf(firstByte: number, pieces: readonly Uint8Array[]): WireFrames {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = firstByte;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let position = headLength;
  for (const piece of pieces) {
    frame.set(piece, position);
    position += piece.length;
  }
  return frame;
}

/** A ping without payload. */
export const PING_FRAME: WireFrames = Buffer.from([FINAL_PING, 0]);
