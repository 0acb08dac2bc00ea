/** Names that Windows keeps for devices, in any case and with any ending. Knows names only. */

const RESERVED = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:\.|$)/i;

export function isReservedName(name: string): boolean {
  return RESERVED.test(name);
}
