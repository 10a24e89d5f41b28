/** What time is given in one press. */
export const USUAL_MINUTES = [3, 5, 10, 15, 20, 30] as const;
/** What of it a key gives. */
export const KEYED_MINUTES = 10;
/** What is added in one press; the first of them by a key. */
export const MORE_MINUTES = [1, 5] as const;
