import { createHmac, timingSafeEqual } from "node:crypto";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { CredentialStore } from "../ports/credential-store.ts";
import { laptopKey } from "./laptop-key.ts";

/**
 * PINs are not stored: they are derived from the server's secret, the seat, and how often the seat was given a new
 * one. A second import therefore keeps them, seat cards can be printed again, and a copied database tells none.
 */
export class Pins {
  private readonly secret: Buffer;
  private readonly store: CredentialStore;

  constructor(secret: Buffer, store: CredentialStore) {
    this.secret = secret;
    this.store = store;
  }

  /** The PINs of a session's seats, by person. */
  async all(sessionId: string, personIds: readonly string[]): Promise<Map<string, string>> {
    const generations = await this.store.pinGenerations(sessionId);
    return new Map(personIds.map((id) => [id, this.derive(sessionId, id, generations.get(id) ?? 0)]));
  }

  async matches(sessionId: string, personId: string, typed: string): Promise<boolean> {
    const pin = Buffer.from((await this.all(sessionId, [personId])).get(personId) ?? "");
    const digits = Buffer.from(typed.normalize("NFKC").replace(/[\s-]/gu, ""));
    return digits.length === pin.length && timingSafeEqual(digits, pin);
  }

  /** Gives a seat another PIN; the old one is void at once, and with it the tokens in `ended`, by their hashes. */
  async renew(sessionId: string, personId: string): Promise<{ pin: string; ended: readonly string[] }> {
    const { generation, ended } = await this.store.nextPinGeneration(sessionId, personId);
    return { pin: this.derive(sessionId, personId, generation), ended };
  }

  /** What a laptop keeps once somebody got in at this seat by the PIN it has now. */
  async laptopKey(sessionId: string, personId: string): Promise<string> {
    const generations = await this.store.pinGenerations(sessionId);
    return laptopKey(this.secret, "seat", sessionId, personId, generations.get(personId) ?? 0);
  }

  private derive(sessionId: string, personId: string, generation: number): string {
    const digest = createHmac("sha256", this.secret)
      .update(`pin ${sessionId} ${personId} ${generation}`)
      .digest();
    const number = digest.readUIntBE(0, 6) % 10 ** LIMITS.pinDigits;
    return String(number).padStart(LIMITS.pinDigits, "0");
  }
}
