/** The start: a language, the colours, the first screen; then whatever can wait. */

import { h, render } from "preact";
import { connect, type Launch } from "../bridge/telegram";
import { follow } from "../bridge/theme";
import { App } from "./App";
import { wireBack } from "./backing";
import { watchLeaving } from "./leaving";
import { look } from "./lock";
import { speakFirst } from "./speaking";

/** Starts the app in the page that we are in. */
export async function start(launch: Launch): Promise<void> {
  connect(launch);
  follow(launch);
  await speakFirst();
  const root = document.getElementById("app");
  if (root === null) return;
  wireBack();
  watchLeaving();
  render(h(App, null), root);
  await look();
  const workers = await import("../worker/ours");
  workers.stretchAside();
  // Inside Telegram nothing can be opened without a connection anyway, and what is kept there outlives the chat.
  if (!launch.inside) workers.keepOffline();
}
