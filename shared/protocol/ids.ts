import { z } from "zod";
import { LIMITS } from "./limits.ts";

const ID_PATTERN = new RegExp(`^[A-Za-z0-9_-]{${LIMITS.idMinChars},${LIMITS.idMaxChars}}$`);
const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const ID_BYTES = 22;

/** An id made by whoever makes the thing: 20 to 36 characters of `[A-Za-z0-9_-]`. */
export const idSchema = z.string().regex(ID_PATTERN);

/**
 * A new id of 22 characters (132 bits) out of random bytes, one character a byte.
 * The caller brings the bytes: `crypto.randomUUID` does not exist on plain http, `getRandomValues` does.
 */
function idFromBytes(bytes: Uint8Array): string {
  let id = "";
  for (const byte of bytes) id += ID_ALPHABET[byte & 63];
  return id;
}

/** Makes ids from a source of random bytes, such as `crypto.getRandomValues`. */
export function makeIdFactory(fill: (bytes: Uint8Array) => Uint8Array): () => string {
  return () => idFromBytes(fill(new Uint8Array(ID_BYTES)));
}
