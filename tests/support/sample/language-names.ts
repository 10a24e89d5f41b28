/** Names every object answers to, and some that programs stumble over. */
export const LANGUAGE_NAMES: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "length",
  "then",
  "toJSON",
];

/** A name of the same shape that means nothing: the last letter is the next one, so that the order stays. */
export function innocentName(name: string): string {
  return name.replace(/[a-zA-Z](?=[^a-zA-Z]*$)/, (letter) =>
    letter === "z" ? "y" : String.fromCharCode(letter.charCodeAt(0) + 1),
  );
}

const LANGUAGE_NAME_OF: ReadonlyMap<string, string> = new Map(
  LANGUAGE_NAMES.map((name) => [innocentName(name), name]),
);
const INNOCENT = new RegExp([...LANGUAGE_NAME_OF.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** `value` with every innocent name in it, among keys as well, as the name it stands for. */
export function asLanguageNames(value: unknown): unknown {
  const text = (one: string) => one.replace(INNOCENT, (name) => LANGUAGE_NAME_OF.get(name) ?? name);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map(asLanguageNames);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [text(key), asLanguageNames(inner)] as const),
  );
}
