import { networkInterfaces } from "node:os";

/** Addresses other machines can type, private IPv4 networks first; the machine's own name for itself last. */
export function listAddresses(port: number): string[] {
  const found: string[] = [];
  for (const [name, entries] of Object.entries(networkInterfaces())) {
    for (const { family, internal, address } of entries ?? []) {
      if (family !== "IPv4" || internal || address.startsWith("169.254.")) continue;
      if (!isVirtual(name)) found.push(address);
    }
  }
  const suffix = port === 80 ? "" : `:${port}`;
  const ordered = found.sort((one, other) => Number(isPrivate(other)) - Number(isPrivate(one)));
  return [...ordered, "localhost"].map((host) => `http://${host}${suffix}`);
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

/** Bridges of containers and virtual machines: no laptop in the room reaches them. */
function isVirtual(name: string): boolean {
  return /^(docker|br-|veth|virbr|vmnet)/.test(name);
}
