/**
 * Talking to the relay: the only network of this room. What comes back is bytes to be judged, never to be believed (protocol §4, §5).
 *
 * A page cannot choose its connections, and its browser names itself to the relay. What can be left out is left out: cookies, the
 * referrer, the list of languages, everything a cache would keep.
 */

import { parseEntry, type Entry, type Shelf } from "../crypto/chain";
import { BadInput, NotARelay, ParasolError, Refused, RelayRefused, Unreachable, WrongShape } from "../crypto/errors";
import { answerChallenge, type Role, type TokenPurpose } from "../crypto/gates";
import * as wire from "../crypto/wire";
import type { Head } from "./follow";
import { parseMail, type MailItem } from "./mail";
import type { Gate } from "./member";

export const CBOR = "application/cbor";
const PROBLEM = "application/problem+json";
/** How long one request may take, in seconds. */
const PATIENCE = 60;
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** A busy relay says when to come back; waiting longer than this is the caller's business. Seconds. */
const LONGEST_WAIT = 20;
const TRIES = 4;
/** What a request costs beside its bodies: a browser's headers and the relay's, about. Bytes. */
const ENVELOPE = 1000;
/** A token is not begun with that ends so soon. Seconds. */
const TOO_SHORT = 30;

const HEAD = { seq: wire.isUint, hash: wire.isBytes(32) };
const NEWEST = {
  announcement: wire.isMap,
  head: wire.isMap,
  healing: wire.isBool,
  time: wire.isUint,
  version: wire.isUint,
};
const ENTRIES = { entries: wire.isListOf(wire.isMap), head: wire.nullable(wire.isMap), more: wire.isBool };
const PAGE = { items: wire.isListOf(wire.isMap), more: wire.isBool, last: wire.isUint };
const DESK_ITEM = { position: wire.isUint, arrived: wire.isUint, item: wire.isBytes() };
const BOX = { blob: wire.isBytes(), expires: wire.isUint };

/** What is to stand in a box, until when (Unix seconds), and whether whoever can name it may burn it. */
export interface BoxFill {
  readonly id: Uint8Array;
  readonly blob: Uint8Array;
  readonly expires: number;
  readonly burnable: boolean;
}

/** An item of the desk as the relay hands it out. */
export interface Arrived {
  readonly position: number;
  /** Unix seconds, as the relay says. */
  readonly arrived: number;
  readonly item: Uint8Array;
}

/** Mail as the relay hands it out. */
export interface Delivered {
  readonly position: number;
  readonly item: MailItem;
}

function base64(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function headOf(value: wire.Value): Head {
  return wire.shaped(value, "head", HEAD);
}

function noSense(): NotARelay {
  return new NotARelay("the relay's answer makes no sense");
}

/** What the relay says of a collective to whoever can name it. Provisional until verified. */
export class Newest {
  readonly announcement: Entry;
  readonly head: Head;
  readonly healing: boolean;
  /** The relay's clock, Unix seconds. */
  readonly time: number;
  readonly version: number;

  constructor(value: wire.Value) {
    const f = wire.shaped(value, "collective", NEWEST);
    this.announcement = parseEntry(f.announcement, "board");
    this.head = headOf(f.head);
    this.healing = f.healing;
    this.time = f.time;
    this.version = f.version;
  }
}

/** Somebody else's entry stands where ours should: fetch, and decide again. A `RelayRefused`, whose name it keeps. */
export class Conflict extends RelayRefused {}

interface Request {
  readonly body?: Uint8Array | null;
  readonly token?: Uint8Array | null;
}

/** One relay. Posts to the desk have a fresh token each: a token is a pseudonym. */
export class RelayClient {
  readonly url: string;
  private readonly clock: () => number;
  private readonly tokens = new Map<string, { readonly token: Uint8Array; readonly expires: number }>();
  private moved = 0;
  private stopping = new AbortController();

  /**
   * @param url where the relay is, without a path: in the app the page's own origin.
   * @param clock Unix seconds.
   * @throws BadInput it is no address.
   */
  constructor(url: string, clock: () => number) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new BadInput("the relay's address begins with https:// (or http:// on this machine)");
    }
    this.url = url.replace(/\/+$/u, "");
    this.clock = clock;
  }

  /** Bytes that went over the line so far, both ways: bodies as they are, and {@link ENVELOPE} for each request. */
  get carried(): number {
    return this.moved;
  }

  /** Ends what is under way, and refuses whatever is asked later: the vault was closed. */
  close(): void {
    this.stopping.abort();
    this.tokens.clear();
  }

  /** Breaks off what is under way, as a lost connection does; what is asked later is asked. For work that somebody waits for. */
  interrupt(): void {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    this.stopping = new AbortController();
  }

  // ---- requests ---------------------------------------------------------------------------------------------------

  private async request(method: string, path: string, { body = null, token = null }: Request = {}): Promise<wire.Value> {
    const headers: Record<string, string> = { Accept: `${CBOR}, ${PROBLEM}`, "Accept-Language": "*" };
    if (body !== null) headers["Content-Type"] = CBOR;
    if (token !== null) headers["Authorization"] = `Bearer ${base64(token)}`;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(method, path, headers, body);
      } catch (error) {
        if (!(error instanceof RelayRefused)) throw error;
        const wait = error.retryAfter;
        if (wait === null || wait > LONGEST_WAIT || attempt === TRIES || error.code === "healing") throw error;
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      }
    }
  }

  private async once(method: string, path: string, headers: Record<string, string>, body: Uint8Array | null): Promise<wire.Value> {
    const patience = new AbortController();
    const stop = () => {
      patience.abort();
    };
    const timer = setTimeout(stop, PATIENCE * 1000);
    const stopping = this.stopping.signal;
    stopping.addEventListener("abort", stop);
    if (stopping.aborted) stop();
    try {
      this.moved += ENVELOPE + (body?.length ?? 0);
      const response = await fetch(this.url + path, {
        method,
        headers,
        body: body === null ? null : Uint8Array.from(body),
        signal: patience.signal,
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        referrerPolicy: "no-referrer",
      });
      const payload = await read(response);
      this.moved += payload.length;
      return answerOf(response, payload);
    } catch (error) {
      if (error instanceof ParasolError) throw error;
      throw new Unreachable("the relay cannot be reached; check the address and the connection, and try again");
    } finally {
      clearTimeout(timer);
      stopping.removeEventListener("abort", stop);
    }
  }

  private static path(collective: Uint8Array, rest = ""): string {
    return `/v1/c/${base64(collective)}${rest}`;
  }

  private async fields<F extends Readonly<Record<string, wire.Check>>>(
    method: string,
    path: string,
    shape: F,
    request: Request = {},
  ): Promise<wire.Shaped<F>> {
    const answer = await this.request(method, path, request);
    try {
      return wire.shaped(answer, "answer", shape);
    } catch (error) {
      if (error instanceof WrongShape) throw noSense();
      throw error;
    }
  }

  // ---- gates (protocol §4.2) --------------------------------------------------------------------------------------

  /** A token for one purpose; reused while it lasts, unless a fresh one is asked for, which is then used once. */
  private async token(
    collective: Uint8Array,
    purpose: TokenPurpose,
    role: Role,
    gate: Gate,
    { fresh = false } = {},
  ): Promise<Uint8Array> {
    const key = tokenKey(collective, purpose, role, gate);
    const known = this.tokens.get(key);
    if (!fresh && known !== undefined && known.expires > this.clock() + TOO_SHORT) return known.token;
    const path = RelayClient.path(collective);
    const { challenge } = await this.fields("POST", `${path}/challenge`, { challenge: wire.isBytes(32) }, { body: wire.encode({}) });
    const signature = answerChallenge(gate.seed, collective, purpose, role, gate.epoch, challenge);
    const body = wire.encode({ challenge, purpose, role, epoch: gate.epoch, signature });
    const given = await this.fields("POST", `${path}/token`, { token: wire.isBytes(32), expires: wire.isUint }, { body });
    if (!fresh) this.tokens.set(key, given);
    return given.token;
  }

  private async withToken(
    collective: Uint8Array,
    purpose: TokenPurpose,
    role: Role,
    gate: Gate,
    method: string,
    path: string,
    body: Uint8Array | null = null,
  ): Promise<wire.Value> {
    for (let last = false; ; last = true) {
      const token = await this.token(collective, purpose, role, gate);
      try {
        return await this.request(method, RelayClient.path(collective, path), { body, token });
      } catch (error) {
        if (!(error instanceof RelayRefused) || error.code !== "bad-token" || last) throw error;
        this.tokens.delete(tokenKey(collective, purpose, role, gate));
      }
    }
  }

  // ---- the collective, board and log ------------------------------------------------------------------------------

  /** The newest announcement and the head, as the relay says. */
  async newest(collective: Uint8Array): Promise<Newest> {
    return new Newest(await this.request("GET", RelayClient.path(collective)));
  }

  /** The founding append. */
  async found(collective: Uint8Array, code: Uint8Array, entries: readonly Entry[]): Promise<void> {
    const body = wire.encode({ collective, code, entries: entries.map((entry) => entry.value()) });
    await this.request("POST", "/v1/collectives", { body });
  }

  /** All entries from number `after` on, and the head the relay claims. */
  async entries(
    collective: Uint8Array,
    shelf: Shelf,
    after: number,
    gate: Gate,
    { role, purpose }: { role: Role; purpose: TokenPurpose },
  ): Promise<{ entries: Entry[]; head: Head | null }> {
    const found: Entry[] = [];
    for (;;) {
      const { entries, head, more } = await this.entriesPage(collective, shelf, after + found.length, gate, role, purpose);
      found.push(...entries);
      if (!more || entries.length === 0) return { entries: found, head };
    }
  }

  /** As many entries from number `start` on as the relay gives in one answer. */
  async page(
    collective: Uint8Array,
    shelf: Shelf,
    start: number,
    gate: Gate,
    { role, purpose }: { role: Role; purpose: TokenPurpose },
  ): Promise<Entry[]> {
    return (await this.entriesPage(collective, shelf, start, gate, role, purpose)).entries;
  }

  private async entriesPage(
    collective: Uint8Array,
    shelf: Shelf,
    start: number,
    gate: Gate,
    role: Role,
    purpose: TokenPurpose,
  ): Promise<{ entries: Entry[]; head: Head | null; more: boolean }> {
    const answer = await this.withToken(collective, purpose, role, gate, "GET", `/${shelf}?from=${start}`);
    const f = wire.shaped(answer, "answer", ENTRIES);
    const entries = f.entries.map((value) => parseEntry(value, shelf));
    return { entries, head: f.head === null ? null : headOf(f.head), more: f.more };
  }

  /**
   * Appends entries, all or none.
   *
   * @throws Conflict somebody else was quicker.
   */
  async append(collective: Uint8Array, shelf: Shelf, entries: readonly Entry[], gate: Gate): Promise<void> {
    const body = wire.encode({ entries: entries.map((entry) => entry.value()) });
    await this.withToken(collective, shelf, "moderator", gate, "POST", `/${shelf}`, body);
  }

  /** Waits until something is new; `null` if nothing came for a while. */
  async watch(collective: Uint8Array, gate: Gate, version: number): Promise<number | null> {
    const answer = await this.withToken(collective, "read", "member", gate, "GET", `/watch?version=${version}`);
    return answer === null ? null : wire.shaped(answer, "answer", { version: wire.isUint }).version;
  }

  // ---- desk and mail ----------------------------------------------------------------------------------------------

  /** Posts a desk item under a fresh token, because a token is a pseudonym. */
  async postDesk(collective: Uint8Array, item: Uint8Array, gate: Gate): Promise<void> {
    const token = await this.token(collective, "desk", "member", gate, { fresh: true });
    await this.request("POST", RelayClient.path(collective, "/desk"), { body: item, token });
  }

  /** Desk items after a position. Positions rise, and none is above what the relay says is its last. */
  async desk(collective: Uint8Array, after: number, gate: Gate): Promise<Arrived[]> {
    const found: Arrived[] = [];
    for (;;) {
      const f = await this.deskPage(collective, found.at(-1)?.position ?? after, gate);
      const page = f.items.map((value) => wire.shaped(value, "desk item", DESK_ITEM));
      checkRising(found.at(-1)?.position ?? after, page, f.last);
      found.push(...page);
      if (!f.more || page.length === 0) return found;
    }
  }

  /** The position of the newest desk item, as the relay says. */
  async lastDesk(collective: Uint8Array, gate: Gate): Promise<number> {
    return (await this.deskPage(collective, wire.MAX_INTEGER, gate)).last;
  }

  private async deskPage(collective: Uint8Array, after: number, gate: Gate): Promise<wire.Shaped<typeof PAGE>> {
    return wire.shaped(await this.withToken(collective, "inbox", "moderator", gate, "GET", `/desk?after=${after}`), "answer", PAGE);
  }

  /** Posts mail, up to 100 items at a time. */
  async postMail(collective: Uint8Array, items: readonly MailItem[], gate: Gate): Promise<void> {
    for (let start = 0; start < items.length; start += 100) {
      const body = wire.encode({ items: items.slice(start, start + 100).map((item) => item.value()) });
      await this.withToken(collective, "mail", "moderator", gate, "POST", "/mail", body);
    }
  }

  /** Mail after a position. Everybody fetches all of it: asking for less would show who waits for an answer. */
  async mail(collective: Uint8Array, after: number, gate: Gate): Promise<Delivered[]> {
    const found: Delivered[] = [];
    for (;;) {
      const f = await this.mailPage(collective, found.at(-1)?.position ?? after, gate);
      const page = f.items.map(({ position, ...item }): Delivered => {
        if (!wire.isUint(position)) throw noSense();
        return { position, item: parseMail(item) };
      });
      checkRising(found.at(-1)?.position ?? after, page, f.last);
      found.push(...page);
      if (!f.more || page.length === 0) return found;
    }
  }

  /** The position of the newest mail: a newcomer fetches what comes after it, since nothing older can be for her. */
  async lastMail(collective: Uint8Array, gate: Gate): Promise<number> {
    return (await this.mailPage(collective, wire.MAX_INTEGER, gate)).last;
  }

  private async mailPage(collective: Uint8Array, after: number, gate: Gate): Promise<wire.Shaped<typeof PAGE>> {
    return wire.shaped(await this.withToken(collective, "read", "member", gate, "GET", `/mail?after=${after}`), "answer", PAGE);
  }

  // ---- boxes ------------------------------------------------------------------------------------------------------

  /**
   * What lies in a box; `null` if there is none.
   *
   * @param collective whose it is, where that is known: another collective's may have the same name, and somebody may see to that.
   */
  async box(box: Uint8Array, collective: Uint8Array | null = null): Promise<Uint8Array | null> {
    try {
      const path = collective === null ? `/v1/boxes/${base64(box)}` : RelayClient.path(collective, `/boxes/${base64(box)}`);
      return (await this.fields("GET", path, BOX)).blob;
    } catch (error) {
      if (error instanceof RelayRefused && error.status === 404) return null;
      throw error;
    }
  }

  /**
   * Writes a box that is not there yet, as a member: under a fresh token, as in {@link RelayClient.postDesk}.
   *
   * @throws RelayRefused `box-exists`: there is one with this id, and other contents.
   */
  async postBox(collective: Uint8Array, { id, blob, expires, burnable }: BoxFill, gate: Gate): Promise<void> {
    const token = await this.token(collective, "box", "member", gate, { fresh: true });
    const body = wire.encode({ boxes: [{ id, blob, expires, burnable }], replace: false });
    await this.request("POST", RelayClient.path(collective, "/boxes"), { body, token });
  }

  /** Writes boxes as a moderator, over what stands in them. */
  async fillBoxes(collective: Uint8Array, fills: readonly BoxFill[], gate: Gate): Promise<void> {
    for (let start = 0; start < fills.length; start += 100) {
      const boxes = fills.slice(start, start + 100).map(({ id, blob, expires, burnable }) => ({ id, blob, expires, burnable }));
      await this.withToken(collective, "box", "moderator", gate, "POST", "/boxes", wire.encode({ boxes, replace: true }));
    }
  }

  /** Erases an invite's box. Nothing happens if it is gone already. */
  async burn(box: Uint8Array): Promise<void> {
    try {
      await this.request("DELETE", `/v1/boxes/${base64(box)}`);
    } catch (error) {
      if (!(error instanceof RelayRefused) || error.status !== 404) throw error;
    }
  }

  // ---- erasing and healing ----------------------------------------------------------------------------------------

  /** Numbers of the entries that are about to be erased. */
  async erasures(collective: Uint8Array, gate: Gate): Promise<number[]> {
    const answer = await this.withToken(collective, "erase", "moderator", gate, "GET", "/erasures");
    const f = wire.shaped(answer, "answer", { erasures: wire.isListOf(wire.isMap) });
    return f.erasures.map((value) => wire.shaped(value, "erasure", { seq: wire.isUint, due: wire.isUint }).seq);
  }

  /** Asks for erasures, or stops them. */
  async erase(collective: Uint8Array, seqs: readonly number[], gate: Gate, { stop = false } = {}): Promise<void> {
    const path = stop ? "/erasures/stop" : "/erasures";
    await this.withToken(collective, "erase", "moderator", gate, "POST", path, wire.encode({ seqs: [...seqs] }));
  }

  /** Re-posts what a restored relay may have lost; desk and mail need a gate, board and log verify themselves. */
  async heal(collective: Uint8Array, values: wire.ValueMap, gate: Gate | null, role: Role): Promise<void> {
    const token = gate === null ? null : await this.token(collective, "heal", role, gate);
    await this.request("POST", RelayClient.path(collective, "/heal"), { body: wire.encode(values), token });
  }

  /** Re-posts a member's own desk item: under a fresh token, as in {@link RelayClient.postDesk}. */
  async healDesk(collective: Uint8Array, item: Uint8Array, gate: Gate): Promise<void> {
    const token = await this.token(collective, "heal", "member", gate, { fresh: true });
    await this.request("POST", RelayClient.path(collective, "/heal"), { body: wire.encode({ desk: [item] }), token });
  }

  /** Declares a restored relay whole. */
  async whole(collective: Uint8Array, gate: Gate): Promise<void> {
    await this.withToken(collective, "heal", "moderator", gate, "POST", "/whole", wire.encode({}));
  }
}

function tokenKey(collective: Uint8Array, purpose: TokenPurpose, role: Role, gate: Gate): string {
  return `${base64(collective)} ${purpose} ${role} ${gate.epoch}`;
}

/** The body, as far as it may go: what is larger is not read to its end. */
async function read(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) break;
    size += part.value.length;
    if (size > LARGEST_ANSWER) {
      await reader?.cancel();
      throw noSense();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function answerOf(response: Response, payload: Uint8Array): wire.Value {
  const kind = response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (kind === CBOR && response.ok) {
    try {
      return wire.decode(payload, LARGEST_ANSWER);
    } catch (error) {
      if (error instanceof Refused) throw noSense();
      throw error;
    }
  }
  if (response.status === 204) return null;
  if (kind === PROBLEM) throw problemOf(response, payload);
  throw new NotARelay("there is no Parasol relay at this address");
}

function problemOf(response: Response, payload: Uint8Array): ParasolError {
  let problem: unknown;
  try {
    problem = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    return noSense();
  }
  if (typeof problem !== "object" || problem === null || !("code" in problem) || typeof problem.code !== "string") return noSense();
  // Its words are the relay's, and could be anybody's: nothing of them is kept, and no sentence fits into a code.
  const code = problem.code;
  if (!/^[a-z-]{1,40}$/u.test(code)) return noSense();
  const wait = response.headers.get("Retry-After") ?? "";
  const about = { status: response.status, retryAfter: /^\d{1,9}$/u.test(wait) ? Number(wait) : null };
  return code === "conflict" ? new Conflict(code, "", about) : new RelayRefused(code, "", about);
}

/** A position that nothing real can follow would otherwise end all fetching. */
function checkRising(after: number, items: readonly { readonly position: number }[], last: number): void {
  for (const { position } of items) {
    if (position <= after || position > last) throw noSense();
    after = position;
  }
}
