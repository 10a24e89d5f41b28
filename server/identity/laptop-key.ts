import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What a laptop keeps once its user was let in, to be told from strangers later. It opens nothing; it says that whoever
 * sat there knew the secret that `parts` name.
 */
export function laptopKey(secret: Buffer, ...parts: readonly (string | number)[]): string {
  return createHmac("sha256", secret)
    .update(["laptop", ...parts].join(" "))
    .digest("base64url");
}

export function isLaptopKey(offered: string, expected: string): boolean {
  const [one, other] = [Buffer.from(offered), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
