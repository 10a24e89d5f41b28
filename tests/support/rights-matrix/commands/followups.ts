import { staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** The ledger. */
export const FOLLOWUP_ROWS = {
  "followup.update": [
    {
      variant: "any",
      make: ({ followup }) => ({ type: "followup.update", followupId: followup, gist: "要点" }),
      allowed: staff,
    },
  ],
  "followup.progress": [
    {
      variant: "led by 市财政局 with 市商务局 in support",
      make: ({ followup, newId }) => ({
        type: "followup.progress",
        followupId: followup,
        entryId: newId(),
        text: "已报省厅",
      }),
      allowed: [...staff, "finance", "financeToo", "commerce"],
    },
  ],
  "followup.finish": [
    {
      variant: "led by 市财政局",
      make: ({ followup }) => ({ type: "followup.finish", followupId: followup, evidence: "批复文号" }),
      allowed: [...staff, "finance", "financeToo"],
    },
  ],
  "followup.clear": [
    {
      variant: "asked by the asker",
      make: ({ followup }) => ({ type: "followup.clear", followupId: followup, reason: "已答复" }),
      allowed: [...staff, "asker"],
    },
    {
      variant: "by somebody who names the asker as what the browser follows",
      make: ({ followup, asker }) => ({
        type: "followup.clear",
        followupId: followup,
        reason: "已答复",
        followId: asker,
      }),
      allowed: [...staff, "asker"],
    },
  ],
  "followup.reopen": [
    {
      variant: "asked by the asker",
      make: ({ followup }) => ({ type: "followup.reopen", followupId: followup, reason: "仍未解决" }),
      allowed: [...staff, "asker"],
    },
    {
      variant: "by somebody who names the asker as what the browser follows",
      make: ({ followup, asker }) => ({
        type: "followup.reopen",
        followupId: followup,
        reason: "仍未解决",
        followId: asker,
      }),
      allowed: [...staff, "asker"],
    },
  ],
  "ledger.import": [
    {
      variant: "over a socket, by nobody",
      make: ({ followup, newId }) => ({
        type: "ledger.import",
        importId: newId(),
        rows: [
          {
            followupId: followup,
            rev: 1,
            steps: [{ type: "followup.update", followupId: followup, gist: "要点" }],
          },
        ],
      }),
      allowed: [],
    },
  ],
  "ledger.withdraw": [
    {
      variant: "what nobody of them imported",
      make: ({ newId }) => ({ type: "ledger.withdraw", importId: newId() }),
      allowed: staff,
    },
  ],
} satisfies CommandRows;
