import { expect, test } from "vitest";
import { BrowserStorage } from "../../../../client/sync/browser-storage.ts";

/** A browser's storage that holds so many values. */
function storageOf(room: number) {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (!values.has(key) && values.size >= room) throw new DOMException("full", "QuotaExceededError");
      values.set(key, value);
    },
    removeItem: (key: string) => {
      values.delete(key);
    },
  };
}

const keysOf = (storage: BrowserStorage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index));
const refusing = () => {
  throw new DOMException("denied", "SecurityError");
};

test("a browser's storage is used as it is", () => {
  const browser = storageOf(9);
  const storage = new BrowserStorage(() => browser);
  storage.setItem("a", "1");
  expect(browser.getItem("a")).toBe("1");
  expect([storage.getItem("a"), storage.getItem("b"), storage.length, storage.keeping]).toEqual([
    "1",
    null,
    1,
    "kept",
  ]);
  storage.removeItem("a");
  expect(browser.length).toBe(0);
});

test.each([
  ["asking for it throws", refusing],
  ["using it throws", () => ({ ...storageOf(9), getItem: refusing })],
])("where it is refused (%s), what is stored is there as long as the page stands", (_how, open) => {
  const storage = new BrowserStorage(open);
  expect(storage.keeping).toBe("refused");
  storage.setItem("a", "1");
  storage.setItem("b", "2");
  storage.removeItem("a");
  expect([storage.getItem("a"), storage.getItem("b"), keysOf(storage)]).toEqual([null, "2", ["b"]]);
  expect(() => storage.strict().setItem("c", "3")).toThrow("refuses");
});

test("where it is full, the newest value counts, nothing older comes back, and it is said until there is room", () => {
  const browser = storageOf(1);
  const storage = new BrowserStorage(() => browser);
  const heard: string[] = [];
  storage.subscribe(() => heard.push(storage.keeping));
  storage.setItem("a", "1");
  storage.setItem("b", "2");
  expect([storage.getItem("b"), keysOf(storage)]).toEqual(["2", ["a", "b"]]);
  expect(browser.getItem("b")).toBeNull();
  storage.removeItem("a");
  storage.setItem("b", "3");
  expect(browser.getItem("b")).toBe("3");
  expect(heard).toEqual(["full", "kept"]);
});
