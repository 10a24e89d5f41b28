import { LIMITS } from "../../../shared/protocol/limits.ts";
import { checkText } from "../../ui/forms/text-problem.ts";

/** The labels to choose from: the session's, and those the question has from an earlier list. */
export function offeredTopics(names: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...new Set([...names, ...chosen])];
}

export function toggledTopics(chosen: readonly string[], name: string): readonly string[] {
  return chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
}

/** The labels written a line each, as the server will keep them. */
export function topicsFrom(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** Why the server will not take the list. */
export function topicsProblem(names: readonly string[]): "tooMany" | "tooLong" | "unreadable" | null {
  if (names.length > LIMITS.topicsMax) return "tooMany";
  for (const name of names) {
    const checked = checkText(name, LIMITS.topicMaxChars);
    if (!checked.ok) return checked.code === "text_too_long" ? "tooLong" : "unreadable";
  }
  return null;
}
