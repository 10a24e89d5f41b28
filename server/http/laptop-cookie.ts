import * as cookie from "cookie";
import type { Request, Response } from "express";

const LIFETIME_MS = 180 * 24 * 60 * 60 * 1000;
const KEY_MAX_CHARS = 64;

/** Sent only where it counts: to the join of its session, to the organiser's sign-in. */
export interface LaptopCookie {
  readonly name: string;
  readonly path: string;
}

export const ORGANISER_LAPTOP: LaptopCookie = { name: "laptop_organiser", path: "/api/login" };

/** One for each seat: one laptop may act for several people. */
export function seatLaptop(sessionId: string, personId: string): LaptopCookie {
  return { name: `laptop_${personId}`, path: `/api/sessions/${sessionId}/join` };
}

/** The laptop key that a request brings. */
export function laptopKeyOf(request: Request, { name }: LaptopCookie): string | undefined {
  const key = cookie.parseCookie(request.headers.cookie ?? "")[name];
  return key !== undefined && key.length <= KEY_MAX_CHARS ? key : undefined;
}

export function setLaptopKey(
  request: Request,
  response: Response,
  { name, path }: LaptopCookie,
  key: string,
): void {
  response.cookie(name, key, {
    httpOnly: true,
    sameSite: "strict",
    secure: request.secure,
    path,
    maxAge: LIFETIME_MS,
  });
}
