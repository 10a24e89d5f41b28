import type { IRouter } from "express";
import type { Registry } from "prom-client";
import { clientAddress } from "../identity/client-address.ts";
import { requireOrganiser } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { route } from "./problem.ts";

const PROBE_MS = 500;
const NUMBERS_MS = 1_000;

/** For those who watch the server: alive, ready to serve, numbers (for this machine or the organiser alone). */
export function addHealthRoutes(router: IRouter, parts: HttpParts, metrics: Registry): void {
  const canWrite = writeProbe(parts);
  const numbers = atMostEvery(NUMBERS_MS, () => metrics.metrics());
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get(
    "/readyz",
    route(async (_request, response) => {
      const ready = parts.isReady() && (await canWrite());
      response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "unavailable" });
    }),
  );
  router.get(
    "/metrics",
    route(async (request, response) => {
      if (!clientAddress(request).isThisMachine) await requireOrganiser(request, parts);
      response.type(metrics.contentType).send(await numbers());
    }),
  );
}

/** Whether the disk takes something, tried at most once in `PROBE_MS`: anybody may ask, and each try is a write. */
function writeProbe({ storage, log }: HttpParts): () => Promise<boolean> {
  return atMostEvery(PROBE_MS, () =>
    storage.probe().then(
      () => true,
      (error: unknown) => {
        log("storage probe failed", { error });
        return false;
      },
    ),
  );
}

/** `make`, of which everybody who asks within `periodMs` gets the same result. */
function atMostEvery<T>(periodMs: number, make: () => Promise<T>): () => Promise<T> {
  let last: { at: number; result: Promise<T> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at >= periodMs) last = { at: now, result: make() };
    return last.result;
  };
}
