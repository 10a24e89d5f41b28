import { mkdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startServer } from "../../support/process/start-server.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const SCRIPT = `export const words = ${JSON.stringify("研讨".repeat(400))};\n`;
const PAGE = "<!doctype html><title>研讨</title>";

/** A server of a built client: one script and the page, packed both ways as the build does. */
async function serveBuilt() {
  const directory = await tempDirectory();
  await mkdir(join(directory, "assets"));
  for (const [name, text] of [
    ["assets/index-abc.js", SCRIPT],
    ["index.html", PAGE],
  ] as const) {
    await writeFile(join(directory, name), text);
    await writeFile(join(directory, `${name}.gz`), gzipSync(text));
    await writeFile(join(directory, `${name}.br`), brotliCompressSync(text));
  }
  const { url } = await startServer({ client: { kind: "files", directory } });
  return { url, directory };
}

/** What a browser gets that sends these headers and no others; `fetch` would unpack it. */
async function got(url: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(url, { method, headers }, resolve).on("error", reject).end();
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test("each browser gets the client packed as it says it takes it, and as it is where it says nothing", async () => {
  const { url } = await serveBuilt();
  const asked = (accepted: string) => got(`${url}/assets/index-abc.js`, { "Accept-Encoding": accepted });
  const plain = await got(`${url}/assets/index-abc.js`);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(SCRIPT);
  // As Chromium asks over plain http, and as it asks over https.
  const gzipped = await asked("gzip, deflate");
  expect(gzipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzipped.body).toString()).toBe(SCRIPT);
  const brotli = await asked("gzip, deflate, br, zstd");
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
  expect((await asked("br;q=0, gzip")).headers["content-encoding"]).toBe("gzip");
  expect((await asked("identity")).headers["content-encoding"]).toBeUndefined();
  for (const { headers } of [plain, gzipped, brotli]) {
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["content-type"]).toMatch(/^text\/javascript; charset=utf-8$/i);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
  }
  expect(new Set([plain, gzipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
});

test("the page is asked for each time, at every screen's address, and comes only where it has changed", async () => {
  const { url } = await serveBuilt();
  for (const path of ["/", "/index.html", "/s/any/room"]) {
    const page = await got(url + path, { "Accept-Encoding": "gzip" });
    expect(page.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": expect.stringMatching(/^text\/html; charset=utf-8$/i),
      "cache-control": "no-cache",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    expect(gunzipSync(page.body).toString()).toBe(PAGE);
    const again = await got(url + path, {
      "Accept-Encoding": "gzip",
      "If-None-Match": page.headers.etag ?? "",
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const unpacked = await got(url + path, { "If-None-Match": page.headers.etag ?? "" });
    expect([unpacked.status, unpacked.body.toString()]).toEqual([200, PAGE]);
  }
});

test("HEAD has the headers and no body, and a part is not to be had", async () => {
  const { url } = await serveBuilt();
  const headers = { "Accept-Encoding": "gzip" };
  const whole = await got(`${url}/assets/index-abc.js`, headers);
  const head = await got(`${url}/assets/index-abc.js`, headers, "HEAD");
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["content-length"]).toBe(String(whole.body.length));
  for (const range of ["bytes=0-9", "bytes=99999999-"]) {
    const part = await got(`${url}/assets/index-abc.js`, { ...headers, Range: range });
    expect(part.status).toBe(200);
    expect(part.body.equals(whole.body)).toBe(true);
  }
});

test("a file that goes while it is served is not found, in words that can be read and that nobody keeps", async () => {
  const { url, directory } = await serveBuilt();
  await rm(join(directory, "assets/index-abc.js.gz"));
  const gone = await got(`${url}/assets/index-abc.js`, { "Accept-Encoding": "gzip" });
  expect(gone.status).toBe(404);
  expect(gone.headers["cache-control"]).toBe("no-store");
  expect(JSON.parse(gone.body.toString())).toMatchObject({ error: { code: "not_found" } });
  expect(gone.headers["content-type"]).toBe("application/json; charset=utf-8");
});
