/** Names the server gives where a caller gives none. */
export const defaults = { plenaryName: "大会", organiser: "会务组" } as const;
