import type { Request, Response } from "express";
import { TOKEN_COOKIE } from "../identity/request-token.ts";

/** `Secure` only where the page came over TLS: on plain http a browser would drop the cookie. */
export function setTokenCookie(request: Request, response: Response, token: string): void {
  response.cookie(TOKEN_COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: request.secure,
    path: "/",
  });
}

export function clearTokenCookie(response: Response): void {
  response.clearCookie(TOKEN_COOKIE, { path: "/" });
}
