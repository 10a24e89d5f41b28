/** Stands where bytes were taken out of a value. */
const PART = "\u0000part";

/** A value of plain objects, lists and bytes as JSON can write it; its bytes are added to `parts`. */
export function withoutBytes(value: unknown, parts: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) return { [PART]: parts.push(value) - 1 };
  if (Array.isArray(value)) return value.map((one) => withoutBytes(one, parts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutBytes(one, parts)]));
}

/** The value that `withoutBytes` was given. */
export function withBytes(value: unknown, parts: readonly Uint8Array[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withBytes(one, parts));
  if (typeof value !== "object" || value === null) return value;
  const { [PART]: part } = value as { readonly [PART]?: number };
  if (part !== undefined) return parts[part];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytes(one, parts)]));
}
