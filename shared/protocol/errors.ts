import { z } from "zod";

/**
 * Every error the product can answer with, whether the same call may succeed later, and its HTTP status.
 * Words are the client's business: `shared/messages` has a sentence for each code.
 */
export const ERRORS = {
  bad_request: { retryable: false, status: 400 },
  text_empty: { retryable: false, status: 400 },
  text_too_long: { retryable: false, status: 400 },
  text_unreadable: { retryable: false, status: 400 },
  name_several: { retryable: false, status: 400 },
  not_signed_in: { retryable: false, status: 401 },
  password_wrong: { retryable: false, status: 401 },
  pin_wrong: { retryable: false, status: 401 },
  forbidden: { retryable: false, status: 403 },
  origin_refused: { retryable: false, status: 403 },
  not_found: { retryable: false, status: 404 },
  session_unknown: { retryable: false, status: 404 },
  person_unknown: { retryable: false, status: 404 },
  room_unknown: { retryable: false, status: 404 },
  question_unknown: { retryable: false, status: 404 },
  answer_unknown: { retryable: false, status: 404 },
  unit_unknown: { retryable: false, status: 404 },
  round_unknown: { retryable: false, status: 404 },
  speech_unknown: { retryable: false, status: 404 },
  point_unknown: { retryable: false, status: 404 },
  record_unknown: { retryable: false, status: 404 },
  version_unknown: { retryable: false, status: 404 },
  id_taken: { retryable: false, status: 409 },
  session_sealed: { retryable: false, status: 409 },
  room_closed: { retryable: false, status: 409 },
  room_recalled: { retryable: false, status: 409 },
  room_name_taken: { retryable: false, status: 409 },
  plenary_exists: { retryable: false, status: 409 },
  question_not_public: { retryable: false, status: 409 },
  question_not_pending: { retryable: false, status: 409 },
  question_declined: { retryable: false, status: 409 },
  question_closed: { retryable: false, status: 409 },
  question_not_routed: { retryable: false, status: 409 },
  question_not_answered: { retryable: false, status: 409 },
  question_merged: { retryable: false, status: 409 },
  question_handed_on: { retryable: false, status: 409 },
  not_lead_unit: { retryable: false, status: 409 },
  merge_circle: { retryable: false, status: 409 },
  merge_target: { retryable: false, status: 409 },
  too_many_merged: { retryable: false, status: 409 },
  step_passed: { retryable: false, status: 409 },
  nothing_to_undo: { retryable: false, status: 409 },
  date_passed: { retryable: false, status: 409 },
  room_is_plenary: { retryable: false, status: 409 },
  topic_unknown: { retryable: false, status: 404 },
  followup_unknown: { retryable: false, status: 404 },
  followup_cleared: { retryable: false, status: 409 },
  followup_not_done: { retryable: false, status: 409 },
  reason_needed: { retryable: false, status: 409 },
  too_many_entries: { retryable: false, status: 409 },
  own_question: { retryable: false, status: 409 },
  too_many_queued: { retryable: false, status: 409 },
  too_many_pending: { retryable: false, status: 409 },
  anonymity_off: { retryable: false, status: 409 },
  asker_recorded: { retryable: false, status: 409 },
  person_exists: { retryable: false, status: 409 },
  person_arrived: { retryable: false, status: 409 },
  person_not_here: { retryable: false, status: 409 },
  person_elsewhere: { retryable: false, status: 409 },
  speech_queued: { retryable: false, status: 409 },
  speech_not_queued: { retryable: false, status: 409 },
  speech_not_begun: { retryable: false, status: 409 },
  speech_over: { retryable: false, status: 409 },
  too_many_speeches: { retryable: false, status: 409 },
  too_many_points: { retryable: false, status: 409 },
  own_point: { retryable: false, status: 409 },
  too_many_people: { retryable: false, status: 409 },
  person_not_seated: { retryable: false, status: 409 },
  round_running: { retryable: false, status: 409 },
  round_ended: { retryable: false, status: 409 },
  round_not_running: { retryable: false, status: 409 },
  round_empty: { retryable: false, status: 409 },
  too_many_rounds: { retryable: false, status: 409 },
  timer_unknown: { retryable: false, status: 404 },
  timer_too_long: { retryable: false, status: 409 },
  too_many_rooms: { retryable: false, status: 409 },
  payload_too_large: { retryable: false, status: 413 },
  roster_unreadable: { retryable: false, status: 422 },
  roster_encrypted: { retryable: false, status: 422 },
  roster_too_large: { retryable: false, status: 422 },
  roster_no_headings: { retryable: false, status: 422 },
  roster_missing_columns: { retryable: false, status: 422 },
  roster_no_rows: { retryable: false, status: 422 },
  list_unreadable: { retryable: false, status: 422 },
  list_encrypted: { retryable: false, status: 422 },
  list_too_large: { retryable: false, status: 422 },
  list_no_headings: { retryable: false, status: 422 },
  list_missing_columns: { retryable: false, status: 422 },
  list_no_rows: { retryable: false, status: 422 },
  client_outdated: { retryable: false, status: 426 },
  not_joined: { retryable: true, status: 409 },
  rate_limited: { retryable: true, status: 429 },
  too_many_tries: { retryable: true, status: 429 },
  internal: { retryable: true, status: 500 },
  storage_unavailable: { retryable: true, status: 503 },
  draining: { retryable: true, status: 503 },
} as const satisfies Record<string, { retryable: boolean; status: number }>;

export type ErrorCode = keyof typeof ERRORS;

const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** An error as it travels; `details` never holds more than the reader may know. */
export const wireErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  retryable: z.boolean(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});
export type WireError = z.infer<typeof wireErrorSchema>;
export type ErrorDetails = NonNullable<WireError["details"]>;

/** The wire form of a code. */
export function wireError(code: ErrorCode, details?: ErrorDetails): WireError {
  const { retryable } = ERRORS[code];
  return details === undefined ? { code, retryable } : { code, retryable, details };
}
