import { type IRouter, json } from "express";
import { loginBodySchema } from "../../shared/protocol/http.ts";
import { clientAddress } from "../identity/client-address.ts";
import { requestToken } from "../identity/request-token.ts";
import { identityOf } from "./guard.ts";
import { laptopKeyOf, ORGANISER_LAPTOP, setLaptopKey } from "./laptop-cookie.ts";
import type { HttpParts } from "./parts.ts";
import { parseBody, problem, route, tooManyTries } from "./problem.ts";
import { clearTokenCookie, setTokenCookie } from "./session-cookie.ts";

/** Signing the organiser in and anybody out, and who one is. */
export function addIdentityRoutes(router: IRouter, parts: HttpParts): void {
  router.post(
    "/login",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { password, withoutCookie } = parseBody(loginBodySchema, request.body);
      const offeredKey = laptopKeyOf(request, ORGANISER_LAPTOP);
      const verdict = await parts.passwordDoor.check(password, clientAddress(request), offeredKey);
      if (verdict.kind === "refused") throw tooManyTries(verdict.waitMs);
      if (verdict.kind === "wrong") throw problem("password_wrong");
      const token = await parts.tokens.issue(verdict.signIn);
      // Another password was set since this one was compared.
      if (token === null) throw problem("password_wrong");
      setLaptopKey(request, response, ORGANISER_LAPTOP, verdict.laptopKey);
      if (withoutCookie !== true) setTokenCookie(request, response, token);
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
