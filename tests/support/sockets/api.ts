import type { RosterPerson } from "../../../shared/protocol/commands/people.ts";
import type { CreateSessionReply } from "../../../shared/protocol/http.ts";
import { PASSWORD } from "../password.ts";

type RosterEntry = Partial<Pick<RosterPerson, "order" | "duties">> & {
  name: string;
  unit: string;
  side: RosterPerson["side"];
  post?: string;
  group?: string;
  seat?: string;
};

export interface Seat {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly pin: string;
}

/** Calls a server's HTTP surface; answers the status and the body. */
export async function call<T = Record<string, unknown>>(
  url: string,
  path: string,
  options: { method?: string; body?: object; token?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: T; headers: Headers }> {
  const { method = options.body === undefined ? "GET" : "POST", body, token, headers = {} } = options;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}

export async function signIn(url: string): Promise<string> {
  const { body } = await call<{ token: string }>(url, "/api/login", { body: { password: PASSWORD } });
  return body.token;
}

export async function createSession(
  url: string,
  token: string,
  body: object = {},
): Promise<CreateSessionReply> {
  const reply = await call<CreateSessionReply>(url, "/api/sessions", {
    token,
    body: { title: "县域经济研讨", ...body },
  });
  if (reply.status !== 201) throw new Error(`session not created: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export async function putRoster(
  url: string,
  token: string,
  sessionId: string,
  people: RosterEntry[],
): Promise<Seat[]> {
  const path = `/api/sessions/${sessionId}/roster`;
  const reply = await call<{ people: Seat[]; rejected: unknown[] }>(url, path, {
    method: "PUT",
    token,
    body: { people },
  });
  if (reply.status !== 200 || reply.body.rejected.length > 0) {
    throw new Error(`roster not taken: ${JSON.stringify(reply.body)}`);
  }
  return reply.body.people;
}

/** Enters a PIN and returns the token. */
export async function enterPin(url: string, sessionId: string, seat: Seat): Promise<string> {
  const { status, body } = await call<{ token: string }>(url, `/api/sessions/${sessionId}/join`, {
    body: { personId: seat.personId, pin: seat.pin },
  });
  if (status !== 200) throw new Error(`PIN refused: ${JSON.stringify(body)}`);
  return body.token;
}
