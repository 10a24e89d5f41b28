export type { AnswerView } from "../../shared/domain/answers/views.ts";
export type { FollowupView, ProgressView } from "../../shared/domain/followups/views.ts";
export type { NotesHoldView } from "../../shared/domain/notes/views.ts";
export type { PersonView } from "../../shared/domain/people/views.ts";
export type { RatingView } from "../../shared/domain/questions/ratings/views.ts";
export type { StepView, TrailView } from "../../shared/domain/questions/trails/views.ts";
export type { AskerView, QuestionView, QuestionViewIn } from "../../shared/domain/questions/views.ts";
export type { ViewOf } from "../../shared/domain/records.ts";
export type { RecordView } from "../../shared/protocol/lanes.ts";
