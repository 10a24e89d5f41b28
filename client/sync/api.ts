import { FONTS_HEADER, type FontReport, fontReportSchema } from "../../shared/documents/font-report.ts";
import { type ErrorCode, type ErrorDetails, wireErrorSchema } from "../../shared/protocol/errors.ts";

const REPLY_DEADLINE_MS = 15_000;
const FILE_DEADLINE_MS = 120_000;
const NOT_MODIFIED = 304;

/** The server refused the call. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: ErrorDetails | undefined;
  /** From `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    retryable: boolean,
    details: ErrorDetails | undefined,
    retryAfterSeconds: number | undefined,
  ) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.retryable = retryable;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server was not reached, or did not answer in time. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super("server not reached", { cause });
    this.name = "NetworkError";
  }
}

interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly token: string | undefined;
  readonly body?: unknown;
  readonly deadlineMs: number;
  /** Aborted when the answer is not wanted any more; then the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Cookies go along and are taken. */
  readonly withCookies?: true;
  /** The ETag of what is known: where it is that still, the answer is 304. */
  readonly knownTag?: string | undefined;
}

async function call({
  method,
  path,
  token,
  body,
  deadlineMs,
  withCookies,
  knownTag,
  signal,
}: Call): Promise<Response> {
  const headers = new Headers();
  if (knownTag !== undefined) headers.set("If-None-Match", knownTag);
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  const init: RequestInit = {
    method,
    headers,
    signal: signal ?? AbortSignal.timeout(deadlineMs),
    credentials: withCookies === true ? "same-origin" : "omit",
  };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) {
    headers.set("Content-Type", "application/json");
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    signal?.throwIfAborted();
    throw new NetworkError(error);
  }
  if (!response.ok && response.status !== NOT_MODIFIED) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const body: unknown = await response.json().catch(() => null);
  const error = wireErrorSchema.safeParse((body as { error?: unknown } | null)?.error);
  if (!error.success) return new ApiError("internal", true, undefined, seconds);
  return new ApiError(error.data.code, error.data.retryable, error.data.details, seconds);
}

async function json<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new NetworkError(error);
  }
}

export interface DownloadedFile {
  readonly blob: Blob;
  readonly fileName: string;
  readonly fonts: FontReport | null;
}

/** How a file is fetched that may be long. */
export interface Fetching {
  /** Aborted when it is not wanted any more. */
  readonly signal: AbortSignal;
  /** Told how many bytes there are already. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * The HTTP calls. The token is sent with each call and no cookie is: one browser may act for several people. Entering alone
 * takes cookies along, by which the server knows a laptop that was in before; the token is asked for without one.
 * Throws `ApiError` or `NetworkError`.
 */
export const api = {
  get: async <T>(path: string, token?: string): Promise<T> =>
    json(await call({ method: "GET", path, token, deadlineMs: REPLY_DEADLINE_MS })),

  /** What takes the server as long as a file; null where it is still what `knownTag` names. */
  getNewer: async <T>(path: string, token: string, knownTag: string | undefined): Promise<T | null> => {
    const response = await call({ method: "GET", path, token, knownTag, deadlineMs: FILE_DEADLINE_MS });
    return response.status === NOT_MODIFIED ? null : json(response);
  },

  bytes: async (path: string, token: string): Promise<ArrayBuffer> => {
    const response = await call({ method: "GET", path, token, deadlineMs: FILE_DEADLINE_MS });
    try {
      return await response.arrayBuffer();
    } catch (error) {
      throw new NetworkError(error);
    }
  },

  post: async <T>(path: string, body: unknown, token?: string): Promise<T> =>
    json(await call({ method: "POST", path, token, body, deadlineMs: REPLY_DEADLINE_MS })),

  /** Enters by PIN or password. */
  enter: async <T>(path: string, body: object): Promise<T> => {
    const asked = { ...body, withoutCookie: true };
    const deadlineMs = REPLY_DEADLINE_MS;
    return json(
      await call({ method: "POST", path, token: undefined, body: asked, deadlineMs, withCookies: true }),
    );
  },

  put: async <T>(path: string, body: unknown, token?: string): Promise<T> =>
    json(await call({ method: "PUT", path, token, body, deadlineMs: FILE_DEADLINE_MS })),

  delete: async (path: string, token?: string): Promise<void> => {
    await call({ method: "DELETE", path, token, deadlineMs: REPLY_DEADLINE_MS });
  },

  /** A file, the name the server gave it, and what it was printed in where it carries its fonts. */
  download: async (path: string, token?: string, fetching?: Fetching): Promise<DownloadedFile> => {
    const signal = fetching?.signal;
    const response = await call({ method: "GET", path, token, deadlineMs: FILE_DEADLINE_MS, signal });
    const fileName = fileNameOf(response.headers.get("Content-Disposition"), path);
    try {
      const fonts = fontReportOf(response.headers.get(FONTS_HEADER));
      return { blob: await receivedBlob(response, fetching), fileName, fonts };
    } catch (error) {
      signal?.throwIfAborted();
      throw new NetworkError(error);
    }
  },
};

/** All of an answer. */
async function receivedBlob(response: Response, fetching: Fetching | undefined): Promise<Blob> {
  if (fetching === undefined || response.body === null) return response.blob();
  const { signal, onBytes } = fetching;
  const reader = response.body.getReader();
  const pieces: BlobPart[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return new Blob(pieces, { type: response.headers.get("Content-Type") ?? "" });
    pieces.push(value);
    bytes += value.length;
    onBytes(bytes);
  }
}

function fontReportOf(header: string | null): FontReport | null {
  if (header === null) return null;
  try {
    return fontReportSchema.safeParse(JSON.parse(decodeURIComponent(header))).data ?? null;
  } catch {
    // What cannot be told is no reason to lose the file.
    return null;
  }
}

/** The name in a `Content-Disposition`, the `filename*` form first, else the end of the path. */
export function fileNameOf(disposition: string | null, path: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // A name we cannot read is no reason to lose the file: fall through to the plain form.
    }
  }
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1];
  return plain ?? path.split("?")[0]?.split("/").at(-1) ?? "download";
}
