/** Whether a host name means only the machine itself. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

/**
 * The address to print and project: the one somebody chose, as long as the machine still has it; else the one this
 * page was opened at, unless that reaches this machine alone; else the first the server knows.
 */
export function joinAddress(origin: string, addresses: readonly string[], chosen: string | null): string {
  if (chosen !== null && (addresses.includes(chosen) || chosen === origin)) return chosen;
  return addressChoices(origin, addresses)[0] ?? origin;
}

/**
 * The addresses one may choose from: the one this page was opened at and the server's, without those that reach the
 * machine itself alone, unless there is no other.
 */
export function addressChoices(origin: string, addresses: readonly string[]): string[] {
  const known = [...new Set([origin, ...addresses])];
  const reachable = known.filter((address) => !isLoopback(new URL(address).hostname));
  return reachable.length > 0 ? reachable : known;
}

/** An address as one types it: no scheme where it is plain http, no slash at the end. */
export function typedAddress(address: string): string {
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}
