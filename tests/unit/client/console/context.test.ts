import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { useConsole, useConsoleHall } from "../../../../client/features/console/console-context.ts";

test.each([useConsole, useConsoleHall])("what belongs to a console is not had outside of one: %o", (use) => {
  const Outside = () => {
    use();
    return null;
  };
  expect(() => renderToString(createElement(Outside))).toThrow("inside a console");
});
