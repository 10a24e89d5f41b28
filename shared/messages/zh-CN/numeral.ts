const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** `12` → 十二, `103` → 一百零三; whole numbers from 1 to 999, anything else as it stands. */
export function chineseNumeral(count: string): string {
  const value = Number(count);
  if (!Number.isInteger(value) || value < 1 || value > 999) return count;
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const hundredsPart = hundreds === 0 ? "" : `${DIGITS[hundreds]}百`;
  const tensPart = tens === 0 ? (hundreds > 0 && ones > 0 ? "零" : "") : tensWord(tens, hundreds);
  return hundredsPart + tensPart + (ones === 0 ? "" : DIGITS[ones]);
}

function tensWord(tens: number, hundreds: number): string {
  return tens === 1 && hundreds === 0 ? "十" : `${DIGITS[tens]}十`;
}
