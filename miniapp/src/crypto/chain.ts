/** Entries of the board and the log: what the relay, too, can verify (protocol §5.2). */

import { equal } from "./bytes";
import { context, digest, Purpose } from "./context";
import { TooLarge, WrongBlob, WrongLength, WrongShape } from "./errors";
import type { SigningSeed } from "./secrets";
import * as signing from "./signing";
import * as wire from "./wire";

export type Shelf = "board" | "log";

export const STATEMENT = "statement";
export const ANNOUNCEMENT = "announcement";
export const NOTE = "note";
export type EntryKind = typeof STATEMENT | typeof ANNOUNCEMENT | typeof NOTE;
export const KINDS: Readonly<Record<Shelf, readonly EntryKind[]>> = { board: [STATEMENT, ANNOUNCEMENT], log: [NOTE] };

export const NO_ENTRY: Uint8Array = new Uint8Array(32);
export const MAX_HEADER = 512;
export const MAX_ANNOUNCEMENT = 1024 * 1024;
export const AEAD_OVERHEAD = 40; // nonce 24, tag 16
/** The sizes that padding gives to the blob of a statement (and to a mail item), and to that of a note with its wrapper (§5.4). */
export const STATEMENT_BLOBS: readonly number[] = wire.STATEMENT_SIZES.map((size) => size + AEAD_OVERHEAD);
export const NOTE_BLOBS: readonly number[] = STATEMENT_BLOBS.map(
  (size) => wire.encode({ key: new Uint8Array(32), sealed: new Uint8Array(size) }).length,
);

/** What a {@link Place} is made of. */
export interface PlaceFields {
  readonly shelf: Shelf;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly kind: EntryKind;
  readonly epoch: number;
  readonly time: number;
  readonly urgent?: number;
}

/** Where and when an entry stands: its header without the hash of its blob. Seals bind to it. */
export class Place {
  readonly shelf: Shelf;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly kind: EntryKind;
  readonly epoch: number;
  readonly time: number;
  readonly urgent: number;
  #encoded: Uint8Array | null = null;

  constructor({ shelf, seq, prev, kind, epoch, time, urgent = 0 }: PlaceFields) {
    this.shelf = shelf;
    this.seq = seq;
    this.prev = prev;
    this.kind = kind;
    this.epoch = epoch;
    this.time = time;
    this.urgent = urgent;
  }

  /** Not to be changed: it is the same each time. */
  encode(): Uint8Array {
    return (this.#encoded ??= wire.encode(this.fields()));
  }

  fields(): wire.ValueMap {
    return {
      shelf: this.shelf,
      seq: this.seq,
      prev: this.prev,
      kind: this.kind,
      epoch: this.epoch,
      time: this.time,
      urgent: this.urgent,
    };
  }
}

const HEADER = {
  shelf: wire.isOneOf("board", "log"),
  seq: wire.isUint,
  prev: wire.isBytes(32),
  kind: wire.isOneOf(STATEMENT, ANNOUNCEMENT, NOTE),
  epoch: wire.isUint,
  time: wire.isUint,
  urgent: wire.isOneOf(0, 1, 2),
  blob: wire.isBytes(32),
};

const ENTRY = { header: wire.isBytes(), signature: wire.isBytes(64), blob: wire.nullable(wire.isBytes()) };

/** An entry as it travels. `blob` is `null` in a stub. Build with {@link makeEntry} or {@link parseEntry}. */
export class Entry {
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly blob: Uint8Array | null;
  readonly place: Place;
  readonly blobHash: Uint8Array;

  constructor(header: Uint8Array, signature: Uint8Array, blob: Uint8Array | null, place: Place, blobHash: Uint8Array) {
    this.header = header;
    this.signature = signature;
    this.blob = blob;
    this.place = place;
    this.blobHash = blobHash;
  }

  /** The 32-byte hash the next entry names (protocol §5.2). */
  hash(collective: Uint8Array): Uint8Array {
    return digest(context(Purpose.ENTRY, collective, this.header));
  }

  /** As it stands in requests and answers: `{"header", "signature", "blob"}`. */
  value(): { header: Uint8Array; signature: Uint8Array; blob: Uint8Array | null } {
    return { header: this.header, signature: this.signature, blob: this.blob };
  }

  /**
   * Returns if the moderators' gate of this entry's epoch signed its header.
   *
   * @throws {@link BadSignature} it did not.
   */
  checkSignature(gatePublicKey: Uint8Array, collective: Uint8Array): void {
    signing.verify(gatePublicKey, this.signature, Purpose.GATE_ENTRY, collective, this.header);
  }
}

/** The entry that puts `blob` at `place`, signed by the moderators' gate of `place.epoch`. */
export function makeEntry(place: Place, blob: Uint8Array, gate: SigningSeed, collective: Uint8Array): Entry {
  const blobHash = digest(blob);
  const header = wire.encode({ ...place.fields(), blob: blobHash });
  const signature = signing.sign(gate, Purpose.GATE_ENTRY, collective, header);
  return new Entry(header, signature, blob, place, blobHash);
}

/**
 * An entry of this shelf from its decoded form; checks every length, and the blob against the header. Not the signature.
 *
 * @throws {@link WrongShape}, {@link WrongLength}, {@link TooLarge}, {@link NotDeterministic} it is malformed.
 * @throws {@link WrongBlob} the blob is not the one its header names.
 */
export function parseEntry(value: wire.Value, shelf: Shelf): Entry {
  const fields = wire.shaped(value, "entry", ENTRY);
  const { blob: blobHash, ...header } = wire.shaped(wire.decode(fields.header, MAX_HEADER), "header", HEADER);
  if (header.shelf !== shelf || !KINDS[shelf].includes(header.kind) || (shelf === "log" && header.urgent !== 0)) {
    throw new WrongShape("header: not of this shelf");
  }
  const place = new Place(header);
  const blob = fields.blob;
  if (blob !== null) {
    checkBlobSize(place, blob.length);
    if (!equal(digest(blob), blobHash)) throw new WrongBlob("the blob is not the one its header names");
  }
  return new Entry(fields.header, fields.signature, blob, place, blobHash);
}

function checkBlobSize(place: Place, size: number): void {
  if (place.kind === ANNOUNCEMENT) {
    if (size > MAX_ANNOUNCEMENT) throw new TooLarge("announcement: too large");
  } else if (!(place.kind === STATEMENT ? STATEMENT_BLOBS : NOTE_BLOBS).includes(size)) {
    throw new WrongLength("an entry of a size no padding gives");
  }
}
