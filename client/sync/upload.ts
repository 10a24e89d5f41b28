import { wireErrorSchema } from "../../shared/protocol/errors.ts";
import { ApiError, NetworkError } from "./api.ts";

export interface UploadOptions {
  readonly token: string | undefined;
  /** Told how much of the file is out, from 0 to 1. */
  readonly onSent: (share: number) => void;
  /** Ends the call; it rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Sends a file as the field `file` of a form and says how far it is. Throws `ApiError` or `NetworkError`. */
export function upload<T>(path: string, file: File, { token, onSent, signal }: UploadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    // `fetch` does not say how much is out.
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    if (token !== undefined) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onSent(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener("load", () => {
      if (request.status < 400 && request.response !== null) resolve(request.response as T);
      else reject(refusalIn(request.response));
    });
    request.addEventListener("error", () => reject(new NetworkError("error")));
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}

function refusalIn(body: unknown): ApiError {
  const error = wireErrorSchema.safeParse((body as { error?: unknown } | null)?.error);
  if (!error.success) return new ApiError("internal", true, undefined, undefined);
  const { code, retryable, details } = error.data;
  return new ApiError(code, retryable, details, undefined);
}
