/** The start: a language, the colours, the first screen; then whatever can wait. */

import { h, render } from "preact";
import { clientStorage } from "../bridge/storage";
import { connect, type Launch } from "../bridge/telegram";
import { follow } from "../bridge/theme";
import { App } from "./App";
import { wireBack } from "./backing";
import { watchLeaving } from "./leaving";
import { look, phase, useStorage } from "./lock";
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
