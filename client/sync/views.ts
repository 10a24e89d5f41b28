import type { Asker } from "../../shared/domain/askers/askers.ts";
import type { FollowupRecord, ProgressRecord } from "../../shared/domain/followups/records.ts";
import type { NotesHoldRecord } from "../../shared/domain/notes/records.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import type { RatingRecord } from "../../shared/domain/questions/ratings/records.ts";
import type { QuestionRecord } from "../../shared/domain/questions/records.ts";
import type { Step, TrailRecord } from "../../shared/domain/questions/trails/records.ts";
import type { AnyRecord, RecordKind, RecordOf } from "../../shared/domain/records.ts";
import type { RecordView } from "../../shared/protocol/lanes.ts";

/** Who asked, where the viewer may know it. */
export interface AskerView {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
  /** Asked without the name; the viewer is staff or that asker. */
  readonly anonymous?: true;
}

type StaffOnly = "askerId" | "remark" | "originalText" | "held" | "handOn";
type NeverSeen = "merged" | "former";
type Seen<R> = R extends QuestionRecord
  ? Omit<R, StaffOnly | NeverSeen> & Partial<Pick<R, StaffOnly & keyof R>>
  : never;

/**
 * A question as a viewer may get it: `asker` is absent where the name is hidden from the viewer, `mine` only on the own one.
 * One that came by joining tells all its askers the viewer may know, and how many there are.
 */
export type QuestionView = Seen<QuestionRecord> & {
  readonly asker?: AskerView;
  readonly askers?: readonly AskerView[];
  readonly askerCount?: number;
  /** The questions it was made of; null where it was asked as it is. */
  readonly mergedFrom: readonly string[] | null;
  /** Those that these were made of in turn; absent where none was. */
  readonly mergedEarlier?: readonly string[];
  readonly mine?: true;
};
export type QuestionViewIn<S extends QuestionView["status"]> = Extract<QuestionView, { status: S }>;

/** A step as a viewer may get it; who did it is for staff. */
export type StepView = Omit<Step, "before" | "by"> & { readonly by?: string };

/** The way of a question; `canUndo` is for staff. */
export type TrailView = Omit<TrailRecord, "steps"> & {
  readonly steps: readonly StepView[];
  readonly canUndo?: boolean;
};

/** A row of the ledger; the units that asked, as far as the viewer may know. `askers` names the viewer alone, on own rows. */
export type FollowupView = SeenFollowup<FollowupRecord> & {
  readonly askerUnits: readonly string[];
  readonly askers?: readonly Asker[];
  readonly mine?: true;
};
type SeenFollowup<R> = R extends FollowupRecord ? Omit<R, "askers"> : never;

/** Who thinks so is for staff and the asker. */
export type RatingView = Omit<RatingRecord, "askerId"> & Partial<Pick<RatingRecord, "askerId">>;

/** Who reported is for staff; others see the unit. */
export type ProgressView = Omit<ProgressRecord, "postedBy"> & Partial<Pick<ProgressRecord, "postedBy">>;

/** Who took the right away, and when, is for staff. */
export type NotesHoldView = Omit<NotesHoldRecord, "heldBy" | "heldAt"> &
  Partial<Pick<NotesHoldRecord, "heldBy" | "heldAt">>;

type StaffAndSelfOnly = "seat" | "arrivedAt" | "removed";

/** A person as a viewer may get it; seat and arrival are for staff and the person. */
export type PersonView = Omit<PersonRecord, StaffAndSelfOnly> & Partial<Pick<PersonRecord, StaffAndSelfOnly>>;

/** `postedBy` stays with staff. */
export type AnswerView = Omit<RecordOf<"answer">, "postedBy"> & Partial<Pick<RecordOf<"answer">, "postedBy">>;

interface SpecialViews {
  readonly question: QuestionView;
  readonly person: PersonView;
  readonly answer: AnswerView;
  readonly rating: RatingView;
  readonly trail: TrailView;
  readonly followup: FollowupView;
  readonly progress: ProgressView;
  readonly notesHold: NotesHoldView;
}

/** The record of kind `K` as a viewer may get it. */
export type ViewOf<K extends RecordKind> = K extends keyof SpecialViews ? SpecialViews[K] : RecordOf<K>;

/**
 * A view as a full record, for `can`: fields the viewer may not know get values that grant nothing.
 * Only `shared/domain/rights.ts` reads the result; it is never shown.
 */
export function recordForRights(view: RecordView): AnyRecord {
  switch (view.kind) {
    case "person":
      return { seat: null, arrivedAt: null, removed: false, ...view } as AnyRecord;
    case "question":
      return { ...view, ...askersForRights(view as unknown as QuestionView) } as unknown as AnyRecord;
    case "answer":
      return { postedBy: "", ...view } as AnyRecord;
    case "rating":
      return { askerId: "", ...view } as AnyRecord;
    case "followup":
      return { askers: [], ...view } as unknown as AnyRecord;
    case "progress":
      return { postedBy: "", ...view } as AnyRecord;
    case "notesHold":
      return { heldBy: "", heldAt: 0, ...view } as unknown as AnyRecord;
    default:
      return view as AnyRecord;
  }
}

/** Who asked, as far as the viewer knows; the viewer's own questions are always among those. */
function askersForRights({ asker, askers, mergedFrom }: QuestionView) {
  const known = (askers ?? []).map(({ personId }) => ({ askerId: personId, anonymous: false }));
  return {
    askerId: asker?.personId ?? "",
    merged: mergedFrom == null ? null : { from: [...mergedFrom], askers: known },
  };
}
