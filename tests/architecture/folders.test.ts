import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { FILES, IMPORTS, ROOT } from "./source-imports.ts";

const FILES_MAX = 25;
/** Pages of a series are found by their numbers, however many there are. */
const SERIES = "docs/decisions";

/** What imports what when it runs; a type alone asks for nothing. */
const EDGES = IMPORTS.filter(({ target, typeOnly }) => !typeOnly && FILES.includes(target));

/** A folder's own files and folders, and which of them import which. */
function graphOf(folder: string): Map<string, Set<string>> {
  const partOf = (path: string) => {
    if (folder !== "" && !path.startsWith(`${folder}/`)) return null;
    return path.slice(folder === "" ? 0 : folder.length + 1).split("/", 1)[0] ?? null;
  };
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of EDGES) {
    const from = partOf(file);
    const to = partOf(target);
    if (from === null || to === null || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

/** Ways round, each as a line to read. */
function circlesIn(graph: Map<string, Set<string>>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (part: string, path: readonly string[]) => {
    if (path.includes(part)) circles.push([...path.slice(path.indexOf(part)), part].join(" → "));
    if (done.has(part) || path.includes(part)) return;
    for (const next of graph.get(part) ?? []) visit(next, [...path, part]);
    done.add(part);
  };
  for (const part of graph.keys()) visit(part, []);
  return circles;
}

function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>([""]);
  for (const file of files) {
    for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder))
      folders.add(folder);
  }
  return [...folders].sort();
}

test("seen from any folder, its files and folders import each other one way only", () => {
  const circles = foldersOf(FILES).flatMap((folder) =>
    circlesIn(graphOf(folder)).map((circle) => `${folder}: ${circle}`),
  );
  expect(circles).toEqual([]);
});

test(`no folder holds more than ${FILES_MAX} files`, () => {
  const kept = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");
  const counts = new Map<string, number>();
  for (const file of kept) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([folder, count]) => folder !== SERIES && count > FILES_MAX)).toEqual([]);
});
