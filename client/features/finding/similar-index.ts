import type { Features } from "./text-features.ts";

/** How alike two questions are, 0 to 1, from which on they are offered as alike; tuned on `tests/support/sample/asked-alike.ts`. */
const ALIKE_FROM = 0.17;
/** Beside one that is much alike, those far less alike are chance. */
const BESIDE_BEST_FROM = 0.65;
/** How much the shorter of two texts decides: a draft is short, and what it has so far should count. */
const SHORTER_SHARE = 0.6;

/** An entry that was found. */
export interface Similar {
  readonly id: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/**
 * Texts by what they are about. Two are alike by the share of what they have in common, where what few have says more than
 * what many have. Asking costs the entries that have something in common with the text, not all.
 */
export class SimilarIndex {
  readonly #features = new Map<string, Features>();
  /** Feature → the entries that have it. */
  readonly #entries = new Map<string, Set<string>>();

  get size(): number {
    return this.#features.size;
  }

  put(id: string, features: Features): void {
    if (this.#features.get(id) === features) return;
    this.remove(id);
    this.#features.set(id, features);
    for (const feature of features.keys()) {
      const entries = this.#entries.get(feature);
      if (entries === undefined) this.#entries.set(feature, new Set([id]));
      else entries.add(id);
    }
  }

  remove(id: string): void {
    for (const feature of this.#features.get(id)?.keys() ?? []) {
      const entries = this.#entries.get(feature);
      entries?.delete(id);
      if (entries?.size === 0) this.#entries.delete(feature);
    }
    this.#features.delete(id);
  }

  /**
   * At most `limit` entries that are alike, the most alike first, without those `skip` names. `self`: the entry the features
   * are of; it counts neither as found nor among those that have a feature.
   */
  alike(
    features: Features,
    limit: number,
    { self, skip }: { readonly self: string | null; readonly skip: (id: string) => boolean },
  ): readonly Similar[] {
    const shared = new Map<string, number>();
    for (const [feature, weight] of features) {
      const worth = weight * this.#rarity(feature, self);
      for (const id of this.#entries.get(feature) ?? []) shared.set(id, (shared.get(id) ?? 0) + worth);
    }
    const own = this.#worthOf(features, self);
    const found: Similar[] = [];
    for (const [id, common] of shared) {
      // At best the other has nothing else; most have a character in common and no more, and need no second look.
      if (likenessOf(common, common, own) < ALIKE_FROM || id === self || skip(id)) continue;
      const other = this.#worthOf(this.#features.get(id) ?? features, self);
      const likeness = likenessOf(common, other, own);
      if (likeness >= ALIKE_FROM) found.push({ id, likeness });
    }
    found.sort((one, other) => other.likeness - one.likeness || one.id.localeCompare(other.id));
    const from = BESIDE_BEST_FROM * (found[0]?.likeness ?? 0);
    return found.filter(({ likeness }) => likeness >= from).slice(0, limit);
  }

  #worthOf(features: Features, self: string | null): number {
    let worth = 0;
    for (const [feature, weight] of features) worth += weight * this.#rarity(feature, self);
    return worth;
  }

  /** What few others have says more. */
  #rarity(feature: string, self: string | null): number {
    const entries = this.#entries.get(feature);
    const others = (entries?.size ?? 0) - (self !== null && entries?.has(self) === true ? 1 : 0);
    return Math.log(1 + this.size / Math.max(1, others)) ** 2;
  }
}

function likenessOf(common: number, one: number, other: number): number {
  return common / (SHORTER_SHARE * Math.min(one, other) + (1 - SHORTER_SHARE) * Math.max(one, other));
}
