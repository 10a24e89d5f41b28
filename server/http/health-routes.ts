import type { IRouter } from "express";
import type { Registry } from "prom-client";
import type { HttpParts } from "./parts.ts";
import { route } from "./problem.ts";

/** For those who watch the server: alive, ready to serve, numbers. */
export function addHealthRoutes(router: IRouter, parts: HttpParts, metrics: Registry): void {
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get(
    "/readyz",
    route(async (_request, response) => {
      const ready = parts.isReady() && (await canWrite(parts));
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

async function canWrite(parts: HttpParts): Promise<boolean> {
  try {
    await parts.storage.probe();
    return true;
  } catch (error) {
    parts.log("storage probe failed", { error });
    return false;
  }
}
