import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Client } from "./http/parts.ts";

/** The client as vite builds it while one works on it, on the same server and with its reload socket there too. */
export async function developmentClient(server: Server): Promise<Client> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: fileURLToPath(new URL("../client/vite.config.ts", import.meta.url)),
    server: { middlewareMode: true, hmr: { server, path: "/vite-hmr" }, allowedHosts: true },
  });
  return {
    kind: "handler",
    handler: (request, response, next) => {
      // The reload code is inline, which the policy for finished pages forbids.
      response.removeHeader("Content-Security-Policy");
      vite.middlewares(request, response, next);
    },
  };
}
