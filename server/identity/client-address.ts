import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * A client's address as tries are counted: an IPv4 address as it is, also where it comes mapped into IPv6; of IPv6 the
 * /64, because who has one address there has all of them.
 */
export function countedAddress(remoteAddress: string | undefined): string {
  const address = (remoteAddress ?? "").split("%")[0] ?? "";
  if (!isIPv6(address) || address === "::1") return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const network = groupsOf(address)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** Where a request comes from. */
export interface ClientAddress {
  /** As `countedAddress` gives it. */
  readonly counted: string;
  /** Somebody at the server itself asks, and not a proxy on it for somebody else. */
  readonly isThisMachine: boolean;
}

/** Tells whence a request comes. What it says of itself can only make it less trusted. */
export function clientAddress({ socket, headers }: IncomingMessage): ClientAddress {
  const counted = countedAddress(socket.remoteAddress);
  const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return { counted, isThisMachine: !isForwarded && (counted === "127.0.0.1" || counted === "::1") };
}

/** The groups of an IPv6 address, with those that `::` stands for. */
function groupsOf(address: string): string[] {
  const [head = [], tail = []] = address
    .split("::")
    .map((part) => part.split(":").filter((group) => group !== ""));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
