import type { RequestHandler, Response } from "express";
import { wireError } from "../../shared/protocol/errors.ts";
import { AnswerTurns } from "../answer-turns.ts";
import { requestToken } from "../identity/request-token.ts";
import { identityKey } from "../ports/credential-store.ts";
import type { HttpParts } from "./parts.ts";
import { HttpProblem, route } from "./problem.ts";

/** As many as a browser asks for at once. */
const ANSWERS_AT_ONCE = 6;
const WAITING_MAX = 60;
const RETRY_AFTER_SECONDS = 5;

/**
 * Answers to one who is signed in are made one after the other beyond a few: minutes, seat cards and versions are large, and
 * who does not take them gets no more. Strangers' answers are small.
 */
export function answersInTurn({ tokens }: Pick<HttpParts, "tokens">): RequestHandler {
  const turnsOf = new Map<string, AnswerTurns<Response>>();
  return route(async (request, response, next) => {
    const identity = await tokens.identify(requestToken(request));
    if (identity === null) return next();
    // Who has gone meanwhile closes nothing any more, and would keep the turn for good.
    if (response.closed) return;
    const key = identityKey(identity);
    const turns = turnsOf.get(key) ?? new AnswerTurns<Response>(ANSWERS_AT_ONCE);
    turnsOf.set(key, turns);
    if (turns.waiting >= WAITING_MAX) throw new HttpProblem(wireError("rate_limited"), RETRY_AFTER_SECONDS);
    let begun = false;
    response.once("close", () => {
      if (begun) turns.done();
      else turns.forget(response);
      if (turns.isIdle) turnsOf.delete(key);
    });
    turns.ask(response, () => {
      begun = true;
      next();
    });
  });
}
