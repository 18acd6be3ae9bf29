/** The phone's own way back: Telegram's button, and the browser's, do what the one on screen does. No address changes. */

import { effect } from "@preact/signals";
import { on, post } from "../bridge/telegram";
import { canGoBack, goBack } from "./places";

/** Wires them up, once. */
export function wireBack(): void {
  on("back_button_pressed", goBack);
  // One entry of the browser's history stands for all our places: going back over it is going back here.
  let held = false;
  effect(() => {
    const can = canGoBack();
    post("web_app_setup_back_button", { is_visible: can });
    if (can && !held) {
      held = true;
      history.pushState(null, "");
    }
  });
  window.addEventListener("popstate", () => {
    held = false;
    if (!canGoBack()) return;
    goBack();
    if (canGoBack()) {
      held = true;
      history.pushState(null, "");
    }
  });
}
