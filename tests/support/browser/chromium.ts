import { existsSync } from "node:fs";

const SHELL = "/usr/bin/chromium-headless-shell";
const executablePath = [SHELL, "/usr/bin/chromium"].find(existsSync);

/** Tests at once on two cores: a browser that draws windows of its own takes both for itself. */
export const BROWSERS_AT_ONCE = executablePath === SHELL ? 2 : 1;

/** The system's Chromium where there is one, with nothing in it that reaches outside. */
export const CHROMIUM = {
  ...(executablePath !== undefined && { executablePath }),
  args: [
    // A name that is not localhost over plain http: what the laptops in the room have.
    "--host-resolver-rules=MAP yantao.test 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
