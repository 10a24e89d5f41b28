/** What a Windows console tells every program in it: Ctrl-C, Ctrl-Break, and that its window is closed. */
const CONSOLE_SIGNALS = ["SIGINT", "SIGBREAK", "SIGHUP"];

/** Has a child end as this process is asked to, and this process stay until it has. */
export function passOnSignals(child, { platform = process.platform, from = process } = {}) {
  if (platform === "win32") {
    // The console has told the child as well; a signal sent by a program would end it at once, whatever it has to finish.
    for (const signal of CONSOLE_SIGNALS) from.on(signal, () => undefined);
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"]) from.on(signal, () => child.kill(signal));
}
