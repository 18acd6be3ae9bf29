/** Holding the app in the middle of opening, as a long board does, for as long as a test likes. */

/** In the page: reading takes its first breath and gets no air until `go` is called, as if the board were long. */
export function heldBreath(): void {
  const held: (() => void)[] = [];
  const page = globalThis as unknown as { hold: boolean; go: () => void };
  page.hold = true;
  page.go = () => {
    page.hold = false;
    for (const one of held.splice(0)) one();
  };
  const post = Object.getOwnPropertyDescriptor(MessagePort.prototype, "postMessage")?.value as (this: MessagePort, value: unknown) => void;
  MessagePort.prototype.postMessage = function (this: MessagePort, value: unknown) {
    if (page.hold) held.push(() => { post.call(this, value); });
    else post.call(this, value);
  };
}
