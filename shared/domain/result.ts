import type { ErrorCode, ErrorDetails } from "../protocol/errors.ts";

/** Why a command was not carried out. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details?: ErrorDetails;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: ErrorCode, details?: ErrorDetails): Result<never> {
  return { ok: false, refusal: details === undefined ? { code } : { code, details } };
}
