import { LIMITS } from "../../../shared/protocol/limits.ts";

/** The digits of what was typed or pasted: full-width ones made plain, spaces and the rest dropped, no more than a PIN has. */
export function pinDigits(typed: string): string {
  return typed.normalize("NFKC").replace(/\D/g, "").slice(0, LIMITS.pinDigits);
}
