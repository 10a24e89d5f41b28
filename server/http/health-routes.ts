import type { IRouter } from "express";
import type { Registry } from "prom-client";
import type { HttpParts } from "./parts.ts";
import { route } from "./problem.ts";

const PROBE_MS = 500;

/** For those who watch the server: alive, ready to serve, numbers. */
export function addHealthRoutes(router: IRouter, parts: HttpParts, metrics: Registry): void {
  const canWrite = writeProbe(parts);
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
    route(async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.metrics());
    }),
  );
}

/** Whether the disk takes something, tried at most once in `PROBE_MS`: anybody may ask, and each try is a write. */
function writeProbe({ storage, log }: HttpParts): () => Promise<boolean> {
  let probe: { at: number; result: Promise<boolean> } | null = null;
  return () => {
    const now = performance.now();
    if (probe === null || now - probe.at >= PROBE_MS) {
      const result = storage.probe().then(
        () => true,
        (error: unknown) => {
          log("storage probe failed", { error });
          return false;
        },
      );
      probe = { at: now, result };
    }
    return probe.result;
  };
}
