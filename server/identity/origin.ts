import type { IncomingMessage } from "node:http";

/**
 * Whether a browser page of ours sent this. Browsers let any page open a WebSocket anywhere and send the cookie
 * along, so every door that changes or reads something asks this. Programs that are no browser send no Origin.
 */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
