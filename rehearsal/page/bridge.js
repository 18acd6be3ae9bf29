// The other half of Telegram's bridge to Mini Apps, as Telegram documents it ("Web events" at core.telegram.org), for one phone.
//
// Strict where Telegram shrugs: what a Telegram client would silently drop is told to whoever rehearses. A misspelt event would otherwise
// be found out on somebody's real phone.

/** What an app may say, and what stands in it: each field and its type, none besides. */
const EVENTS = {
  web_app_ready: {},
  web_app_expand: {},
  web_app_close: {},
  web_app_setup_back_button: { is_visible: "boolean" },
  web_app_open_tg_link: { path_full: "string" },
  web_app_setup_swipe_behavior: { allow_vertical_swipe: "boolean" },
  web_app_request_theme: {},
  web_app_request_viewport: {},
  web_app_request_safe_area: {},
  web_app_request_content_safe_area: {},
  web_app_device_storage_save_key: { req_id: "string", key: "string", value: "string or null" },
  web_app_device_storage_get_key: { req_id: "string", key: "string" },
  web_app_device_storage_clear: { req_id: "string" },
};
/** The kinds of fields, by what a field is: `typeof` says the rest. */
const KINDS = { "string or null": (value) => value === null || typeof value === "string" };
/** As much fits into what a phone's Telegram keeps for one bot, in bytes: keys and values together. */
const STORAGE = 5 * 1024 * 1024;

/** The phones' colours, under Telegram's names. Those of the page itself; each pair that stands together can be read. */
export const THEMES = {
  light: {
    bg_color: "#ffffff", secondary_bg_color: "#f1f3f5", text_color: "#16191c", hint_color: "#56606a", subtitle_text_color: "#56606a",
    link_color: "#1763b6", button_color: "#1763b6", button_text_color: "#ffffff", accent_text_color: "#1763b6", header_bg_color: "#ffffff",
    section_bg_color: "#ffffff", section_header_text_color: "#1763b6", destructive_text_color: "#a3271b",
  },
  dark: {
    bg_color: "#14181b", secondary_bg_color: "#1d2227", text_color: "#eceff1", hint_color: "#a3adb6", subtitle_text_color: "#a3adb6",
    link_color: "#6fb1f2", button_color: "#6fb1f2", button_text_color: "#0b1722", accent_text_color: "#6fb1f2", header_bg_color: "#1d2227",
    section_bg_color: "#1d2227", section_header_text_color: "#6fb1f2", destructive_text_color: "#ffb49f",
  },
};

/** The phones' lower corners are round: what stands there would be cut. In pixels, as phones say it. */
const SAFE = { top: 0, bottom: 10, left: 0, right: 0 };
const NOTHING = { top: 0, bottom: 0, left: 0, right: 0 };

/** One open app, heard and answered.
 *
 * `phone` is told: ready(), expand(), close(), backIs(shown), swipeIs(allowed), follow(link), fault(words); it keeps what the app wants kept:
 * storage() is a Map of texts, store(map) takes its place.
 */
export class Bridge {
  constructor(frame, theme, phone) {
    this.frame = frame;
    this.theme = theme;
    this.phone = phone;
    this.origin = new URL(frame.src).origin;
    this.expanded = false;
  }

  /** A message to the page. False if it is not from this phone's app; then somebody else may want it. */
  hears(event) {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return false;
    const heard = read(event.data);
    if (typeof heard === "string") this.phone.fault(heard);
    else this.does(heard.type, heard.data);
    return true;
  }

  does(type, data) {
    switch (type) {
      case "web_app_ready": return this.phone.ready();
      case "web_app_expand":
        this.expanded = true;
        this.phone.expand();
        return this.tellSize();
      case "web_app_close": return this.phone.close();
      case "web_app_setup_back_button": return this.phone.backIs(data.is_visible);
      case "web_app_open_tg_link":
        if (!data.path_full.startsWith("/")) return this.phone.fault("web_app_open_tg_link needs path_full to begin with /.");
        return this.phone.follow(`//t.me${data.path_full}`);
      case "web_app_setup_swipe_behavior": return this.phone.swipeIs(data.allow_vertical_swipe);
      case "web_app_request_theme": return this.tellTheme(this.theme);
      case "web_app_request_viewport": return this.tellSize();
      case "web_app_request_safe_area": return this.tell("safe_area_changed", SAFE);
      case "web_app_request_content_safe_area": return this.tell("content_safe_area_changed", NOTHING);
      case "web_app_device_storage_save_key": return this.saves(data);
      case "web_app_device_storage_get_key":
        return this.tell("device_storage_key_received", { req_id: data.req_id, value: this.phone.storage().get(data.key) ?? null });
      case "web_app_device_storage_clear":
        this.phone.store(new Map());
        return this.tell("device_storage_cleared", { req_id: data.req_id });
    }
  }

  saves({ req_id, key, value }) {
    const kept = this.phone.storage();
    if (value === null) kept.delete(key);
    else kept.set(key, value);
    const size = [...kept].flat().reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
    if (size > STORAGE) return this.tell("device_storage_failed", { req_id, error: "QUOTA_EXCEEDED" });
    this.phone.store(kept);
    this.tell("device_storage_key_saved", { req_id });
  }

  tellTheme(theme) {
    this.theme = theme;
    this.tell("theme_changed", { theme_params: THEMES[theme] });
  }

  tellSize() {
    this.tell("viewport_changed", { height: this.frame.clientHeight, width: this.frame.clientWidth, is_state_stable: true, is_expanded: this.expanded });
  }

  tell(eventType, eventData) {
    this.frame.contentWindow?.postMessage(JSON.stringify(eventData === undefined ? { eventType } : { eventType, eventData }), this.origin);
  }
}

/** An event of an app's, or what is wrong with it in words. Values are never repeated: they may be what somebody typed. */
export function read(said) {
  if (typeof said !== "string") return "The app sent something other than text to Telegram.";
  let message;
  try { message = JSON.parse(said); } catch { return "The app sent Telegram something that is not JSON."; }
  const type = message?.eventType;
  if (typeof type !== "string" || !Object.hasOwn(EVENTS, type)) return `The app sent an event that Telegram doesn’t know: ${named(type)}.`;
  const fields = EVENTS[type];
  // Apps send an empty object, an empty text, or nothing, where nothing is to be said.
  const data = message.eventData || {};
  if (typeof data !== "object" || Array.isArray(data)) return `${type} came with something other than fields.`;
  for (const [name, kind] of Object.entries(fields)) if (!(KINDS[kind]?.(data[name]) ?? typeof data[name] === kind)) return `${type} needs ${name}: ${kind}.`;
  const other = Object.keys(data).find((name) => !Object.hasOwn(fields, name));
  if (other !== undefined) return `${type} has no ${named(other)}.`;
  return { type, data };
}

function named(name) {
  return typeof name === "string" && /^[a-z][a-z_]{0,60}$/.test(name) ? name : "one with an odd name";
}

/** The address with the phone's colours in it, as Telegram opens an app. */
export function themed(address, theme) {
  const url = new URL(address);
  const launch = new URLSearchParams(url.hash.slice(1));
  launch.set("tgWebAppThemeParams", JSON.stringify(THEMES[theme]));
  url.hash = launch.toString();
  return url.href;
}
