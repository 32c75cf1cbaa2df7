import ipaddr from 'ipaddr.js';

/** Addresses of the world at large; everything else lies inside somebody's network. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address may be called on somebody's word (ASVS 1.3.6, 15.3.2): public unicast only. Private, loopback,
 * link-local (the cloud's metadata lie there), shared, multicast and reserved ranges are not; nor is an IPv4 address
 * dressed as IPv6 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}

export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}

/** The address when a host is one, without the brackets of IPv6; null for a name. */
export function literalAddress(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
