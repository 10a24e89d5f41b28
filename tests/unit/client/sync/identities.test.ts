import { expect, test } from "vitest";
import { currentIdentity, IdentityStore, type TabIdentity } from "../../../../client/sync/identity-store.ts";
import { MemoryStorage } from "../../../support/memory-storage.ts";

const person = (personId: string, token: string, sessionId = "s1"): TabIdentity => ({
  token,
  sessionId,
  kind: "person",
  personId,
  name: personId,
});
const organiser: TabIdentity = { token: "t-org", sessionId: "", kind: "organiser", name: "" };

test("the one added last acts, until another is chosen", () => {
  const store = new IdentityStore(new MemoryStorage());
  store.add(person("p1", "t1"));
  store.add(person("p2", "t2"));
  expect(currentIdentity(store.snapshot(), "s1")?.personId).toBe("p2");
  store.choose("t1", "s1");
  expect(currentIdentity(store.snapshot(), "s1")?.personId).toBe("p1");
});

test("a second PIN of the same person takes the place of the first", () => {
  const store = new IdentityStore(new MemoryStorage());
  store.add(person("p1", "old"));
  store.add(person("p1", "new"));
  expect(store.snapshot().list.map(({ token }) => token)).toEqual(["new"]);
});

test("leaving takes one person and goes on as the next", () => {
  const store = new IdentityStore(new MemoryStorage());
  store.add(person("p1", "t1"));
  store.add(person("p2", "t2"));
  store.remove("t2");
  expect(currentIdentity(store.snapshot(), "s1")?.personId).toBe("p1");
  store.remove("t1");
  expect(currentIdentity(store.snapshot(), "s1")).toBeNull();
});

test("who leaves leaves no token behind on the machine", () => {
  const storage = new MemoryStorage();
  const store = new IdentityStore(storage);
  store.add(person("p1", "t1"));
  expect(storage.getItem("yantao.identities")).toContain("t1");
  store.remove("t1");
  expect(storage.getItem("yantao.identities")).not.toContain("t1");
});

test("the organiser holds for all sessions, a person for one", () => {
  const store = new IdentityStore(new MemoryStorage());
  store.add(person("p1", "t1"));
  store.add(organiser);
  expect(currentIdentity(store.snapshot(), "s1")?.personId).toBe("p1");
  expect(currentIdentity(store.snapshot(), "s2")).toEqual(organiser);
  expect(currentIdentity(store.snapshot(), "")).toEqual(organiser);
  store.choose("t-org", "s1");
  expect(currentIdentity(store.snapshot(), "s1")).toEqual(organiser);
});

test("identities outlive a reload of the tab, and a storage that holds rubbish is nobody", () => {
  const storage = new MemoryStorage();
  new IdentityStore(storage).add(person("p1", "t1"));
  expect(currentIdentity(new IdentityStore(storage).snapshot(), "s1")?.token).toBe("t1");
  storage.setItem("yantao.identities", "{");
  expect(new IdentityStore(storage).snapshot().list).toEqual([]);
});
