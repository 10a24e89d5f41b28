/**
 * A document's life is one line of its history: every start of a server begins another, and a copy of the data that is put
 * back goes on in one of its own. Seqs are counted through from life to life.
 */
export interface KnownLife {
  readonly lifeId: string;
  /** Everything up to here is held. */
  readonly seq: number;
}

/** The query parameter by which a client says that it knows of lives, and which of them it holds something of. */
export const NOTES_LIVES_PARAMETER = "lives";

/** Several come together where a browser takes over what others left on its machine. */
export const KNOWN_LIVES_MAX = 8;

const ENTRY = /^([A-Za-z0-9_-]{16,64})\.(\d{1,15})$/;

/** As it stands in the parameter: `<lifeId>.<seq>`, several with commas between; empty for nothing held. */
export function writeKnownLives(lives: readonly KnownLife[]): string {
  return lives.map(({ lifeId, seq }) => `${lifeId}.${seq}`).join(",");
}

/** Null for what nobody writes. */
export function readKnownLives(text: string): KnownLife[] | null {
  if (text === "") return [];
  const lives: KnownLife[] = [];
  for (const entry of text.split(",")) {
    const [, lifeId, seq] = ENTRY.exec(entry) ?? [];
    if (lifeId === undefined || lives.length === KNOWN_LIVES_MAX) return null;
    lives.push({ lifeId, seq: Number(seq) });
  }
  return lives;
}
