/**
 * Takes one line: what happened, and its details, which hold no content and no token. A fault of our own stands in `error`,
 * and is written with its stack; what a client caused has a code instead.
 */
export type Log = (message: string, details: object) => void;
