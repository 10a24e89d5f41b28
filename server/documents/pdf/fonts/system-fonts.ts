import { homedir } from "node:os";
import { join } from "node:path";

/** Where the operating system keeps its fonts and those of the user the server runs as. */
export function systemFontFolders(
  platform: NodeJS.Platform,
  variables: Readonly<Record<string, string | undefined>>,
): string[] {
  const home = homedir();
  switch (platform) {
    case "win32":
      return [
        join(variables.SystemRoot ?? "C:\\Windows", "Fonts"),
        join(variables.LOCALAPPDATA ?? join(home, "AppData", "Local"), "Microsoft", "Windows", "Fonts"),
      ];
    case "darwin":
      return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library", "Fonts")];
    default:
      return [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        join(home, ".local", "share", "fonts"),
        join(home, ".fonts"),
      ];
  }
}
