import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemo } from "./demo-server.mjs";
import { build, install } from "./prepare.mjs";
import { root } from "./runtime.mjs";

/**
 * Pictures of the first page of each document of the demo class, into docs/guide/pictures. Takes poppler's pdftoppm, and LibreOffice
 * for the slides.
 */
const password = "pictures-password";
const folder = join(root, "docs", "guide", "pictures");
const DOTS_AN_INCH = "64";
const DOCUMENTS = ["minutes", "results", "experience", "statistics", "lists", "assignments", "attendance"];

install();
build();
mkdirSync(folder, { recursive: true });
const working = mkdtempSync(join(tmpdir(), "document-pictures-"));
const { url, stop } = await startDemo(password);
try {
  const session = await openSession();
  for (const name of DOCUMENTS) picture(await taken(session, `${name}.pdf`), name, "1");
  const slides = await taken(session, "results.pptx");
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", working, slides], {
    stdio: "ignore",
  });
  // The first group: the title says little.
  picture(join(working, "results.pdf"), "slides", "2");
} finally {
  stop();
  rmSync(working, { recursive: true, force: true });
}

/** The first evening of the demo, with the organiser's token. */
async function openSession() {
  const { token } = await call("/api/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ password }),
  });
  const headers = { Authorization: `Bearer ${token}` };
  const { sessions } = await call("/api/sessions", { headers });
  const { sessionId } = sessions.find(({ title }) => title.endsWith("互动交流会"));
  return { sessionId, headers };
}

async function call(path, options) {
  return (await fetch(`${url}${path}`, options)).json();
}

/** A document as a file; gives its path. */
async function taken({ sessionId, headers }, name) {
  const reply = await fetch(`${url}/api/sessions/${sessionId}/documents/${name}`, { headers });
  if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
  const path = join(working, name);
  writeFileSync(path, new Uint8Array(await reply.arrayBuffer()));
  return path;
}

function picture(pdf, name, page) {
  const target = join(folder, name);
  execFileSync("pdftoppm", ["-png", "-r", DOTS_AN_INCH, "-f", page, "-l", page, "-singlefile", pdf, target]);
}
