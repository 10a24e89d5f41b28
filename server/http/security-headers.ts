import type { RequestHandler } from "express";

/** Nothing from elsewhere, nothing inline but the styles Mantine writes; the socket may go to the same host. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

export const securityHeaders: RequestHandler = (request, response, next) => {
  // `'self'` does not cover ws: in browsers a few years old, so the host is named.
  const { host } = request.headers;
  const connect =
    host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `'self' ws://${host} wss://${host}` : "'self'";
  response.set({
    "Content-Security-Policy": [...POLICY, `connect-src ${connect}`].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  });
  next();
};
