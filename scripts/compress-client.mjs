import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { root } from "./runtime.mjs";

/** Lays a `.gz` and a `.br` beside every text of the built client that is long enough to gain by it; the server sends those. */
const CLIENT = join(root, "dist", "client");
const TEXTS = new Set([".css", ".html", ".js", ".mjs", ".svg"]);
const SHORTEST_BYTES = 512;
const PACKINGS = [
  [".gz", (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
  [
    ".br",
    (bytes) =>
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ],
];

const names = await readdir(CLIENT, { recursive: true });
await Promise.all(
  names
    .filter((name) => TEXTS.has(extname(name)))
    .map(async (name) => {
      const path = join(CLIENT, name);
      const bytes = await readFile(path);
      if (bytes.length < SHORTEST_BYTES) return;
      await Promise.all(
        PACKINGS.map(async ([ending, pack]) => await writeFile(path + ending, await pack(bytes))),
      );
    }),
);
