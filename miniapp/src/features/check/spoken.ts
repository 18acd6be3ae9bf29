/** The words for looks and parts of plates in the language on screen, beside the English ones: `locales/<language>/looks.json`. */

import { useEffect, useState } from "preact/hooks";
import { ENGLISH, Spoken, type Words } from "../../alerts/spoken";
import { language } from "../../text";

/** Read with the screens, and of one language only: nobody pays for seven. */
const FILES = import.meta.glob(["../../../../locales/*/looks.json"], { query: "?raw", import: "default" });

const read = new Map<string, Spoken>();

/** The words of a language; English alone where it has no file or the file cannot be loaded now. */
export async function spokenIn(code: string): Promise<Spoken> {
  const known = read.get(code);
  if (known !== undefined) return known;
  const load = FILES[`../../../../locales/${code}/looks.json`];
  if (load === undefined) return ENGLISH;
  try {
    const spoken = new Spoken(JSON.parse(String(await load())) as Words);
    read.set(code, spoken);
    return spoken;
  } catch {
    // A relay that is away must not take Check away: numbers and English words are found without it, and the next opening tries again.
    return ENGLISH;
  }
}

/** The words of the language on screen, as far as they were read. */
export function spokenNow(): Spoken {
  return read.get(language.value) ?? ENGLISH;
}

/** The words of the language on screen, as soon as they are there. */
export function useSpoken(): Spoken {
  const code = language.value;
  const [spoken, setSpoken] = useState(spokenNow);
  useEffect(() => {
    let wanted = true;
    void spokenIn(code).then((found) => {
      if (wanted) setSpoken(found);
    });
    return () => {
      wanted = false;
    };
  }, [code]);
  return spoken;
}
