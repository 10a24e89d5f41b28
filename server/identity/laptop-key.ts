import { createHmac, timingSafeEqual } from "node:crypto";

/** Short: a browser keeps up to 180 of them for one laptop, and all have to fit into the head of a request. */
const KEY_BYTES = 16;

/**
 * What a laptop keeps once its user was let in, to be told from strangers later. It opens nothing; it says that whoever
 * sat there knew the secret that `parts` name.
 */
export function laptopKey(secret: Buffer, ...parts: readonly (string | number)[]): string {
  const digest = createHmac("sha256", secret)
    .update(["laptop", ...parts].join(" "))
    .digest();
  return digest.subarray(0, KEY_BYTES).toString("base64url");
}

export function isLaptopKey(offered: string, expected: string): boolean {
  const [one, other] = [Buffer.from(offered), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
