/** Telegram's colours as ours, live, where they can be read: a theme whose text vanishes in its background is not taken. */

import { type Launch, on } from "./telegram";

/** Telegram's names for the colours, and ours. Those in one pair must stand out from each other. */
const COLOURS = {
  bg_color: "--tg-bg",
  secondary_bg_color: "--tg-card",
  text_color: "--tg-text",
  subtitle_text_color: "--tg-soft",
  button_color: "--tg-accent",
  button_text_color: "--tg-on-accent",
} as const;
const PAIRS = [
  ["text_color", "bg_color"],
  ["text_color", "secondary_bg_color"],
  ["subtitle_text_color", "bg_color"],
  ["subtitle_text_color", "secondary_bg_color"],
  ["button_text_color", "button_color"],
  // The same colour writes on the background: links, Back, Hide.
  ["button_color", "bg_color"],
] as const;
/** WCAG 2.2, 1.4.3: text. */
const READABLE = 4.5;

type Theme = Readonly<Partial<Record<keyof typeof COLOURS, string>>>;

/** The colours of a theme that can be used: all of them, or none when one pair cannot be read. */
export function usable(given: unknown): Theme {
  if (typeof given !== "object" || given === null) return {};
  const fields = given as Record<string, unknown>;
  const found: Partial<Record<keyof typeof COLOURS, string>> = {};
  for (const name of Object.keys(COLOURS) as (keyof typeof COLOURS)[]) {
    const value = fields[name];
    if (typeof value !== "string" || !/^#[0-9a-fA-F]{6}$/.test(value)) return {};
    found[name] = value.toLowerCase();
  }
  return PAIRS.every(([one, other]) => contrast(found[one] ?? "", found[other] ?? "") >= READABLE) ? found : {};
}

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio"). Both are written `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Puts a theme on the page, and follows it as it changes; and the parts of the screen that the client covers. */
export function follow(launch: Launch, root: HTMLElement = document.documentElement): void {
  const show = (given: unknown): void => {
    const theme = usable(given);
    for (const [name, variable] of Object.entries(COLOURS) as [keyof typeof COLOURS, string][]) {
      const colour = theme[name];
      if (colour === undefined) root.style.removeProperty(variable);
      else root.style.setProperty(variable, colour);
    }
    // What is not Telegram's (warnings, lines) must suit its background, whatever the phone itself prefers.
    if (theme.bg_color === undefined) delete root.dataset["theme"];
    else root.dataset["theme"] = luminance(theme.bg_color) < 0.2 ? "dark" : "light";
  };
  show(launch.theme);
  on("theme_changed", (data) => {
    show(data["theme_params"]);
  });
  // What the phone covers (a notch, round corners), and what Telegram's own buttons cover of the rest: one lies within the other.
  const covered = { safe_area_changed: NOTHING, content_safe_area_changed: NOTHING };
  for (const event of Object.keys(covered) as (keyof typeof covered)[]) {
    on(event, (data) => {
      covered[event] = insets(data);
      for (const side of SIDES) {
        root.style.setProperty(`--tg-safe-${side}`, `${covered.safe_area_changed[side] + covered.content_safe_area_changed[side]}px`);
      }
    });
  }
  on("viewport_changed", (data) => {
    // While somebody drags the window nothing is moved: buttons would run from the thumb.
    const height = data["is_state_stable"] === true ? data["height"] : null;
    if (typeof height === "number" && height >= LEAST_HEIGHT) root.style.setProperty("--tg-height", `${Math.round(height)}px`);
  });
}

const SIDES = ["top", "bottom", "left", "right"] as const;
type Insets = Readonly<Record<(typeof SIDES)[number], number>>;
const NOTHING: Insets = { top: 0, bottom: 0, left: 0, right: 0 };
/** More than this is no phone's edge. Pixels. */
const MOST_COVERED = 200;
/** Less than this is no window that people could use. Pixels. */
const LEAST_HEIGHT = 200;

/** The edges that an event names, in whole pixels; what is missing in it, or cannot be, is nothing. */
export function insets(data: Readonly<Record<string, unknown>>): Insets {
  const size = (side: string): number => {
    const given = data[side];
    return typeof given === "number" && given >= 0 && given < MOST_COVERED ? Math.round(given) : 0;
  };
  return { top: size("top"), bottom: size("bottom"), left: size("left"), right: size("right") };
}
