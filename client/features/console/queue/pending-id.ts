/** The id of what stands for a pending question in the page. */
export function pendingId(questionId: string): string {
  return `pending-${questionId}`;
}
