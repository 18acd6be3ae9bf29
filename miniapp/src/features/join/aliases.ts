/** Names to be called by, when nothing comes to mind: two words that say nothing about anybody. Pure, but for the dice. */

const FIRST = ["Amber", "Blue", "Brave", "Calm", "Clear", "Green", "Golden", "Grey", "Quick", "Quiet", "Red", "Silver", "Soft", "Warm", "Wild", "Young"];
const SECOND = ["Birch", "Brook", "Cloud", "Fern", "Finch", "Hare", "Harbour", "Heron", "Lark", "Maple", "Moon", "Otter", "Reed", "River", "Swan", "Wren"];

/** The protocol's bound: 1 to 40 characters. */
export const LONGEST_ALIAS = 40;

/** One of 256; `dice` gives one random byte. */
export function suggested(dice: () => number = random): string {
  const byte = dice();
  return `${FIRST[byte >> 4] ?? "Blue"} ${SECOND[byte & 15] ?? "Heron"}`;
}

function random(): number {
  return crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
}
