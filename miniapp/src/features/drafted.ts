/** What is being written and not sent: kept in the vault with every letter, sealed like all else, so that a tab that is killed loses nothing. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type OpenDevice, troubleOf } from "../app/device";
import type { Value } from "../crypto/wire";

export interface Drafted<T> {
  readonly value: T;
  /** Shows it, and keeps it. */
  readonly set: (next: T) => void;
  /** As at the beginning, and nothing is kept: it was sent, or thrown away. */
  readonly forget: () => void;
  /** Whether it is anything but what it begins with. */
  readonly begun: boolean;
  /** Why it could not be kept, in one sentence. */
  readonly trouble: string | null;
}

/**
 * Something unfinished under a name of its own: of texts, numbers, lists and maps, which are kept as they are.
 *
 * @param first what it begins with.
 * @param read what was kept, or `null` if it is none of ours (any more).
 */
export function useDrafted<T>(open: Pick<OpenDevice, "draft"> | null, name: string, first: T, read: (kept: Value) => T | null): Drafted<T> {
  const [value, setValue] = useState<T | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // What is typed before the kept one is read stands: she sees what she typed.
  const touched = useRef(false);
  // Before the screen is drawn: later, it would empty a field that she has begun to type into.
  useLayoutEffect(() => {
    let wanted = true;
    touched.current = false;
    setValue(null);
    open?.draft.get(name).then(
      (kept) => {
        if (wanted && !touched.current && kept !== null) setValue(read(kept));
      },
      (error: unknown) => {
        if (wanted) setTrouble(troubleOf(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [open, name]);
  function put(next: T | null): void {
    touched.current = true;
    setValue(next);
    open?.draft.put(name, next as Value | null).then(
      () => {
        setTrouble(null);
      },
      (error: unknown) => {
        setTrouble(troubleOf(error));
      },
    );
  }
  return {
    value: value ?? first,
    set: (next) => {
      put(next === "" ? null : next);
    },
    forget: () => {
      put(null);
    },
    begun: value !== null,
    trouble,
  };
}

/** A text that is being written. */
export function useDraft(open: Pick<OpenDevice, "draft"> | null, name: string): Drafted<string> {
  return useDrafted(open, name, "", (kept) => (typeof kept === "string" ? kept : null));
}

/** Everything that may be begun about one report, by what the screens call it: forgotten with the report. */
export function aboutReport(key: string): string[] {
  return ["answer", "message", "ask", "decline"].map((what) => `${what}-${key}`);
}
