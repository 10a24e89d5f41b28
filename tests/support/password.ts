/** The organiser's password on every server a test starts. */
export const PASSWORD = "test-password";
