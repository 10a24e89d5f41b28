import type { ErrorCode, ErrorDetails } from "../protocol/errors.ts";

/** Why a command was not carried out. */
export interface Refusal<C extends ErrorCode = ErrorCode> {
  readonly code: C;
  readonly details?: ErrorDetails;
}

/** `C`: the codes it may be refused with, where somebody has to know them all. */
export type Result<T, C extends ErrorCode = ErrorCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<C> };

export function done<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse<C extends ErrorCode>(code: C, details?: ErrorDetails): Result<never, C> {
  return { ok: false, refusal: details === undefined ? { code } : { code, details } };
}
