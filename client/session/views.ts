import type { PersonRecord } from "../../shared/domain/people/records.ts";
import type { QuestionRecord } from "../../shared/domain/questions/records.ts";
import type { AnyRecord, RecordKind, RecordOf } from "../../shared/domain/records.ts";
import type { RecordView } from "../../shared/protocol/lanes.ts";

/** Who asked, where the viewer may know it. */
export interface AskerView {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
}

type StaffOnly = "askerId" | "remark" | "originalText";
type WithoutStaffFields<R> = R extends QuestionRecord
  ? Omit<R, StaffOnly> & Partial<Pick<R, StaffOnly>>
  : never;

/** A question as a viewer may get it: `asker` is absent where the name is hidden from the viewer, `mine` only on the own one. */
export type QuestionView = WithoutStaffFields<QuestionRecord> & { asker?: AskerView; mine?: true };

type StaffAndSelfOnly = "seat" | "arrivedAt" | "removed";

/** A person as a viewer may get it; seat and arrival are for staff and the person. */
export type PersonView = Omit<PersonRecord, StaffAndSelfOnly> & Partial<Pick<PersonRecord, StaffAndSelfOnly>>;

/** `postedBy` stays with staff. */
export type AnswerView = Omit<RecordOf<"answer">, "postedBy"> & Partial<Pick<RecordOf<"answer">, "postedBy">>;

/** The record of kind `K` as a viewer may get it. */
export type ViewOf<K extends RecordKind> = K extends "question"
  ? QuestionView
  : K extends "person"
    ? PersonView
    : K extends "answer"
      ? AnswerView
      : RecordOf<K>;

/**
 * A view as a full record, for `can`: fields the viewer may not know get values that grant nothing.
 * Only `shared/domain/rights.ts` reads the result; it is never shown.
 */
export function recordForRights(view: RecordView): AnyRecord {
  switch (view.kind) {
    case "person":
      return { seat: null, arrivedAt: null, removed: false, ...view } as AnyRecord;
    case "question":
      return { askerId: "", remark: null, originalText: null, ...view } as AnyRecord;
    case "answer":
      return { postedBy: "", ...view } as AnyRecord;
    default:
      return view as AnyRecord;
  }
}
