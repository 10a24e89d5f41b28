import type { ExportTaskReply } from "../../../shared/protocol/export-tasks.ts";
import { call } from "../sockets/api.ts";
import { waitUntil } from "../wait-until.ts";

/** Files taken of one session by one token. */
export class ExportCalls {
  readonly #url: string;
  readonly #session: string;
  readonly #token: string;

  constructor(url: string, sessionId: string, token: string) {
    this.#url = url;
    this.#session = `/api/sessions/${sessionId}`;
    this.#token = token;
  }

  /** The file at once. */
  get(fileName: string, signal?: AbortSignal): Promise<Response> {
    return this.#fetch(`${this.#session}/documents/${fileName}`, signal);
  }

  /** Asks of a file, or of a task's, without taking it. */
  head(of: { readonly fileName: string } | { readonly taskId: string }): Promise<Response> {
    const path = "fileName" in of ? `documents/${of.fileName}` : `export-tasks/${of.taskId}/file`;
    return this.#fetch(`${this.#session}/${path}`, undefined, "HEAD");
  }

  start(fileName: string) {
    const path = `${this.#session}/documents/${fileName}/tasks`;
    return call<ExportTaskReply>(this.#url, path, {
      token: this.#token,
      body: {},
    });
  }

  ask(taskId: string) {
    return call<ExportTaskReply>(this.#url, `${this.#session}/export-tasks/${taskId}`, {
      token: this.#token,
    });
  }

  async cancel(taskId: string): Promise<number> {
    const path = `${this.#session}/export-tasks/${taskId}`;
    return (await call(this.#url, path, { token: this.#token, method: "DELETE" })).status;
  }

  take(taskId: string, signal?: AbortSignal): Promise<Response> {
    return this.#fetch(`${this.#session}/export-tasks/${taskId}/file`, signal);
  }

  /** Begins a task and waits for its file; the steps it went through. */
  async ready(fileName: string): Promise<{ taskId: string; steps: ExportTaskReply[] }> {
    let { body } = await this.start(fileName);
    const steps = [body];
    await waitUntil(
      async () => {
        if (body.status !== "working") return true;
        body = (await this.ask(body.taskId)).body;
        steps.push(body);
        return false;
      },
      { what: `${fileName} to be made`, deadlineMs: 60_000 },
    );
    return { taskId: body.taskId, steps };
  }

  #fetch(path: string, signal?: AbortSignal, method = "GET"): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.#token}` };
    return fetch(`${this.#url}${path}`, { method, headers, ...(signal !== undefined && { signal }) });
  }
}
