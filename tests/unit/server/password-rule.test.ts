import { describe, expect, test } from "vitest";
import { parseEnvironment, SettingError } from "../../../server/environment.ts";
import { newPassword } from "../../../server/identity/passwords.ts";
import { PASSWORD } from "../../support/password.ts";

function refusal(password: string): string | null {
  try {
    parseEnvironment({ ORGANISER_PASSWORD: password });
    return null;
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    return error.message;
  }
}

describe("[S5] the organiser's password", () => {
  test.each([
    ["short7c", "needs at least 8 characters"],
    ["12345678", "digits alone need at least 12 of them"],
    ["20251129", "digits alone need at least 12 of them"],
    ["13812345678", "digits alone need at least 12 of them"],
    ["aaaaaaaaaaaa", "repeats too few characters"],
    ["111111111111", "repeats too few characters"],
    ["abababab", "repeats too few characters"],
    ["123456789012", "is a row of the keyboard or counts up"],
    ["qwertyui", "is a row of the keyboard or counts up"],
    ["poiuytrewq", "is a row of the keyboard or counts up"],
    ["1qaz2wsx", "is a row of the keyboard or counts up"],
    ["1Q2w3e4r", "is a row of the keyboard or counts up"],
    ["!QAZ@WSX", "is a row of the keyboard or counts up"],
    ["asdf1234", "is a row of the keyboard or counts up"],
    ["abc12345", "is a row of the keyboard or counts up"],
    ["qwerty123", "is a row of the keyboard or counts up"],
    ["password", "is one of those everybody tries first"],
    ["P@ssw0rd!", "is one of those everybody tries first"],
    ["admin123", "is one of those everybody tries first"],
    ["Admin@2025", "is one of those everybody tries first"],
    ["adminadmin", "is one of those everybody tries first"],
    ["yantao123", "is one of those everybody tries first"],
    ["888yantao888", "is one of those everybody tries first"],
    ["ｐａｓｓｗｏｒｄ", "is one of those everybody tries first"],
  ])("%s is refused, and the line says why", (password, reason) => {
    expect(refusal(password)).toBe(`ORGANISER_PASSWORD: ${reason}`);
  });

  test.each([
    PASSWORD,
    "screens-password",
    "secret-for-tests",
    "correct horse",
    "736402918455",
    "研讨会务组专用口令",
    "tiger-lake-7",
    "password for the hall",
    "yantao-spring-river",
  ])("%s will do", (password) => {
    expect(refusal(password)).toBeNull();
  });

  test("made by the server itself will always do", () => {
    for (let made = 0; made < 500; made += 1) expect(refusal(newPassword())).toBeNull();
  });
});
