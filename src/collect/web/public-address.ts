import { lookup as dnsLookup, type LookupAddress, type LookupAllOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Thrown instead of connecting to this machine or to a machine of its own network. */
export class PrivateAddressError extends Error {}

/**
 * Whether an IP address is one of the public internet: not loopback, private, link-local, unique-local, multicast or
 * reserved, nor one of these written as IPv6.
 */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === "unicast";
}

/** Refuses an address that stands in the URL itself, for which no name is looked up. */
export function refuseUnlessReachable(hostname: string, mayReach: (address: string) => boolean): void {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) !== 0 && !mayReach(bare)) throw new PrivateAddressError(`${bare} is no public address`);
}

/** `dns.lookup` with `all`. */
type LookUp = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks up a name's addresses and gives only those that may be reached. It runs when the connection is made and its
 * answer is what is connected to, so a name that points elsewhere the second time, or a redirect, gains nothing.
 */
export function guardedLookup(mayReach: (address: string) => boolean, lookUp: LookUp = dnsLookup): LookupFunction {
  return (hostname, options, callback) =>
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const allowed = addresses.filter(({ address }) => mayReach(address));
      const first = allowed[0];
      if (first === undefined) {
        const found = addresses.map(({ address }) => address).join(", ");
        callback(new PrivateAddressError(`${hostname} is at ${found}, no public address`), "", 0);
      } else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
}
