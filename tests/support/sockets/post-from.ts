import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

export interface PostReply {
  readonly status: number;
  /** Of an error. */
  readonly code: string | undefined;
  readonly retryAfterSeconds: number;
  /** `name=value` of every cookie set. */
  readonly cookies: readonly string[];
}

/** Posts from another address of this machine, 127.0.0.x. */
export async function postFrom(
  localAddress: string,
  url: string,
  options: { path: string; body: object; cookie?: string; forwardedFor?: string },
): Promise<PostReply> {
  const headers = {
    "Content-Type": "application/json",
    ...(options.cookie !== undefined && { Cookie: options.cookie }),
    ...(options.forwardedFor !== undefined && { "X-Forwarded-For": options.forwardedFor }),
  };
  const posted = request(`${url}${options.path}`, { method: "POST", localAddress, headers, agent: false });
  posted.end(JSON.stringify(options.body));
  const [response] = (await once(posted, "response")) as [IncomingMessage];
  const body = JSON.parse(await text(response)) as { error?: { code: string } };
  return {
    status: response.statusCode ?? 0,
    code: body.error?.code,
    retryAfterSeconds: Number(response.headers["retry-after"] ?? 0),
    cookies: (response.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? ""),
  };
}
