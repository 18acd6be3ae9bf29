/** Workers that verify signatures, for as long as a board is read. Some platforms verify on the thread that asks, and the page has other things to do. */

import { platformSays, type Verifier } from "../crypto/platform";
import type { Claim } from "../crypto/signing";
import { packed } from "./packed";

/** With fewer entries than this, a worker would not have begun before the page were done. */
const WORTH_IT = 200;
/** More do not help: the page cannot read faster than three verify. */
const MOST = 3;
/** A worker that has not answered for so long will not, and the page does it by itself. Milliseconds. */
export const PATIENCE = 30_000;

interface Asked {
  readonly claims: readonly Claim[];
  readonly answer: (said: readonly boolean[] | Promise<readonly boolean[]>) => void;
}

/** One worker, and what it was asked and has not answered, in order. */
class Aside {
  private readonly worker: Worker;
  private readonly open: Asked[] = [];
  private readonly patience: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private broken = false;

  constructor(worker: Worker, patience: number) {
    this.worker = worker;
    this.patience = patience;
    worker.onmessage = ({ data }: MessageEvent<boolean[]>) => {
      this.open.shift()?.answer(data);
      this.wait();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.breakOff(platformSays);
    };
  }

  get waiting(): number {
    return this.open.length;
  }

  says(claims: readonly Claim[]): Promise<readonly boolean[]> {
    if (this.broken) return platformSays(claims);
    return new Promise((answer) => {
      this.open.push({ claims, answer });
      if (this.open.length === 1) this.wait();
      const message = packed(claims);
      this.worker.postMessage(message, [message.buffer]);
    });
  }

  /** Until the next answer, if one is to come. */
  private wait(): void {
    clearTimeout(this.timer);
    if (this.open.length === 0) return;
    this.timer = setTimeout(() => {
      this.breakOff(platformSays);
    }, this.patience);
  }

  /** Ends it; `otherwise` answers what it has not. */
  breakOff(otherwise: (claims: readonly Claim[]) => Promise<readonly boolean[]> | readonly boolean[]): void {
    this.broken = true;
    clearTimeout(this.timer);
    this.worker.terminate();
    for (const { claims, answer } of this.open.splice(0)) answer(otherwise(claims));
  }
}

/**
 * Starts them, if it is worth it and can be done; `null` if not.
 *
 * @param entries about how many are to be read.
 * @param start starts one.
 * @param patience as {@link PATIENCE}.
 */
export function verifiers(entries: number, start: () => Worker, patience: number): Verifier | null {
  if (entries < WORTH_IT) return null;
  const all: Aside[] = [];
  try {
    for (let i = 0; i < Math.min(navigator.hardwareConcurrency || 1, MOST); i++) all.push(new Aside(start(), patience));
  } catch {
    if (all.length === 0) return null;
  }
  return {
    says: (claims) => all.reduce((least, one) => (one.waiting < least.waiting ? one : least)).says(claims),
    end: () => {
      for (const one of all) one.breakOff((claims) => claims.map(() => false));
    },
  };
}
