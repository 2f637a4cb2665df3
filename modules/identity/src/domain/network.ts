/**
 * What counts as one place: an IPv4 address, or the 64 bits of an IPv6 network, whose holder has every address in it.
 * Anything else counts as itself.
 */
export function networkOf(address: string): string {
  const groups = groupsOf(address);
  return typeof groups === 'string' ? groups : `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * What one holder may well have whole: 24 bits of IPv4, 48 of IPv6, which are 65,536 networks. People behind one carrier
 * share it too, so it is counted against far wider ceilings than a network.
 */
export function blockOf(address: string): string {
  const groups = groupsOf(address);
  if (typeof groups !== 'string') return `${groups.slice(0, 3).join(':')}::/48`;
  const [, first] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(groups) ?? [];
  return first ? `${first}.0/24` : groups;
}

/** The eight groups of an IPv6 address without leading zeros; of any other, the address as it stands. */
function groupsOf(address: string): string | string[] {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [left = '', right] = plain.split('::');
  const before = left.split(':').filter(Boolean);
  const after = right?.split(':').filter(Boolean) ?? [];
  // `::` stands for as many zeros as are missing.
  const zeros =
    right === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
