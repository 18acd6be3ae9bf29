/** The one device that is open, for the screens: what it knows, one piece of work at a time, and what is kept unfinished. */

import { type ReadonlySignal, signal } from "@preact/signals";
import type { Member } from "../alerts/member";
import type { Session } from "../alerts/session";
import {
  BadInput, NotAddressed, NotAllowed, NotARelay, Refused, RelayRefused, StorageFailed, TimeAhead, TimeWentBack, UnknownVersion, Unreachable, WrongPassphrase,
} from "../crypto/errors";
import type { Value } from "../crypto/wire";
import { t } from "../text";
import { StorageFull } from "../vault/store";

/** How far long work is: what is being done, and how much of it. */
export interface Progressed {
  readonly what: string;
  readonly done: number;
  readonly of: number;
}

/** What a screen may ask of the device. */
export interface OpenDevice {
  readonly session: Session;
  /** The session's device; a moderator's is one too. Everything on screen is read from it. */
  readonly member: Member;
  /** Rises with every change, so that screens that read it are shown again. */
  readonly changed: ReadonlySignal<number>;
  /** When everything was fetched last, in Unix seconds; `null` if that is not known. */
  readonly synced?: ReadonlySignal<number | null>;
  /** How far the last long work is, or was. */
  readonly progress?: ReadonlySignal<Progressed | null>;
  /**
   * Does one piece of work at a time: others wait. Saves, and raises `changed`.
   *
   * @throws whatever the work throws; {@link troubleOf} puts it into words.
   */
  do<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** What is not finished, sealed like all else. */
  readonly draft: {
    get(name: string): Promise<Value | null>;
    /** `null` forgets it. Returns when it is kept for good. */
    put(name: string, value: Value | null): Promise<void>;
  };
}

/** The open device; `null` while the app is locked, and before anybody has joined. */
export const device = signal<OpenDevice | null>(null);

/** What went wrong, in one sentence for people. What they wrote is never in it. */
export function troubleOf(error: unknown): string {
  if (error instanceof Unreachable) return t("trouble-offline");
  if (error instanceof NotARelay) return t("trouble-not-ours");
  if (error instanceof RelayRefused) return error.retryAfter === null ? t("trouble-said-no") : t("trouble-busy");
  if (error instanceof StorageFull || (error instanceof Error && error.name === "QuotaExceededError")) return t("trouble-full");
  if (error instanceof StorageFailed) return t("trouble-storage");
  if (error instanceof WrongPassphrase) return t("trouble-wrong-pin");
  if (error instanceof NotAddressed) return t("trouble-maybe-removed");
  if (error instanceof TimeAhead || error instanceof TimeWentBack) return t("trouble-clock");
  if (error instanceof UnknownVersion) return t("trouble-too-old");
  if (error instanceof Refused) return t("trouble-refused");
  if (error instanceof NotAllowed) return t("trouble-not-allowed");
  if (error instanceof BadInput) return t("trouble-bad-input");
  return t("trouble-unknown");
}
