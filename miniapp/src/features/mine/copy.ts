/** Her own copy of what she said: in words, and as a file if she wants it in spite of the warning. */

import { t } from "../../text";
import type { Said } from "../report/lines";
import { say } from "../said";

/** Plain text that says nothing but what she said; the file's name tells nothing. */
export function spokenCopy(lines: readonly Said[], sent: number, language: string): string {
  const when = new Date(sent * 1000).toLocaleDateString(language);
  return [when, ...lines.map((line) => `${t(line.label)}: ${line.own ?? say(line.answer)}`)].join("\n\n");
}

/** Hands the text to the browser as a file. Whoever opens the phone can read it from then on. */
export function saveAsFile(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "note.txt";
  link.click();
  // The download has its own hold on it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
