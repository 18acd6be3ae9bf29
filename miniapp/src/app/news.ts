/** Fetching what is new while somebody looks: at the start, every minute, when the connection is back, and when it is asked for. */

import { signal } from "@preact/signals";
import type { Refusal } from "../alerts/things";
import { ParasolError, Unreachable } from "../crypto/errors";
import { troubleOf } from "./device";
import type { Opened } from "./opened";

/** How often, in milliseconds. */
const EVERY = 60_000;

/** How the last try went. */
export interface News {
  readonly running: boolean;
  /** Whether there was no connection. */
  readonly offline: boolean;
  /** What else stood in its way, in one sentence. */
  readonly trouble: string | null;
  /** Everything that was refused since the app was opened, each once. */
  readonly refused: readonly Refusal[];
  /** Whether the server was restored from an old copy: it takes nothing yet. */
  readonly healing: boolean;
  /** Seconds between the server's clock and this phone's, if they are far apart. */
  readonly clockDiffers: number;
}

const NOTHING: News = { running: false, offline: false, trouble: null, refused: [], healing: false, clockDiffers: 0 };

export const news = signal<News>(NOTHING);

/** Every refusal once: they come again, as alarms do at each sync. */
export function together(known: readonly Refusal[], more: readonly Refusal[]): Refusal[] {
  const all = [...known];
  for (const one of more) if (!all.some(({ seq, error }) => seq === one.seq && error === one.error)) all.push(one);
  return all;
}

/** Fetches now, unless it is being fetched. Nothing waits for it, and nothing is thrown. */
export async function fetchNow(open: Opened): Promise<void> {
  if (news.peek().running) return;
  news.value = { ...news.peek(), running: true };
  try {
    const outcome = await open.syncQuietly();
    if (outcome === null) {
      news.value = { ...news.peek(), running: false };
      return;
    }
    const { synced, trouble } = outcome;
    news.value = {
      running: false,
      offline: trouble instanceof Unreachable,
      trouble: trouble === null || trouble instanceof Unreachable ? null : troubleOf(trouble),
      refused: together(news.peek().refused, synced.refused),
      healing: synced.healing,
      clockDiffers: synced.clockDiffers,
    };
  } catch (error) {
    // Locked meanwhile: then there is nobody to tell.
    const gone = error instanceof ParasolError && !open.isOpen;
    news.value = gone ? NOTHING : { ...news.peek(), running: false, trouble: troubleOf(error) };
  }
}

/** Fetches from now on, until what is returned is called. */
export function fetchNews(open: Opened): () => void {
  news.value = NOTHING;
  const fetch = (): void => {
    if (!document.hidden) void fetchNow(open);
  };
  const timer = setInterval(fetch, EVERY);
  window.addEventListener("online", fetch);
  document.addEventListener("visibilitychange", fetch);
  fetch();
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", fetch);
    document.removeEventListener("visibilitychange", fetch);
    news.value = NOTHING;
  };
}
