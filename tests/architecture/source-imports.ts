import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
export interface Import {
  readonly file: string;
  /** A path from the root for our own files, a package's name for others. */
  readonly target: string;
  readonly typeOnly: boolean;
  /** Fetched when it is asked for, by `import()`. */
  readonly isLazy: boolean;
}

/** The sources, by their paths from the root. */
export const FILES = ["shared", "server", "client"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name.replaceAll("\\", "/")}`,
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .sort();
export const IMPORTS: readonly Import[] = FILES.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const statements = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/g,
  );
  const dynamic = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  const found = [...statements].map(([, , type, name]) => ({
    name: name ?? "",
    typeOnly: type !== undefined,
    isLazy: false,
  }));
  found.push(...[...dynamic].map(([, name]) => ({ name: name ?? "", typeOnly: false, isLazy: true })));
  return found.map(({ name, ...how }) => ({ file, target: targetOf(file, name), ...how }));
}

function targetOf(file: string, name: string): string {
  if (name.startsWith(".")) return posix.join(posix.dirname(file), name);
  const [scope, rest] = name.split("/");
  return name.startsWith("@") ? `${scope}/${rest}` : (scope ?? name);
}
