import { join } from "node:path";
import express, { type Express } from "express";
import type { Client } from "./parts.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

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

/** The built client: hashed assets for ever, the page itself asked for each time, every screen's address gives the page. */
function serveFiles(web: Express, directory: string): void {
  web.use(
    "/assets",
    express.static(join(directory, "assets"), {
      fallthrough: false,
      setHeaders: (response) => response.set("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`),
    }),
  );
  web.use(express.static(directory, { index: false, cacheControl: false }));
  web.get(/^\/(?!api\/|socket\.io\/|yjs\/).*/, (_request, response) => {
    response.sendFile(join(directory, "index.html"), { cacheControl: false });
  });
}
