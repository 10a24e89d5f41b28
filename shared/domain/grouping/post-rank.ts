/** What a post counts as where posts are spread: who heads something, who stands in for a head, and everybody else. */
export const POST_RANKS = ["head", "deputy", "other"] as const;
export type PostRank = (typeof POST_RANKS)[number];

const DEPUTY = /副|助理/u;
const HEAD = /(?:长|主任|书记|主席|总经理|院士|经理)$/u;

/** The rank that the words of a post tell: 局长 heads, 副县长 and 局长助理 stand in, 科员 and no post are others. */
export function postRank(post: string | null): PostRank {
  if (post === null) return "other";
  // A person of several posts is what the first of them says: 党组书记、局长.
  const first = post.split(/[、，,；;（(]/u)[0]?.trim() ?? "";
  if (DEPUTY.test(first)) return "deputy";
  return HEAD.test(first) ? "head" : "other";
}
