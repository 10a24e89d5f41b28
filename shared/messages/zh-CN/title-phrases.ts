/** How the words of a title hold together, for whoever breaks it into lines by meaning. */
export const titlePhrases = {
  /** Belongs to the word before it. */
  holdsToBefore: /^(?:的|之|等)/u,
  /** A phrase begins here: the line before may end. */
  begins: /^(?:暨|和|与|及|以及|专题|研讨|座谈|交流|培训|学习|工作)/u,
  /** A phrase ends here. */
  ends: /(?:的|发展|建设|改革|工作|会议|班|会)$/u,
} as const;
