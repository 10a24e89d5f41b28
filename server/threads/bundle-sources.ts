import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** What is used of esbuild, which comes with tsx: the loader that runs these sources in the first place. */
interface Bundler {
  build(options: {
    readonly entryPoints: readonly string[];
    readonly bundle: true;
    readonly write: false;
    readonly platform: "node";
    readonly format: "cjs";
    readonly packages: "external";
    readonly sourcemap: "inline";
  }): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/**
 * A module and what it imports of ours as one script to evaluate, for a server that runs from its TypeScript sources.
 * A worker takes none of its parent's module loaders with it, and registering one there would take a second each time.
 */
export function bundleSources(module: URL): Promise<string> {
  const made = scripts.get(module.href) ?? bundle(module);
  scripts.set(module.href, made);
  return made;
}

/** One for each module that is a worker; a process that runs from sources ends when they change. */
const scripts = new Map<string, Promise<string>>();

async function bundle(module: URL): Promise<string> {
  const bundler: Bundler = createRequire(createRequire(module).resolve("tsx"))("esbuild");
  const { outputFiles } = await bundler.build({
    entryPoints: [fileURLToPath(module)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    sourcemap: "inline",
  });
  const script = outputFiles.map(({ text }) => text).join("\n");
  // An evaluated script would look for packages from the working directory, not from where the module is.
  return `(function (require) {\n${script}\n})(require("node:module").createRequire(${JSON.stringify(module.href)}));`;
}
