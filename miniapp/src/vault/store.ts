/**
 * Where a device's vault rests: this browser's IndexedDB. It keeps bytes and platform keys, and knows nothing of what they mean.
 *
 * Browsers may throw such a store away when the disk is full, or after weeks without a visit. It cannot be prevented from here, only asked
 * for ({@link askToKeep}).
 */

import { StorageFailed } from "../crypto/errors";

/** Its parts: sealed records by their keyed names (bytes); locks, platform keys and counters by plain names. */
export type Part = "records" | "locks";
export type Name = string | Uint8Array;
/** What is to be written: a value of `undefined` deletes. */
export type Change = readonly [part: Part, name: Name, value: unknown];

const PARTS: readonly Part[] = ["records", "locks"];
/** A name that says nothing to who looks at what a browser keeps. */
export const DATABASE = "vault";

/** There is no room for it. Everything that was kept is still there. */
export class StorageFull extends StorageFailed {}

/** One sentence for each way in which a machine may fail; what it throws itself stops here. */
function failed(error: unknown): StorageFailed {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") {
    return new StorageFull("this device's storage is full; nothing was lost, make room and try again");
  }
  if (name === "VersionError") return new StorageFailed("this device's vault was written by a newer version of this software");
  if (name === "InvalidStateError") return new StorageFailed("this device's vault was closed, or cleared by the browser; open it again");
  return new StorageFailed("this device's vault cannot be read or written");
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(failed(request.error));
    };
  });
}

/** A key that IndexedDB can hold: bytes must not be a view into something larger. */
function keyOf(name: Name): IDBValidKey {
  return typeof name === "string" ? name : Uint8Array.from(name).buffer;
}

/** An open store. */
export class Store {
  /** Told when somebody else has thrown it away while it was open: the browser, or who clears what it keeps. */
  onGone: () => void = () => undefined;
  private readonly database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.database = database;
    // Another tab erases it: nothing may be written into a store that is going.
    database.onversionchange = () => {
      database.close();
    };
    database.onclose = () => {
      this.onGone();
    };
  }

  /** Whether there is one. To look must not make one: that would stay behind in a browser where nobody ever joined. */
  static async exists(name: string = DATABASE): Promise<boolean> {
    const factory: Partial<IDBFactory> = indexedDB;
    if (factory.databases === undefined) return true; // an old browser does not say
    return (await factory.databases()).some((one) => one.name === name);
  }

  /**
   * The store of this browser, made if there is none.
   *
   * @throws StorageFailed the browser keeps nothing here, or cannot read what it kept.
   */
  static async open(name: string = DATABASE): Promise<Store> {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name, 1);
    } catch (error) {
      throw failed(error);
    }
    request.onupgradeneeded = () => {
      for (const part of PARTS) request.result.createObjectStore(part);
    };
    const store = new Store(await done(request));
    if (PARTS.every((part) => store.database.objectStoreNames.contains(part))) return store;
    store.close();
    throw new StorageFailed("this device's vault is damaged");
  }

  close(): void {
    this.database.close();
  }

  /**
   * What stands under each name, in their order; `undefined` where nothing does.
   *
   * @throws StorageFailed it cannot be read.
   */
  async read(part: Part, names: readonly Name[]): Promise<unknown[]> {
    try {
      const objects = this.database.transaction(part, "readonly").objectStore(part);
      return await Promise.all(names.map((name) => done<unknown>(objects.get(keyOf(name)))));
    } catch (error) {
      throw await this.trouble(error);
    }
  }

  /** What is thrown for what this machine throws. Not every browser tells that it threw the store away: it is found out here. */
  private async trouble(error: unknown): Promise<StorageFailed> {
    if (!(await Store.exists(this.database.name).catch(() => true))) this.onGone();
    return error instanceof StorageFailed ? error : failed(error);
  }

  /**
   * Whether nothing stands in this part.
   *
   * @throws StorageFailed it cannot be read.
   */
  async isEmpty(part: Part): Promise<boolean> {
    try {
      return (await done(this.database.transaction(part, "readonly").objectStore(part).count())) === 0;
    } catch (error) {
      throw error instanceof StorageFailed ? error : failed(error);
    }
  }

  /**
   * Writes all changes or none, and returns when they are on the disk.
   *
   * @throws StorageFailed nothing was written.
   */
  async write(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    try {
      const transaction = this.database.transaction(PARTS, "readwrite", { durability: "strict" });
      const finished = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(failed(transaction.error));
        };
      });
      try {
        for (const [part, name, value] of changes) {
          const objects = transaction.objectStore(part);
          if (value === undefined) objects.delete(keyOf(name));
          else objects.put(value, keyOf(name));
        }
      } catch (error) {
        // It is none of the kinds that can be kept: what was written before it must go too.
        transaction.abort();
        await finished.catch(() => undefined);
        throw error;
      }
      await finished;
    } catch (error) {
      throw await this.trouble(error);
    }
  }

  /**
   * Erases the store; other tabs let go of it. The locks go first, in a write of their own: they are what makes the rest readable. The store
   * itself goes last: as long as it is there, whoever opens the app next sees that this was begun, and does it again.
   *
   * @param besides erases what is kept elsewhere. It is begun before anything here, and waited for.
   * @throws StorageFailed it is still there; or whatever `besides` throws, when all the rest is gone.
   */
  async erase(besides: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const elsewhere = besides().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await this.clearLocks();
    const trouble = await elsewhere;
    const name = this.database.name;
    this.close();
    await done(indexedDB.deleteDatabase(name));
    if (trouble !== null) throw trouble.error;
  }

  private async clearLocks(): Promise<void> {
    try {
      const transaction = this.database.transaction("locks", "readwrite", { durability: "strict" });
      await done(transaction.objectStore("locks").clear());
    } catch (error) {
      throw error instanceof StorageFailed ? error : failed(error);
    }
  }
}

/** Asks the browser not to throw the store away by itself; says whether it promised. */
export async function askToKeep(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false; // an old browser, or an insecure address: then it may go, and the recovery words are what is left
  }
}
