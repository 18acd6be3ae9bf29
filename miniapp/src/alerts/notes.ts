/** Notes: the entries of the moderators' log, sealed under the notes key and signed by their author (protocol §5.4). */

import { isLeaf } from "../crypto/announced";
import { PERSON_SIZE } from "../crypto/approvals";
import type { Bundle } from "../crypto/bundle";
import type { Place } from "../crypto/chain";
import { context, derive, digest, Purpose } from "../crypto/context";
import { WrongShape } from "../crypto/errors";
import { open, seal } from "../crypto/sealing";
import { AeadKey, type NotesKey, type SigningSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import { faceless } from "./faces";
import { isShaped } from "./shapes";

/** What only the device that joined can have made; all that is known of her follows from it. */
const isJoin = isShaped({
  body: wire.isBytes(),
  invite_signature: wire.nullable(wire.isBytes(64)),
  device_signature: wire.isBytes(64),
});

const MEMBER = { join: isJoin, leaf: isLeaf };
const ACCEPTED = { body: wire.isBytes(), signature: wire.isBytes(64) };
const INVITE = {
  invite: signing.isPublicKey,
  box: wire.isBytes(32),
  key: wire.isBytes(32),
  expires: wire.isUint,
  moderator: wire.isBool,
};
const DESK_KEY = { number: wire.isUint, seed: wire.isBytes(32) };

/** What the data of a step on a report may hold; each event uses some of it. */
const DATA: ReadonlyMap<string, wire.Check> = new Map<string, wire.Check>([
  ["counter", wire.isUint],
  ["hash", wire.isBytes(32)],
  ["text", wire.isText(0, 8000)],
  ["reason", wire.isText(0, 8000)],
  ["body", wire.isBytes(32)],
  ["same", wire.isBool],
  ["into", wire.isBytes(16)],
  ["alert", wire.isBytes(16)],
]);

const isData = (value: wire.Value): value is wire.ValueMap =>
  wire.isMap(value) && Object.entries(value).every(([name, item]) => DATA.get(name)?.(item) ?? false);

const isKind = <K extends string>(kind: K): wire.Guard<K> => wire.isOneOf(kind);

/** What is carried over at a replant, by kind (protocol §3.8). */
const CARRIED = {
  gone: isShaped({ kind: isKind("gone"), leaves: wire.isListOf(isLeaf) }),
  "desk-key": isShaped({ kind: isKind("desk-key"), ...DESK_KEY }),
  invite: isShaped({ kind: isKind("invite"), ...INVITE }),
  member: isShaped({ kind: isKind("member"), ...MEMBER }),
  accepted: isShaped({ kind: isKind("accepted"), ...ACCEPTED }),
  cosigners: isShaped({ kind: isKind("cosigners"), person: wire.isBytes(PERSON_SIZE), keys: wire.isListOf(signing.isPublicKey, 1, 64) }),
  step: isShaped({
    kind: isKind("step"),
    report: wire.isBytes(16),
    time: wire.isUint,
    person: wire.isBytes(PERSON_SIZE),
    event: wire.isText(1, 32),
    data: isData,
    epoch: wire.isUint,
  }),
};
type Guarded<G> = G extends wire.Guard<infer T> ? T : never;
/** One thing that is carried over at a replant. */
export type Carried = Guarded<(typeof CARRIED)[keyof typeof CARRIED]>;

const isCarried = (value: wire.Value): value is Carried => Object.values(CARRIED).some((passes: wire.Check) => passes(value));

export const MAX_PARTS = 4096;

const isBelow =
  (limit: number) =>
  (value: wire.Value): value is number =>
    wire.isUint(value) && value < limit;

const isCosign = isShaped({ key: wire.isBytes(32), signature: wire.isBytes(64) });

/** What each type of note says, besides `type` and `charter`. Types that are not here are skipped. */
export const NOTES = {
  invite: INVITE,
  "invite-withdrawn": { invite: wire.isBytes(32) },
  member: MEMBER,
  accepted: ACCEPTED,
  removal: { leaf: isLeaf, signature: wire.isBytes(64) },
  proposal: { body: wire.isBytes(), report: wire.nullable(wire.isBytes(16)) },
  approval: { body: wire.isBytes(32), signature: wire.isBytes(64) },
  announcement: { public: wire.isBytes(), inner: wire.isBytes(), secret: wire.isBytes(32) },
  "announcement-approval": {
    public: wire.isBytes(32),
    inner: wire.isBytes(32),
    signature: wire.isBytes(64),
    cosign: wire.nullable(isCosign),
  },
  cosigners: { keys: wire.isListOf(signing.isPublicKey, 1, 64) },
  "desk-key": DESK_KEY,
  desk: { report: wire.isBytes(16), event: wire.isText(1, 32), data: isData },
  carried: { part: isBelow(MAX_PARTS), of: isBelow(MAX_PARTS + 1), state: wire.isListOf(isCarried, 0, 1000) },
};
export type NoteType = keyof typeof NOTES;
/** The fields of a note of one type, once they have been checked. */
export type Fields<T extends NoteType> = wire.Shaped<(typeof NOTES)[T]>;

export function isNoteType(type: string): type is NoteType {
  return Object.hasOwn(NOTES, type);
}

const WRAPPER = { key: wire.isBytes(32), sealed: wire.isBytes() };
const isAuthor = (value: wire.Value): value is [wire.Value, wire.Value] => Array.isArray(value) && value.length === 2;
const SIGNED = { body: wire.isBytes(), author: isAuthor, signature: wire.isBytes(64) };
const MOST = 2 * Math.max(...wire.STATEMENT_SIZES);

/** An opened note; its signature is not checked yet. `fields` is `null` if its type is not known. */
export interface Note {
  readonly type: string;
  readonly key: Uint8Array;
  readonly charter: number;
  readonly fields: wire.ValueMap | null;
  readonly body: Uint8Array;
  readonly person: Uint8Array;
  readonly device: number;
  readonly signature: Uint8Array;
}

/** Names the notes key in the clear, so that nobody tries several. */
export function notesCommitment(bundle: Bundle, collective: Uint8Array): Uint8Array {
  return bundle.commitments(collective).notes;
}

/** The encoded body of a note. */
export function makeBody(noteType: NoteType, charter: number, fields: wire.ValueMap): Uint8Array {
  return wire.encode({ type: noteType, charter, ...(wire.shaped(fields, "note", NOTES[noteType]) as wire.ValueMap) });
}

function sealOf(key: NotesKey, planting: number, place: Place, collective: Uint8Array): [key: AeadKey, ctx: Uint8Array] {
  return [derive(AeadKey, key, Purpose.LOG, collective, planting), context(Purpose.LOG, collective, place.encode())];
}

/**
 * The blob of a note at its place.
 *
 * @param author her 16-byte id in the charter, and the index of her device, whose seed is `device`.
 * @throws TooLarge it does not fit into 64 KiB.
 */
export function sealNote(
  body: Uint8Array,
  place: Place,
  bundle: Bundle,
  collective: Uint8Array,
  { author, device }: { author: readonly [person: Uint8Array, device: number]; device: SigningSeed },
): Uint8Array {
  const signature = signing.sign(device, Purpose.LOG, collective, digest(place.encode()), digest(body));
  const plaintext = wire.pad(wire.encode({ body, author: [...author], signature }), wire.STATEMENT_SIZES);
  const sealed = seal(...sealOf(bundle.notes, bundle.planting, place, collective), plaintext);
  return wire.encode({ key: notesCommitment(bundle, collective), sealed });
}

/**
 * Which notes key a note stands under.
 *
 * @throws WrongShape, NotDeterministic, TooLarge it is no note.
 */
export function keyOf(blob: Uint8Array): Uint8Array {
  return wire.shaped(wire.decode(blob, MOST), "note", WRAPPER).key;
}

/**
 * The note of a blob that {@link keyOf} says is under this bundle's notes key.
 *
 * @throws CannotOpen, WrongPadding, WrongShape, NotDeterministic it is none, or not of this place.
 */
export function openNote(blob: Uint8Array, place: Place, bundle: Bundle, collective: Uint8Array): Note {
  const wrapper = wire.shaped(wire.decode(blob, MOST), "note", WRAPPER);
  const plaintext = wire.unpad(open(...sealOf(bundle.notes, bundle.planting, place, collective), wrapper.sealed), wire.STATEMENT_SIZES);
  const f = wire.shaped(wire.decode(plaintext), "note", SIGNED);
  const [person, device] = f.author;
  if (!wire.isBytes(PERSON_SIZE)(person) || !wire.isUint(device)) throw new WrongShape("note: its author has the wrong form");
  const body = wire.decode(f.body);
  const type = field(body, "type");
  const charter = field(body, "charter");
  if (!wire.isMap(body) || !wire.isText(1, 32)(type) || !wire.isUint(charter)) throw new WrongShape("note: no type, or no charter");
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== "type" && name !== "charter"));
  const fields = isNoteType(type) ? (wire.shaped(rest, "note", NOTES[type]) as wire.ValueMap) : null;
  return faceless("Note", { type, key: wrapper.key, charter, fields, body: f.body, person, device, signature: f.signature });
}

function field(value: wire.Value, name: string): wire.Value {
  return wire.isMap(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

/**
 * Returns if this device wrote the note at this place.
 *
 * @throws BadSignature it did not.
 */
export function checkAuthor(note: Note, deviceKey: Uint8Array, place: Place, collective: Uint8Array): void {
  signing.verify(deviceKey, note.signature, Purpose.LOG, collective, digest(place.encode()), digest(note.body));
}
