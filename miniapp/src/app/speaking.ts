/** Which language is spoken: the one she chose, or the first of her phone's that there is. */

import { bestOf, LANGUAGES, speak } from "../text";

/** Where the language that she chose is kept: it must be known before anything is unlocked, and says little. */
const CHOSEN = "language";

/** Speaks the language to begin with. */
export async function speakFirst(): Promise<void> {
  const chosen = localStorage.getItem(CHOSEN);
  await speak(chosen !== null && LANGUAGES.includes(chosen) ? chosen : bestOf(navigator.languages));
}

/** Speaks another language from now on. */
export async function chooseLanguage(code: string): Promise<void> {
  localStorage.setItem(CHOSEN, code);
  await speak(code);
}

/** Forgets what she chose, for Erase. */
export function forgetLanguage(): void {
  localStorage.removeItem(CHOSEN);
}
