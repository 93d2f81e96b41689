/** FNV-1a of a text's UTF-16 units (Fowler, Noll, Vo), 32 bits, 0 or more. Not for secrets. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
