import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from "../../scripts/runtime.mjs";

// Who lets a service manager start the server has only the page to go by; without one of these it works and takes twice the memory.
test("what operations are told to start the server with is what `npm start` gives it, on Linux and on Windows", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/operations.md"), "utf8").replace(
    /\s+/g,
    " ",
  );
  const flags = SERVER_FLAGS.join(" ");
  expect(page).toContain(`bin/node ${flags}\``);
  expect(page).toContain(`bin\\node.exe ${flags}\``);
  for (const [name, value] of Object.entries(SERVER_ENVIRONMENT))
    expect(page).toContain(`\`${name}=${value}\``);
});
