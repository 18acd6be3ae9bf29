/** Long work in turns: the page is never held for longer than a moment, so that Hide always works. */

/** Milliseconds without a turn for anybody else. */
const LONGEST = 30;
let since = 0;

/** Lets everything else have its turn, if it has waited. */
export async function breath(): Promise<void> {
  if (performance.now() - since < LONGEST) return;
  // Not a timer: browsers make those wait a second when nobody looks.
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    port2.postMessage(null);
  });
  port1.close();
  since = performance.now();
}
