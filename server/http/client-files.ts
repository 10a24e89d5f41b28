import { join } from "node:path";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";
import type { Client } from "./parts.ts";

const HASHED_MAX_AGE_SECONDS = 365 * 24 * 60 * 60;

/** Serves the pages from where they come from. */
export function serveClient(web: Express, client: Client): void {
  switch (client.kind) {
    case "files":
      serveFiles(web, client.directory);
      break;
    case "handler":
      web.use(client.handler);
      break;
    case "none":
      break;
  }
}

/**
 * The built client, packed as each browser takes it: hashed assets for ever, all else asked for each time, every screen's
 * address gives the page.
 */
function serveFiles(web: Express, directory: string): void {
  web.use(
    "/assets",
    files(join(directory, "assets"), `public, max-age=${HASHED_MAX_AGE_SECONDS}, immutable`, false),
  );
  const pages = files(directory, "no-cache", true);
  web.use(pages);
  web.get(/^\/(?!api\/|socket\.io\/|yjs\/).*/, (request, response, next) => {
    request.url = "/index.html";
    pages(request, response, next);
  });
  web.use(unpacked);
}

function files(directory: string, cacheControl: string, fallthrough: boolean): RequestHandler {
  return expressStaticGzip(directory, {
    enableBrotli: true,
    orderPreference: ["br", "gzip"],
    index: false,
    serveStatic: {
      fallthrough,
      cacheControl: false,
      // Packed or not, a part of such a file is of no use to anybody.
      acceptRanges: false,
      setHeaders: (response) => response.setHeader("Cache-Control", cacheControl),
    },
  });
}

/** What goes wrong with a file is told as it is and kept by nobody, whatever headers the file would have had. */
const unpacked: ErrorRequestHandler = (error, _request, response, next) => {
  for (const name of ["Content-Encoding", "Content-Type"]) response.removeHeader(name);
  response.setHeader("Cache-Control", "no-store");
  next(error);
};
