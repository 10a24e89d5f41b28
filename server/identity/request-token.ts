import type { IncomingMessage } from "node:http";
import * as cookie from "cookie";
import { LIMITS } from "../../shared/protocol/limits.ts";

export const TOKEN_COOKIE = "yantao_token";

/** The token a request brings: `Authorization: Bearer`, else the cookie. */
export function requestToken(request: IncomingMessage): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const token = bearer ?? cookie.parseCookie(request.headers.cookie ?? "")[TOKEN_COOKIE];
  return token !== undefined && token.length <= LIMITS.tokenMaxChars ? token : undefined;
}
