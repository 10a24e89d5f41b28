import { organiser, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** How documents are set up and worded. */
export const DOCUMENT_ROWS = {
  "document.arrange": [
    {
      variant: "askers unnamed",
      make: () => ({ type: "document.arrange", name: "minutes", namesAskers: false }),
      allowed: staff,
    },
  ],
  "document.edit": [
    {
      variant: "where nobody did",
      make: () => ({
        type: "document.edit",
        name: "minutes",
        key: "overview",
        source: "本次研讨共提出问题1个。",
        text: "本次研讨提出了1个问题。",
        was: null,
      }),
      allowed: staff,
    },
  ],
  "document.restore": [
    {
      variant: "where nobody worded anything",
      make: () => ({ type: "document.restore", name: "minutes", key: "overview" }),
      allowed: staff,
    },
  ],
  "document.style": [
    {
      variant: "smaller type",
      make: () => ({ type: "document.style", style: { body: { sizePt: 14 } } }),
      allowed: organiser,
    },
  ],
} satisfies CommandRows;
