const CHINESE_DIGITS = "零一二三四五六七八九";

/**
 * What makes two spellings of a group the same: `3`, `第3组`, `三组` and `第三组` are one.
 * A name without a number is compared as it stands, without spaces.
 */
export function groupKey(name: string): string {
  const bare = name.normalize("NFKC").replace(/\s+/gu, "");
  const numbered = /^第?(\d{1,3}|[零一二三四五六七八九十]{1,3})(?:小?组|讨论组|分组|号组)?$/u.exec(bare);
  return numbered?.[1] === undefined ? bare : `#${chineseNumber(numbered[1])}`;
}

/**
 * The next `count` group names of the row 第一组, 第二组 … that none of `taken` means, however it is written.
 * `nameOf` makes the name of an ordinal from 1.
 */
export function freeGroupNames(
  count: number,
  taken: readonly string[],
  nameOf: (ordinal: number) => string,
): string[] {
  const keys = new Set(taken.map(groupKey));
  const names: string[] = [];
  for (let ordinal = 1; names.length < count; ordinal += 1) {
    const name = nameOf(ordinal);
    if (!keys.has(groupKey(name))) names.push(name);
  }
  return names;
}

/** `十二` → 12, `12` → 12; numbers up to 99 in characters. */
function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, units] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (character: string | undefined) => Math.max(0, CHINESE_DIGITS.indexOf(character ?? ""));
  const tensValue = text.includes("十") ? (tens === "" ? 1 : digit(tens)) : 0;
  return tensValue * 10 + (units === "" ? 0 : digit(units));
}
