const PREFIX = "pending-";

/** The id of what stands for a pending question in the page. */
export function pendingId(questionId: string): string {
  return `${PREFIX}${questionId}`;
}

/** The question an element of the page stands for or in, where it is a pending one. */
export function pendingAt(element: Element): string | null {
  return element.closest(`[id^='${PREFIX}']`)?.id.slice(PREFIX.length) ?? null;
}
