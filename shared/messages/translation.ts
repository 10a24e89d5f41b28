/**
 * The shape a second language must fill: the same keys, plain text where the source has plain text, a function of
 * the same arguments where it has one. A missing translation is a compile error.
 */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...words: infer A) => string
      ? (...words: A) => string
      : Translation<T[K]>;
};

/** A range of dates, numbers and plurals is the language's own business. */
export type Language = "zh-CN" | "en";
