/**
 * A device's vault over this browser's store (protocol §11). The twin of `alerts/home.py`; how it is locked is in `pin.ts`.
 *
 * Sealed records under keyed names; a change is written whole or not at all.
 */

import { parseEntry, type Entry, type Shelf } from "../crypto/chain";
import { digest } from "../crypto/context";
import { Device } from "../crypto/device";
import { Refused, StorageFailed } from "../crypto/errors";
import { BoxSecret, KemSeed, SigningSeed, type DataKey } from "../crypto/secrets";
import { Records } from "../crypto/vault";
import * as wire from "../crypto/wire";
import { BytesMap } from "../alerts/keyed";
import { Member, type Breathe, type MemberState } from "../alerts/member";
import { bringForward, checkForm, FORM } from "../alerts/migrations";
import { Moderator, type ModeratorState } from "../alerts/moderator";
import { BLOCK, blocksOf, Kept, oldName } from "./blocks";
import { type Newest, NEWEST, newestFrom, newestOf } from "./newest";
import type { Change, Store } from "./store";

/** What a member writes herself, and what comes of it: one record, so that nothing shows how much of it there is. */
const OWN = ["receipts", "posted", "rolled_back", "reposted", "outbox", "joining"] as const;
/** These records are there in every vault, and have at least these sizes: the vault of somebody who reports looks like any other. */
const LEAST: Readonly<Record<string, number>> = { state: 64 * 1024, own: 256 * 1024, draft: 64 * 1024, [NEWEST]: 64 * 1024 };

/** An open vault. */
export class Home {
  private readonly store: Store;
  private readonly records: Records;
  private kept: Record<Shelf, Kept> = { board: new Kept("board"), log: new Kept("log") };
  private pieces = new BytesMap<true>();
  private hasDraft = false;
  private hasDevice = false;
  /** What `state` and `own` held when they were written last, by its hash. */
  private written: Uint8Array | null = null;
  /** The same of the newest alerts. */
  private writtenNewest: Uint8Array | null = null;

  constructor(store: Store, dataKey: DataKey) {
    this.store = store;
    this.records = new Records(dataKey);
  }

  // ---- records ----------------------------------------------------------------------------------------------------

  /**
   * A record's value; `null` if there is none.
   *
   * @throws StorageFailed it cannot be read, or is damaged.
   */
  async get(record: string): Promise<wire.Value> {
    return (await this.getAll([record]))[0] ?? null;
  }

  private async getAll(records: readonly string[]): Promise<wire.Value[]> {
    const kept = await this.store.read(
      "records",
      records.map((record) => this.records.name(record)),
    );
    return kept.map((sealed, i) => (sealed === undefined ? null : this.opened(records[i] ?? "", sealed)));
  }

  private opened(record: string, sealed: unknown): wire.Value {
    try {
      if (!(sealed instanceof Uint8Array)) throw damaged();
      return wire.decode(this.records.open(record, sealed));
    } catch (error) {
      if (error instanceof Refused) throw damaged();
      throw error;
    }
  }

  /**
   * Writes records, all or none. A value of `null` deletes.
   *
   * @throws StorageFailed nothing was written.
   */
  async put(values: Readonly<Record<string, wire.Value>>): Promise<void> {
    await this.store.write(Object.entries(values).map(([record, value]) => this.change(record, value)));
  }

  private change(record: string, value: wire.Value): Change {
    const least = LEAST[record];
    const name = this.records.name(record);
    if (value === null && least === undefined) return ["records", name, undefined];
    return ["records", name, this.records.seal(record, wire.encode(value), least ?? 0)];
  }

  /** One of the things that are begun and not finished; `null` if there is none of this name. All of them are one record. */
  async draft(name: string): Promise<wire.Value> {
    return (await this.drafts())[name] ?? null;
  }

  /** Keeps one of the things that are not finished, until it is put again; `null` forgets it. */
  async putDraft(name: string, value: wire.Value): Promise<void> {
    const others = Object.entries(await this.drafts()).filter(([other]) => other !== name);
    await this.writeDrafts(value === null ? others : [...others, [name, value]]);
  }

  /** The names of all that is begun and not finished. */
  async draftNames(): Promise<string[]> {
    return Object.keys(await this.drafts());
  }

  /** Forgets those of these names, in one write. */
  async forgetDrafts(names: readonly string[]): Promise<void> {
    await this.writeDrafts(Object.entries(await this.drafts()).filter(([name]) => !names.includes(name)));
  }

  private async writeDrafts(all: readonly (readonly [string, wire.Value])[]): Promise<void> {
    // Before it is written: a save that is under way must not put an empty one over it.
    const had = this.hasDraft;
    this.hasDraft = true;
    try {
      await this.put({ draft: all.length > 0 ? Object.fromEntries(all) : null });
    } catch (error) {
      this.hasDraft = had;
      throw error;
    }
  }

  private async drafts(): Promise<wire.ValueMap> {
    const kept = await this.get("draft");
    return wire.isMap(kept) ? kept : {};
  }

  // ---- the device in it -------------------------------------------------------------------------------------------

  /**
   * The newest alerts as they stood when this vault was written last, to be read while {@link load} takes its time; `null` if they cannot be
   * told. They are the board's only until the board is there.
   *
   * @throws StorageFailed it is damaged.
   */
  async newest(): Promise<Newest | null> {
    const [kept = null, state = null] = await this.getAll([NEWEST, "state"]);
    return wire.isMap(state) ? newestFrom(kept, state["entries"]) : null;
  }

  /**
   * The member or moderator whose vault this is; `null` in a new one. An older form is brought forward, and written at the next save.
   *
   * @param breathe called now and then; reading goes on when what it returns is done.
   * @throws UnknownVersion a newer version of this software wrote it.
   * @throws StorageFailed it is damaged, or the browser has thrown part of it away.
   */
  async load(breathe?: Breathe): Promise<Member | null> {
    const [kept = null, own = null, device = null] = await this.getAll(["state", "own", "device"]);
    if (kept === null) return null;
    if (!wire.isMap(kept) || !wire.isMap(own)) throw damaged();
    checkForm(kept);
    const state = bringForward({ ...kept, ...own });
    for (const [holder, name] of bulky(state)) holder[name] = await this.loadPieces(holder[name] as Uint8Array[]);
    const its = device === null ? null : deviceFrom(device);
    this.hasDevice = its !== null;
    const board = await this.loadEntries("board", state["entries"] as number, breathe);
    if (!Object.hasOwn(state, "bundles")) return Member.fromState(state as MemberState, board, its, breathe);
    const log = await this.loadEntries("log", state["log_entries"] as number, breathe);
    return Moderator.fromState(state as ModeratorState, board, its, breathe, log);
  }

  /**
   * Writes down what changed since it was loaded or saved last.
   *
   * `state` and `own` are always written together: which of them changed would show whether she reports.
   *
   * @throws StorageFailed nothing was written; the vault is as it was.
   */
  async save(member: Member): Promise<void> {
    const state: wire.ValueMap = { ...member.state(), form: FORM };
    const pieces = new BytesMap<wire.Value>();
    for (const [holder, name] of bulky(state)) {
      const keyed = (holder[name] as wire.Value[]).map((item) => [digest(wire.encode(item)), item] as const);
      holder[name] = keyed.map(([key]) => key);
      for (const [key, item] of keyed) pieces.set(key, item);
    }
    const isOwn = ([name]: [string, wire.Value]) => (OWN as readonly string[]).includes(name);
    const own = Object.fromEntries(Object.entries(state).filter(isOwn));
    const rest = Object.fromEntries(Object.entries(state).filter((field) => !isOwn(field)));
    const hash = digest(wire.encode([rest, own]));
    const values: Record<string, wire.Value> = {};
    if (this.written === null || !sameHash(this.written, hash)) Object.assign(values, { state: rest, own });
    // Looked up first: a draft that is put meanwhile, or forgotten, stays as it was put.
    const [draft] = this.hasDraft ? [] : await this.store.read("records", [this.records.name("draft")]);
    if (!this.hasDraft && draft === undefined) values["draft"] = null;
    if (!this.hasDevice) values["device"] = deviceState(member.device);
    for (const [key, item] of pieces) if (!this.pieces.has(key)) values[pieceName(key)] = item;
    for (const key of this.pieces.keys()) if (!pieces.has(key)) values[pieceName(key)] = null;
    const board = [...member.entries];
    const log = member instanceof Moderator ? [...member.logEntries] : [];
    Object.assign(values, this.kept.board.changes(board), this.kept.log.changes(log));
    const newest = newestOf(member.board);
    const hashOfNewest = digest(wire.encode(newest));
    if (this.writtenNewest === null || !sameHash(this.writtenNewest, hashOfNewest)) values[NEWEST] = newest;
    await this.put(values);
    this.written = hash;
    this.writtenNewest = hashOfNewest;
    this.hasDraft = this.hasDevice = true;
    this.pieces = new BytesMap([...pieces.keys()].map((key) => [key, true]));
    this.kept.board.mark(board);
    this.kept.log.mark(log);
  }

  private async loadPieces(keys: readonly Uint8Array[]): Promise<wire.Value[]> {
    const values = await this.getAll(keys.map(pieceName));
    if (values.some((value) => value === null)) throw damaged();
    for (const key of keys) this.pieces.set(key, true);
    return values;
  }

  private async loadEntries(shelf: Shelf, count: number, breathe?: Breathe): Promise<Entry[]> {
    if (count === 0) return [];
    const names = blocksOf(shelf, count);
    const [first] = await this.getAll(names.slice(0, 1));
    const entries: Entry[] = [];
    const take = (values: readonly wire.Value[]): void => {
      for (const value of values) {
        if (value === null) throw damaged();
        entries.push(parseEntry(value, shelf));
      }
    };
    if (first === null) {
      // Written before there were blocks: each entry is a record of its own, until the next save.
      take(await this.getAll(Array.from({ length: count }, (_, seq) => oldName(shelf, seq))));
      this.kept[shelf].areOld(count);
      return entries;
    }
    for (let at = 0; at < names.length; at += FETCHED) {
      for (const block of await this.getAll(names.slice(at, at + FETCHED))) {
        if (!Array.isArray(block)) throw damaged();
        take(block);
        await breathe?.("opening", entries.length, count);
      }
    }
    if (entries.length !== count) throw damaged();
    this.kept[shelf].mark(entries);
    return entries;
  }
}

/** Blocks that are asked of the store at once. */
const FETCHED = 1024 / BLOCK;

function damaged(): StorageFailed {
  return new StorageFailed("this device's vault is damaged");
}

/** Lists of a device's state whose items are large and never change: each item is a record of its own, written once. */
function bulky(state: wire.ValueMap): [holder: wire.ValueMap, name: string][] {
  const found: [wire.ValueMap, string][] = Object.hasOwn(state, "written") ? [[state, "written"]] : [];
  const inbox = Object.hasOwn(state, "inbox") ? state["inbox"] : null;
  if (!wire.isMap(inbox)) return found;
  // A copy: what is put in place of its items is not the device's.
  const copy = { ...inbox };
  state["inbox"] = copy;
  return [...found, [copy, "items"]];
}

function pieceName(key: Uint8Array): string {
  return `piece/${Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, i) => byte === b[i]);
}

// The device's keys follow from its entropy, by stretching, which takes a cheap phone seconds. They rest beside it, sealed like it.

const DEVICE = { sign: wire.isBytes(32), kem: wire.isBytes(32), box: wire.isBytes(32) };

function deviceState(device: Device): wire.ValueMap {
  return { sign: device.sign.reveal(), kem: device.kem.reveal(), box: device.box.reveal() };
}

function deviceFrom(value: wire.Value): Device {
  const { sign, kem, box } = wire.shaped(value, "vault", DEVICE);
  return new Device(new SigningSeed(sign), new KemSeed(kem), new BoxSecret(box));
}
