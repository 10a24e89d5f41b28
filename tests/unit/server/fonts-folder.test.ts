import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemFontFolders } from "../../../server/documents/pdf/fonts/system-fonts.ts";
import { parseEnvironment, SettingError } from "../../../server/environment.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

test("FONTS_DIR is a folder that is there, or absent", async () => {
  const folder = await tempDirectory();
  const file = join(folder, "simfang.ttf");
  writeFileSync(file, "");
  expect(parseEnvironment({ FONTS_DIR: folder }).FONTS_DIR).toBe(folder);
  expect(parseEnvironment({ FONTS_DIR: "" }).FONTS_DIR).toBeUndefined();
  for (const unusable of [file, join(folder, "none")]) {
    expect(() => parseEnvironment({ FONTS_DIR: unusable })).toThrow(SettingError);
    expect(() => parseEnvironment({ FONTS_DIR: unusable })).toThrow("FONTS_DIR: is no folder here");
  }
});

test("every system has its folders of fonts, those of the user included", () => {
  const variables = { SystemRoot: "D:\\Windows", LOCALAPPDATA: "C:\\Users\\clerk\\AppData\\Local" };
  const [windows, own] = systemFontFolders("win32", variables);
  expect(windows).toContain("D:\\Windows");
  expect(own).toContain("clerk");
  expect(systemFontFolders("linux", {})).toContain("/usr/share/fonts");
  expect(systemFontFolders("darwin", {})).toContain("/Library/Fonts");
});
