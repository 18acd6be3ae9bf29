/** A device's boxes: path keys for a member, the bundle for a moderator (protocol §7.4). */

import { isLeaf } from "./announced";
import { Bundle } from "./bundle";
import { equal } from "./bytes";
import { context, deriveBytes, digest, Purpose } from "./context";
import { WrongShape } from "./errors";
import * as keytree from "./keytree";
import { HPKE_OVERHEAD, openSealed, sealTo } from "./sealing";
import { type BoxSecret, GateSeed, type KemSeed, NotesKey, type SigningSeed, TreeSeed } from "./secrets";
import * as signing from "./signing";
import * as wire from "./wire";

const PADDED = [wire.SMALL_BOX - HPKE_OVERHEAD];

/** A member's keys in one planting, and the moderator's device that signed them; the reader judges whether it may. */
export interface PathKeys {
  readonly planting: number;
  readonly leaf: number;
  readonly keys: keytree.NodeKeys;
  readonly signer: Uint8Array;
}

/** A bundle, and the moderator's device that signed it. */
export interface SignedBundle {
  readonly bundle: Bundle;
  readonly signer: Uint8Array;
}

/** To whom a box is sealed, and by whom: her X-Wing key (1,216 bytes) and signing key (32 bytes), and a moderator's device. */
export interface To {
  readonly kemKey: Uint8Array;
  readonly device: Uint8Array;
  readonly collective: Uint8Array;
  readonly signer: SigningSeed;
}

/** Who opens a box: her X-Wing seed and her signing key (32 bytes). */
export interface By {
  readonly kem: KemSeed;
  readonly device: Uint8Array;
  readonly collective: Uint8Array;
}

/** The 32-byte id of the box with a device's path keys. */
export function pathBox(secret: BoxSecret, collective: Uint8Array, planting: number): Uint8Array {
  return deriveBytes(secret, Purpose.BOX_PATH, collective, planting);
}

/** The 32-byte id of the box with the bundle for a moderator's device. */
export function bundleBox(secret: BoxSecret, collective: Uint8Array, planting: number): Uint8Array {
  return deriveBytes(secret, Purpose.BOX_BUNDLE, collective, planting);
}

/** 4,096 bytes for the box of the device with this X-Wing key and signing key. */
export async function sealPathKeys(keys: keytree.NodeKeys, leaf: number, planting: number, to: To): Promise<Uint8Array> {
  const body = { planting, leaf, keys: keytree.encodePathKeys(keys), device: to.device };
  return sealSigned(Purpose.PATH_KEYS, body, planting, to);
}

const PATH_KEYS = {
  planting: wire.isUint,
  leaf: isLeaf,
  keys: wire.isBytes(keytree.PATH_KEYS_SIZE),
  device: wire.isBytes(32),
};

/**
 * Path keys from a device's box.
 *
 * @throws {@link CannotOpen}, {@link WrongPadding}, {@link WrongShape}, {@link NotDeterministic}, {@link BadSignature} not path keys for this device and planting.
 */
export async function openPathKeys(blob: Uint8Array, planting: number, by: By): Promise<PathKeys> {
  const [f, signer] = await openSigned(Purpose.PATH_KEYS, PATH_KEYS, blob, planting, by);
  return { planting, leaf: f.leaf, keys: keytree.decodePathKeys(f.leaf, f.keys), signer };
}

/** 4,096 bytes for the box of a moderator's device. */
export async function sealBundle(bundle: Bundle, to: To): Promise<Uint8Array> {
  const body = {
    planting: bundle.planting,
    tree: bundle.tree.reveal(),
    gate: bundle.gate.reveal(),
    notes: bundle.notes.reveal(),
    device: to.device,
  };
  return sealSigned(Purpose.BUNDLE, body, bundle.planting, to);
}

const BUNDLE = {
  planting: wire.isUint,
  device: wire.isBytes(32),
  tree: wire.isBytes(32),
  gate: wire.isBytes(32),
  notes: wire.isBytes(32),
};

/** The bundle from a device's box; the reader compares it with the charter's commitments. Throws as {@link openPathKeys}. */
export async function openBundle(blob: Uint8Array, planting: number, by: By): Promise<SignedBundle> {
  const [f, signer] = await openSigned(Purpose.BUNDLE, BUNDLE, blob, planting, by);
  return { bundle: new Bundle(planting, new TreeSeed(f.tree), new GateSeed(f.gate), new NotesKey(f.notes)), signer };
}

async function sealSigned(purpose: Purpose, fields: wire.Value, planting: number, to: To): Promise<Uint8Array> {
  const body = wire.encode(fields);
  const signed = {
    body,
    signer: signing.publicKey(to.signer),
    signature: signing.sign(to.signer, purpose, to.collective, digest(body)),
  };
  return sealTo(to.kemKey, context(purpose, to.collective, planting, to.device), wire.pad(wire.encode(signed), PADDED));
}

const OUTER = { body: wire.isBytes(), signer: wire.isBytes(32), signature: wire.isBytes(64) };

/** What the body of every box has. */
interface Addressed extends Readonly<Record<string, wire.Check>> {
  readonly planting: wire.Guard<number>;
  readonly device: wire.Guard<Uint8Array>;
}

async function openSigned<F extends Addressed>(
  purpose: Purpose,
  shape: F,
  blob: Uint8Array,
  planting: number,
  by: By,
): Promise<[fields: wire.Shaped<F>, signer: Uint8Array]> {
  const plaintext = wire.unpad(await openSealed(by.kem, context(purpose, by.collective, planting, by.device), blob), PADDED);
  const signed = wire.shaped(wire.decode(plaintext), "box", OUTER);
  signing.verify(signed.signer, signed.signature, purpose, by.collective, digest(signed.body));
  const fields = wire.shaped(wire.decode(signed.body), "box", shape);
  const { planting: named, device }: wire.Shaped<Addressed> = fields;
  if (named !== planting || !equal(device, by.device)) throw new WrongShape("box: for another device or planting");
  return [fields, signed.signer];
}
