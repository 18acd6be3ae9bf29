/**
 * The bridge to the Telegram client that this page may run in: a few events out, a few in, as Telegram documents them for Mini Apps
 * (core.telegram.org, "Web events"). Telegram's own script is never loaded: it is somebody else's code in a page full of secrets.
 *
 * In a plain browser nothing answers, and nothing here does anything.
 */

/** What Telegram gave at the start, without who it is for: that part is dropped unread. */
export interface Launch {
  /** Whether we run inside Telegram. */
  readonly inside: boolean;
  readonly platform: string;
  /** Which of its events the client knows, as it says: `8.0`. Empty if it does not say. */
  readonly version: string;
  readonly theme: unknown;
}

type Listener = (data: Readonly<Record<string, unknown>>) => void;

interface Native {
  postEvent(type: string, data: string): void;
}

interface Host extends Window {
  TelegramWebviewProxy?: Native;
  Telegram?: { WebView: { receiveEvent(type: string, data: unknown): void } };
  TelegramGameProxy?: { receiveEvent(type: string, data: unknown): void };
  TelegramGameProxy_receiveEvent?: (type: string, data: unknown) => void;
}

/** Telegram in a browser, which shows us in a frame. The only page that we speak to, or listen to, unless we are rehearsed. */
const TELEGRAM = "https://web.telegram.org";
/** A rehearsal frames us from this machine; only then do we run on such a host ourselves. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|[a-z0-9-]+\.localhost)$/;
const KEPT = "launch";

const listeners = new Map<string, Set<Listener>>();
let frame: string | null = null;

/**
 * Reads what Telegram appended to the address and clears it before anything else runs. Called once, first of all.
 *
 * What it says of the person is never parsed: it would only have to be forgotten again.
 */
export function launched(host: Window = window): Launch {
  const given = new URLSearchParams(host.location.hash.slice(1));
  if (host.location.hash !== "") host.history.replaceState(null, "", host.location.pathname);
  const platform = given.get("tgWebAppPlatform");
  // A page that is loaded again gets no parameters; that it was inside Telegram is no secret.
  const found = remembered(platform === null ? null : `${platform} ${given.get("tgWebAppVersion") ?? ""}`, host);
  const [where = "", version = ""] = found?.split(" ") ?? [];
  return { inside: found !== null, platform: where, version, theme: parsed(given.get("tgWebAppThemeParams")) };
}

/** The client that was given, or else the one of before. A browser that denies storage to frames must not end the app before it can say so. */
function remembered(client: string | null, host: Window): string | null {
  try {
    if (client === null) return host.sessionStorage.getItem(KEPT);
    host.sessionStorage.setItem(KEPT, client);
  } catch {
    // It only forgets where it was opened.
  }
  return client;
}

/** Whether the client knows what came with a version of Telegram's bridge: both are two numbers with a dot between them. */
export function knows({ inside, version }: Pick<Launch, "inside" | "version">, since: string): boolean {
  const [[its = 0, minor = 0] = [], [wanted = 0, least = 0] = []] = [version, since].map((one) => one.split(".").map((part) => Number(part) || 0));
  return inside && (its > wanted || (its === wanted && minor >= least));
}

/** Connects to the client around us. */
export function connect(launch: Launch, host: Host = window): void {
  if (!launch.inside) return;
  const receive = (type: unknown, data: unknown): void => {
    if (typeof type !== "string") return;
    const fields = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
    for (const listener of listeners.get(type) ?? []) listener(fields);
  };
  host.Telegram = { WebView: { receiveEvent: receive } };
  host.TelegramGameProxy = { receiveEvent: receive };
  host.TelegramGameProxy_receiveEvent = receive;
  if (host.parent !== host) {
    frame = framedBy(host);
    host.addEventListener("message", (event) => {
      if (event.source !== host.parent || event.origin !== frame) return;
      const message = parsed(event.data) as { eventType?: unknown; eventData?: unknown } | null;
      if (typeof message === "object" && message !== null) receive(message.eventType, message.eventData);
    });
  }
  post("web_app_ready");
  post("web_app_expand");
  // A drag over a long form must not throw the form away.
  post("web_app_setup_swipe_behavior", { allow_vertical_swipe: false });
  post("web_app_request_theme");
  post("web_app_request_safe_area");
  post("web_app_request_content_safe_area");
  post("web_app_request_viewport");
}

/** Whose frame we are in, as an origin. */
function framedBy(host: Host): string {
  const above = host.location.ancestorOrigins as DOMStringList | undefined;
  const origin = above?.item(0) ?? null;
  const rehearsed = origin !== null && LOOPBACK.test(host.location.hostname) && LOOPBACK.test(new URL(origin).hostname);
  return rehearsed ? origin : TELEGRAM;
}

/** Tells the client around us something. */
export function post(type: string, data: Readonly<Record<string, unknown>> = {}, host: Host = window): void {
  if (host.TelegramWebviewProxy !== undefined) host.TelegramWebviewProxy.postEvent(type, JSON.stringify(data));
  else if (frame !== null) host.parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), frame);
}

/** Whether a Telegram client is there to be told something. */
export function connected(host: Host = window): boolean {
  return host.TelegramWebviewProxy !== undefined || frame !== null;
}

/** Hears an event; what is returned stops it. */
export function on(type: string, listener: Listener): () => void {
  const known = listeners.get(type) ?? new Set();
  listeners.set(type, known.add(listener));
  return () => {
    known.delete(listener);
  };
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
