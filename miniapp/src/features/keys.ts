/** How screens call an alert or a report: its id in hexadecimal, for keys and places. Never shown. */

export function keyOf(id: Uint8Array): string {
  return Array.from(id, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The id that a key stands for; empty bytes, which name nothing, if it is none. */
export function idOf(key: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(key)) return new Uint8Array(0);
  return Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
