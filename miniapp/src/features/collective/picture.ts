/** A code as a picture for a camera: the bare code, never a link that Telegram or a browser would see (protocol §7.1). */

import { encode } from "uqr";

export interface Picture {
  /** How many squares it is wide and high, its quiet border included. */
  readonly size: number;
  /** The black squares, as the path of an SVG in which a square is one unit. */
  readonly path: string;
}

/** The quiet zone that readers need, in squares (ISO/IEC 18004). */
const BORDER = 4;

/** A QR code that is still read with a seventh of it scratched, or under a cracked screen. */
export function pictureOf(code: string): Picture {
  const { data, size } = encode(code, { ecc: "M", border: BORDER });
  const squares = data.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join("") };
}
