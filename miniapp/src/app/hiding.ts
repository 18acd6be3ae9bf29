/** Hide: close and lock, at once, whatever is on screen. What to lock is said by whoever holds the open device. */

import { goHome } from "./places";

let lock: () => void = () => undefined;

/** Says what locking means now. */
export function onHide(work: () => void): void {
  lock = work;
}

/** Locks, and leaves nothing on screen that says what was there. */
export function hide(): void {
  goHome();
  lock();
}
