import { networkInterfaces } from "node:os";

const EVERYWHERE = ["0.0.0.0", "::"];
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Addresses to type into a browser for a server that listens on `host`. */
export function listAddresses(host: string, port: number, interfaces = networkInterfaces): string[] {
  const suffix = port === 80 ? "" : `:${port}`;
  return namesOf(host, interfaces).map(
    (name) => `http://${name.includes(":") ? `[${name}]` : name}${suffix}`,
  );
}

function namesOf(host: string, interfaces: typeof networkInterfaces): string[] {
  if (LOOPBACK.includes(host)) return ["localhost"];
  return EVERYWHERE.includes(host) ? [...machineAddresses(interfaces()), "localhost"] : [host];
}

/** What other machines reach this one by, private IPv4 networks first. */
function machineAddresses(interfaces: ReturnType<typeof networkInterfaces>): string[] {
  const found: string[] = [];
  for (const [name, entries] of Object.entries(interfaces)) {
    for (const { family, internal, address } of entries ?? []) {
      if (family !== "IPv4" || internal || address.startsWith("169.254.")) continue;
      if (!isVirtual(name)) found.push(address);
    }
  }
  return found.sort((one, other) => Number(isPrivate(other)) - Number(isPrivate(one)));
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

/**
 * Bridges of containers and virtual machines, by the names Linux, macOS and Windows give them: no laptop in the room reaches
 * them. Another `vEthernet` of Windows may be the very network of the room.
 */
function isVirtual(name: string): boolean {
  return /^(docker|br-|veth|virbr|vmnet|VMware |VirtualBox |vEthernet \((WSL|Default Switch|nat)\b)/.test(
    name,
  );
}
