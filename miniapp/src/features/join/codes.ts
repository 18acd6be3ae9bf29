/** A code as people type and paste it: found in what surrounds it, and what is wrong with it in a word. Pure. */

import { CODE_LENGTH, decodeCode } from "../../crypto/base32";
import { BadInput } from "../../crypto/errors";

/** What a typed code is: good, or what is wrong with it; `count` is how many letters and digits there are. */
export type Judged = { readonly is: "good"; readonly code: string } | { readonly is: "short" | "long" | "strange" | "wrong"; readonly count: number };

const PASTED = /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}[\s\-–—]?){6}[0-9A-Za-z]{2}[0-9A-Za-z*~$=](?![0-9A-Za-z])/;
const GAPS = /[\s\-–—]/g;

/** The code in a message that was pasted whole; the text itself if none is found. */
export function codeIn(text: string): string {
  return PASTED.exec(text)?.[0] ?? text.trim();
}

/** How many letters and digits there are, without gaps. */
export function counted(text: string): number {
  return Array.from(text.replace(GAPS, "")).length;
}

/** Says what a typed text is. Look-alikes are folded as `decodeCode` folds them. */
export function judge(text: string): Judged {
  const code = codeIn(text);
  const count = counted(code);
  if (count < CODE_LENGTH) return { is: "short", count };
  if (count > CODE_LENGTH) return { is: "long", count };
  try {
    decodeCode(code);
    return { is: "good", code };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { is: /^[0-9A-TV-Z]*[0-9A-Z*~$=]$/i.test(code.replace(GAPS, "")) ? "wrong" : "strange", count };
  }
}
