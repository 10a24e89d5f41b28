import { expect, test } from "vitest";
import { startServer } from "../../support/process/start-server.ts";
import { asLanguageNames, innocentName, LANGUAGE_NAMES } from "../../support/sample/language-names.ts";
import { namedSession } from "../../support/sockets/named-session.ts";

test.each([
  ["json", [0]],
  ["csv", [11]],
] as const)(
  "[V9] who and what is called by a word of the language counts like others, with a roster by %s",
  async (roster, turns) => {
    const server = await startServer({ clock: () => 1_790_000_000_000 });
    for (const turn of turns) {
      const names = [...LANGUAGE_NAMES.slice(turn), ...LANGUAGE_NAMES.slice(0, turn)];
      const odd = await namedSession(server, names, roster);
      const innocent = await namedSession(server, names.map(innocentName), roster);
      expect(odd).toEqual(asLanguageNames(innocent));
      expect(odd.imported.people).toHaveLength(names.length);
      expect(odd.tally).toHaveLength(names.filter((_, index) => index % 3 !== 0).length);
    }
  },
);
