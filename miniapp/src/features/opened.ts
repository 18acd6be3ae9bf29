/** What all screens of an open device share: the device itself, and one piece of work with its trouble in words. */

import { useState } from "preact/hooks";
import "../ui/everyday.css";
import { type OpenDevice, device, troubleOf } from "../app/device";

/** The open device, read anew with every change; `null` while the app is locked. */
export function useDevice(): OpenDevice | null {
  const open = device.value;
  // Whoever reads this is shown again when it rises.
  return (open?.changed.value ?? 0) < 0 ? null : open;
}

export interface Working {
  readonly busy: boolean;
  /** What went wrong last, in one sentence. */
  readonly trouble: string | null;
  /** Does it, unless something is being done already; says whether it went well. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Work that a screen starts. Trouble is kept until the next try. */
export function useWork(): Working {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setTrouble(null);
    try {
      await work();
      return true;
    } catch (error) {
      setTrouble(troubleOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, trouble, run };
}
