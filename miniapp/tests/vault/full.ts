/** A store as it is on a full phone: nothing more is kept, not even in the place of something else; things can be deleted (ADR 0022). */

import { type Store, StorageFull } from "../../src/vault/store";

/** @returns what makes room again. */
export function fill(store: Store): () => void {
  const write = store.write.bind(store);
  store.write = (changes) => (changes.every(([, , value]) => value === undefined) ? write(changes) : Promise.reject(new StorageFull("full")));
  return () => {
    store.write = write;
  };
}
