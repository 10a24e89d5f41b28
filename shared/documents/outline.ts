/** Where a fact that a document lacks is filled in; `id` of what it is a fact of. */
export type FillPlace =
  | { readonly at: "session" | "roster" | "redHead" }
  | { readonly at: "question" | "ledger" | "speech" | "room" | "person"; readonly id: string };

/** Part of a document that can be moved and hidden as a whole. */
export interface OutlineSection {
  readonly key: string;
  readonly title: string;
  readonly isShown: boolean;
  /** Of every room's section: hidden and moved in all of them, among the parts alone. */
  readonly isPart?: true;
}

/** 【待填】: a place in which something is missing, and the way to it. */
export interface MissingFact {
  /** Of the block it stands in. */
  readonly key: string;
  /** What is missing, in words. */
  readonly label: string;
  readonly fill: FillPlace;
}

/** What became of a wording somebody gave to a place. */
export interface OutlineEdit {
  readonly key: string;
  /** What was built there when it was worded. */
  readonly source: string;
  readonly text: string;
  /** `changed`: what is built there is another now just where it was worded; `gone`: it is built no longer. */
  readonly state: "applied" | "changed" | "gone";
  /** What is built there now, where that is another. */
  readonly now?: string;
}

/** What is to be said of a document beside what it says. */
export interface DocumentOutline {
  readonly sections: readonly OutlineSection[];
  readonly missing: readonly MissingFact[];
  readonly edits: readonly OutlineEdit[];
}
