import type { PreviewPlace, PreviewReply } from "../../../../shared/documents/preview.ts";
import { grouped } from "../../../../shared/domain/people/grouped.ts";

/** The parts of each text, the first of which is where it begins; in the order of the document. */
export type PlacesByKey = ReadonlyMap<string, readonly PreviewPlace[]>;

export function placesByKey({ places }: PreviewReply): PlacesByKey {
  return grouped(places, ({ key }) => key);
}

/** The text after `key`, or before it; the first, or the last, where `key` is none. */
export function keyBeside(keys: readonly string[], key: string | null, step: 1 | -1): string | undefined {
  const at = key === null ? -1 : keys.indexOf(key);
  if (at === -1) return step === 1 ? keys[0] : keys.at(-1);
  return keys[at + step];
}

/** The one of `wanted` that comes next after `key`, from the beginning again after the last. */
export function nextOf(keys: readonly string[], wanted: ReadonlySet<string>, key: string | null) {
  const from = key === null ? 0 : keys.indexOf(key) + 1;
  return [...keys.slice(from), ...keys.slice(0, from)].find((one) => wanted.has(one));
}

/** Texts in which something is missing: those told of, and those in which the mark of it is printed. */
export function missingKeys({ places, outline }: PreviewReply, placeholder: string): Set<string> {
  const marked = places.filter(({ text }) => text.includes(placeholder)).map(({ key }) => key);
  return new Set([...outline.missing.map(({ key }) => key), ...marked]);
}

/** What was built in a place, whatever it is worded as. */
export function sourceOf({ text, key }: PreviewPlace, { outline }: PreviewReply): string {
  const edit = outline.edits.find((one) => one.key === key);
  return edit === undefined ? text : (edit.now ?? edit.source);
}

/** Whether a reader would see another text in `next` somewhere but in the places of `own`; null in it means all of them. */
export function isNewToRead(
  before: PreviewReply,
  next: PreviewReply,
  own: ReadonlySet<string | null>,
): boolean {
  if (own.has(null)) return false;
  const texts = ({ places }: PreviewReply) =>
    new Map(places.filter(({ key }) => !own.has(key)).map(({ key, text }) => [key, text]));
  const [known, now] = [texts(before), texts(next)];
  return known.size !== now.size || [...now].some(([key, text]) => known.get(key) !== text);
}
