/** The start: a language, the colours, the first screen; then whatever can wait. */

import { h, render } from "preact";
import { clientStorage } from "../bridge/storage";
import { connect, type Launch } from "../bridge/telegram";
import { follow } from "../bridge/theme";
import { App } from "./App";
import { wireBack } from "./backing";
import { watchLeaving } from "./leaving";
import { look, phase, useStorage } from "./lock";
import { loadAll } from "./screens";
import { speakFirst } from "./speaking";

/** Starts the app in the page that we are in. */
export async function start(launch: Launch): Promise<void> {
  connect(launch);
  follow(launch);
  await speakFirst();
  const root = document.getElementById("app");
  if (root === null) return;
  useStorage(clientStorage(launch));
  wireBack();
  watchLeaving();
  render(h(App, null), root);
  // Nothing of it before that: the first screen is for who only looks, and pays for each byte.
  phase.subscribe((now) => {
    if (now === "open") whenIdle(() => void loadAll(() => phase.peek() === "open").catch(() => undefined));
  });
  await look();
  // Kept for whoever has joined alone: nobody else has anything to open. Inside Telegram nothing can be opened without a connection anyway.
  phase.subscribe((now) => {
    if (now !== "open" || launch.inside) return;
    // Without it everything works but opening the app offline.
    void import("../worker/ours").then(
      (it) => {
        it.keepOffline();
      },
      () => undefined,
    );
  });
}

/** Does it when there is nothing else to do, and soon in any case. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 200);
}
