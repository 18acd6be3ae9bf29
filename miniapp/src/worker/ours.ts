/** Our workers, and the one policy that lets a page start them: by their own addresses, and no others. */

import { StorageFailed } from "../crypto/errors";
import { verifyIn } from "../crypto/platform";
import { stretchIn } from "../crypto/stretch";
import type { Answered, Asked } from "./stretch";
import STRETCH from "./stretch?worker&url";
import { PATIENCE, verifiers } from "./verifiers";
import VERIFY from "./verify?worker&url";

/** The worker that keeps this build's files for when there is no connection. The build writes it (`build/offline.ts`). */
const OFFLINE = "/sw.js";

interface Policy {
  createScriptURL(address: string): string;
}
interface Types {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Returns the address if it is one of ours. */
export function ourAddress(address: string): string {
  if (address !== STRETCH && address !== VERIFY && address !== OFFLINE) throw new TypeError("no script of ours has this address");
  return address;
}

// Made once: a second policy of this name would be refused.
const types = (globalThis as { trustedTypes?: Types }).trustedTypes;
const policy: Policy = types?.createPolicy("parasol", { createScriptURL: ourAddress }) ?? { createScriptURL: ourAddress };

/** From now on passphrases are stretched in a worker. Where none can be started, they are stretched here as before. */
export function stretchAside(): void {
  stretchIn((password, salt, { size, passes, memory }, here) => {
    return new Promise((resolve, reject) => {
      let worker: Worker;
      try {
        worker = new Worker(policy.createScriptURL(STRETCH));
      } catch {
        resolve(here());
        return;
      }
      let runs = false;
      worker.onmessage = ({ data }: MessageEvent<Answered>) => {
        if (data === "ready") {
          runs = true;
          worker.postMessage({ password, salt, size, passes, memory } satisfies Asked);
          return;
        }
        worker.terminate();
        if (data.stretched === null) reject(new StorageFailed("this machine does not have the memory"));
        else resolve(data.stretched);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        if (runs) reject(new StorageFailed("this machine does not have the memory"));
        else resolve(here());
      };
    });
  });
}

/**
 * From now on a long board's signatures are verified in workers.
 *
 * @param patience milliseconds after which a worker is given up that does not answer.
 */
export function verifyAside(patience: number = PATIENCE): void {
  verifyIn((entries) => verifiers(entries, () => new Worker(policy.createScriptURL(VERIFY)), patience));
}

/** Keeps this build's files for when there is no connection. Never inside Telegram: there they would outlive the chat. */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  // Without it everything works but opening the app offline; the browser says why, and nobody can do anything about it here.
  navigator.serviceWorker.register(policy.createScriptURL(OFFLINE), { scope: "/", updateViaCache: "none" }).catch(() => undefined);
}

/** Forgets the files that were kept, for Erase. */
export async function forgetOffline(): Promise<void> {
  if ("serviceWorker" in navigator) {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  }
  if ("caches" in globalThis) for (const name of await caches.keys()) await caches.delete(name);
}
