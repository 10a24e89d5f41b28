import { createHash } from "node:crypto";
import type { DigestOf } from "../shared/domain/ledger/origin.ts";

/** 36 bits: two texts are taken for one about once in seventy thousand million. */
const DIGEST_CHARS = 6;

/** A text in a few characters, the same on every machine. */
export const textDigest: DigestOf = (text) =>
  createHash("sha256").update(text).digest("base64url").slice(0, DIGEST_CHARS);
