/** Cards on an A4 sheet, in two columns. */
export const CARDS_PER_SHEET = [8, 10] as const;
export type CardsPerSheet = (typeof CARDS_PER_SHEET)[number];

/** `cards` in sheets of `perSheet`, in order. */
export function sheetsOf<T>(cards: readonly T[], perSheet: number): T[][] {
  const sheets: T[][] = [];
  for (let start = 0; start < cards.length; start += perSheet) {
    sheets.push(cards.slice(start, start + perSheet));
  }
  return sheets;
}

/** A PIN as it is read aloud and typed: `123 456`. */
export function groupedPin(pin: string): string {
  return pin.replace(/(\d{3})(?=\d)/g, "$1 ");
}
