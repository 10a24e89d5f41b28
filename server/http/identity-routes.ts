import { type IRouter, json } from "express";
import { wireError } from "../../shared/protocol/errors.ts";
import { loginBodySchema } from "../../shared/protocol/http.ts";
import { verifyPassword } from "../identity/passwords.ts";
import { requestToken } from "../identity/request-token.ts";
import { identityOf } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { HttpProblem, parseBody, problem, route } from "./problem.ts";
import { clearTokenCookie, setTokenCookie } from "./session-cookie.ts";

/** Signing the organiser in and anybody out, and who one is. */
export function addIdentityRoutes(router: IRouter, parts: HttpParts): void {
  router.post(
    "/login",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { password } = parseBody(loginBodySchema, request.body);
      const attemptKey = request.socket.remoteAddress ?? "";
      const waitMs = parts.passwordAttempts.take(attemptKey);
      if (waitMs > 0) throw new HttpProblem(wireError("too_many_tries"), Math.ceil(waitMs / 1000));
      const signIn = await parts.tokens.beginSignIn({ kind: "organiser" });
      const hash = await parts.storage.credentials.passwordHash();
      if (hash === null || !(await verifyPassword(password, hash))) throw problem("password_wrong");
      parts.passwordAttempts.forgive(attemptKey);
      const token = await parts.tokens.issue(signIn);
      // Another password was set since this one was compared.
      if (token === null) throw problem("password_wrong");
      setTokenCookie(request, response, token);
      response.json({ token });
    }),
  );
  router.post(
    "/logout",
    route(async (request, response) => {
      const token = requestToken(request);
      if (token !== undefined) await parts.tokens.withdraw(token);
      clearTokenCookie(response);
      response.json({});
    }),
  );
  router.get(
    "/me",
    route(async (request, response) => {
      response.json({ identity: await identityOf(request, parts) });
    }),
  );
  router.get(
    "/addresses",
    route((_request, response) => {
      response.json({ addresses: parts.addresses() });
    }),
  );
}
