/** Where files have no modes, a process has no signals of its own and there is no /proc: what looks at these is left out there. */
export const ON_WINDOWS = process.platform === "win32";
