/**
 * Ending a page in the middle of its work, as a phone does that needs the memory: at the n-th moment that is seen outside of it.
 *
 * Such a moment is before the first thing that is written, after each thing written to the browser's store, and after each answer to something
 * that was sent; before a later one too, if anything else was kept or forgotten since. Between two of them nothing changes that outlives the page. There the
 * page stands still, nothing of it runs any more, and its tab is ended.
 */

import type { Person } from "./stage";

interface Watched extends Window {
  /** How many moments are left to live. */
  left?: number;
  /** From now on so many moments are left. */
  begins?: (left: number) => void;
  tellDying?: () => void;
}

/** What counts moments, in the page. It runs before anything of the app's does. */
function watch(): void {
  const page = window as Watched;
  /** Whether nothing that outlives the page has changed since the last moment. */
  let same = false;
  const moment = (): void => {
    same = true;
    if (page.left === undefined || --page.left > 0) return;
    page.tellDying?.();
    for (;;);
  };
  page.begins = (left) => {
    page.left = left;
    same = false;
  };
  type Call = (given: unknown[], call: () => unknown) => unknown;
  const around = (holder: object, name: string, how: Call): void => {
    const target = Reflect.get(holder, name) as (...given: unknown[]) => unknown;
    Reflect.set(holder, name, function (this: unknown, ...given: unknown[]) {
      return how(given, () => Reflect.apply(target, this, given));
    });
  };
  const written: (kind: string) => Call = (kind) => (given, call) => {
    if (kind === "complete" && given[1] !== "readwrite") return call();
    if (page.left !== undefined && !same) moment();
    const begun = call() as EventTarget;
    begun.addEventListener(kind, moment);
    return begun;
  };
  around(IDBDatabase.prototype, "transaction", written("complete"));
  around(IDBFactory.prototype, "deleteDatabase", written("success"));
  const changes: Call = (_, call) => {
    same = false;
    return call();
  };
  for (const name of ["setItem", "removeItem", "clear"]) around(Storage.prototype, name, changes);
  around(CacheStorage.prototype, "delete", changes);
  around(ServiceWorkerRegistration.prototype, "unregister", changes);
  // What the app does by itself each minute writes too: which moment is the first of her work would hang on the clock.
  around(window, "setInterval", (given, call) => {
    const work = given[0] as () => void;
    given[0] = () => {
      if (page.left === undefined) work();
    };
    return call();
  });
  around(window, "fetch", async ([, init], call) => {
    const answer = await call();
    if ((init as RequestInit | undefined)?.method === "POST") moment();
    return answer;
  });
}

/** Somebody whose phone ends the app when it likes. */
export class Mortal {
  /** She, in front of the tab that lives. */
  her: Person;
  private dying: () => void = () => undefined;

  private constructor(her: Person) {
    this.her = her;
  }

  /** Before her first page is opened. */
  static async of(person: Person): Promise<Mortal> {
    const mortal = new Mortal(person);
    await person.context.exposeFunction("tellDying", () => {
      mortal.dying();
    });
    await person.context.addInitScript(watch);
    return mortal;
  }

  /**
   * Does something, which is ended at its n-th moment; then opens the app again. False if it came to its end before.
   *
   * @param at 1 or more.
   */
  async dies(at: number, work: (her: Person) => Promise<void>): Promise<boolean> {
    const { page } = this.her;
    // Made before: a page that stands still gives none. Its process ends, and what else lives in it; to close the tab would be to wait for it.
    const devtools = await page.context().newCDPSession(page);
    const crashed = new Promise((tell) => {
      page.once("crash", tell);
    });
    await page.evaluate((left) => {
      (window as Watched).begins?.(left);
    }, at);
    const died = new Promise<true>((tell) => {
      this.dying = () => {
        tell(true);
      };
    });
    const lived = work(this.her).then(() => false);
    const ended = await Promise.race([died, lived]);
    if (ended) {
      lived.catch(() => undefined); // it was in the middle of something
      devtools.send("Page.crash").catch(() => undefined); // nobody is left to answer
      await crashed;
      await page.close();
      this.her = this.her.besides(await this.her.tab());
    } else {
      await devtools.detach();
      await page.evaluate(() => {
        delete (window as Watched).left;
      });
    }
    return ended;
  }
}
