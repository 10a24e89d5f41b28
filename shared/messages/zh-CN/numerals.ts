const DIGITS = "零一二三四五六七八九";

/** Numbers from 1 to 99 as they stand in names and headings: `12` → `十二`. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const tensPart = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return `${tensPart}${units === 0 && tens > 0 ? "" : DIGITS[units]}`;
}
