import { describe, expect, test } from "vitest";
import { consoleKey } from "../../../../client/features/console/keys/console-keys.ts";
import { FLOOR_KEYS } from "../../../../client/features/speaking/use-floor-keys.ts";
import type { KeyPress } from "../../../../client/ui/keys/free-keys.ts";

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    defaultPrevented: false,
    ...more,
  };
}

describe("consoleKey", () => {
  test("letters, small or big, and arrows", () => {
    expect(["a", "E", "r", "D", "s", "ArrowUp"].map((key) => consoleKey(press(key)))).toEqual([
      "approve",
      "edit",
      "route",
      "decline",
      "stage",
      "up",
    ]);
    expect(["q", "x"].map((key) => consoleKey(press(key)))).toEqual(["stageQueue", "stageNext"]);
    expect(consoleKey(press("b"))).toBeNull();
  });

  test("none of the letters by which the floor is run beside it", () => {
    for (const letter of Object.values(FLOOR_KEYS)) expect(consoleKey(press(letter)), letter).toBeNull();
  });

  test("Ctrl+Z or Cmd+Z takes back, and not the redo beside it", () => {
    expect(consoleKey(press("z", { ctrlKey: true }))).toBe("undo");
    expect(consoleKey(press("Z", { metaKey: true }))).toBe("undo");
    expect(consoleKey(press("z", { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(consoleKey(press("z", { ctrlKey: true, repeat: true }))).toBeNull();
    expect(consoleKey(press("z"))).toBeNull();
  });

  test("nothing while an input method composes, in either way browsers say so", () => {
    expect(consoleKey(press("a", { isComposing: true }))).toBeNull();
    expect(consoleKey(press("a", { keyCode: 229 }))).toBeNull();
  });

  test("nothing in combinations, which belong to the browser", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey", "shiftKey"] as const) {
      expect(consoleKey(press("a", { [held]: true }))).toBeNull();
    }
    for (const held of ["ctrlKey", "metaKey", "altKey"] as const) {
      expect(consoleKey(press("M", { shiftKey: true, [held]: true }))).toBeNull();
    }
  });

  test("M marks, Shift with it joins what is marked, Escape lets go; Caps Lock changes neither", () => {
    expect(consoleKey(press("m"))).toBe("mark");
    expect(consoleKey(press("M"))).toBe("mark");
    expect(consoleKey(press("M", { shiftKey: true }))).toBe("join");
    expect(consoleKey(press("m", { shiftKey: true }))).toBe("join");
    expect(consoleKey(press("Escape"))).toBe("clear");
    expect(consoleKey(press("Escape", { defaultPrevented: true }))).toBeNull();
  });

  test("with Shift T is more time and P holds it; without they are a speech's", () => {
    expect(consoleKey(press("T", { shiftKey: true }))).toBe("timeMore");
    expect(consoleKey(press("P", { shiftKey: true }))).toBe("timeHold");
    expect(consoleKey(press("T", { shiftKey: true, repeat: true }))).toBeNull();
    expect(["t", "p"].map((key) => consoleKey(press(key)))).toEqual([null, null]);
  });

  test("a letter held down decides one question, not the whole queue", () => {
    expect(consoleKey(press("a", { repeat: true }))).toBeNull();
    expect(consoleKey(press("ArrowDown", { repeat: true }))).toBe("down");
  });
});
