/** What the log keeps of each thing it speaks of (protocol §5.4): the first half of what is one file in Python, `alerts/log.py`. */

import type { Public } from "../crypto/announced";
import type { Approval } from "../crypto/approvals";
import { compare } from "../crypto/bytes";
import type { Inner } from "../crypto/epochs";
import type { AeadKey, BoxSecret, EpochSecret } from "../crypto/secrets";
import * as wire from "../crypto/wire";
import { faceless, Faceless } from "./faces";
import { sameBytes, type BytesMap } from "./keyed";
import type { Log } from "./log";
import type { Carried, Fields } from "./notes";
import { stillAccepts, type Join } from "./posts";
import type { Body } from "./statements";

/** An invite that was made, and what became of it. */
export class InviteRecord extends Faceless {
  readonly publicKey: Uint8Array;
  readonly box: Uint8Array;
  readonly key: AeadKey;
  readonly expires: number;
  readonly moderator: boolean;
  readonly by: Uint8Array;
  /** When it was made, as the log's entry says, in Unix seconds; `null`: not known, it was carried over. */
  readonly made: number | null;
  /** When it was called back. */
  withdrawn: number | null = null;
  usedBy: Uint8Array | null = null;

  constructor(publicKey: Uint8Array, box: Uint8Array, key: AeadKey, expires: number, moderator: boolean, by: Uint8Array, made: number | null) {
    super();
    this.publicKey = publicKey;
    this.box = box;
    this.key = key;
    this.expires = expires;
    this.moderator = moderator;
    this.by = by;
    this.made = made;
  }

  protected override get face(): string {
    return "InviteRecord";
  }

  /** As a note. */
  fields(): Fields<"invite"> {
    return { invite: this.publicKey, box: this.box, key: this.key.reveal(), expires: this.expires, moderator: this.moderator };
  }

  /** When it stopped being good without having been used; `null` if it still is, or was used. */
  ended(now: number): number | null {
    if (this.usedBy !== null || this.open(now)) return null;
    return this.withdrawn ?? this.expires;
  }

  open(now: number): boolean {
    return this.withdrawn === null && this.usedBy === null && now < this.expires;
  }
}

/** A device that was admitted. All but the leaf is what she signed when she joined. */
export interface MemberRecord {
  readonly sign: Uint8Array;
  readonly kem: Uint8Array;
  readonly box: BoxSecret;
  readonly alias: string;
  readonly leaf: number;
  readonly invite: Uint8Array | null;
  readonly join: Join;
}

export function memberRecord(join: Join, leaf: number): MemberRecord {
  const { sign, kem, box, alias, invite } = join;
  return faceless("MemberRecord", { sign, kem, box, alias, leaf, invite, join });
}

/** A statement that awaits approvals; approvals by person. */
export interface Proposal {
  readonly body: Body;
  readonly report: Uint8Array | null;
  readonly by: Uint8Array;
  readonly seq: number;
  readonly approvals: BytesMap<Approval>;
}

/** A proposed announcement; approvals by person. */
export interface Announcing {
  readonly public: Public;
  readonly inner: Inner;
  readonly secret: EpochSecret;
  readonly by: Uint8Array;
  readonly seq: number;
  readonly approvals: BytesMap<Approval>;
  /** Cosignatures for the relay, by the one-time key they are by (protocol §4.3). */
  readonly cosigns: BytesMap<Uint8Array>;
}

/** One event of a report's life, as the log has it. `epoch` is the one whose moderators' gate signed the note. */
export interface Step {
  readonly time: number;
  readonly person: Uint8Array;
  readonly event: string;
  readonly data: wire.ValueMap;
  readonly epoch: number;
}

export function sameStep(one: Step, other: Step): boolean {
  return sameBytes(encodeStep(one), encodeStep(other));
}

function encodeStep({ time, person, event, data, epoch }: Step): Uint8Array {
  return wire.encode([time, person, event, data, epoch]);
}

/** See {@link Log.carry}. */
export function stateToCarry(log: Log, without: Iterable<number>): Carried[] {
  const gone = new Set([...log.gone, ...without]);
  const coming = [...log.members.values()].filter((member) => !gone.has(member.leaf)).sort((a, b) => a.leaf - b.leaf);
  const invites = coming.flatMap((member) => (member.invite === null ? [] : (log.invites.get(member.invite) ?? [])));
  return [
    { kind: "gone", leaves: [...gone].sort((a, b) => a - b) },
    ...byNumber(log.deskSeeds).flatMap(([number, seeds]) =>
      seeds.map((seed) => ({ kind: "desk-key" as const, number, seed: seed.reveal() })),
    ),
    ...invites.map((invite) => ({ kind: "invite" as const, ...invite.fields() })),
    ...coming.map((member) => ({ kind: "member" as const, join: { ...member.join.signed }, leaf: member.leaf })),
    ...acceptances(log, coming, Math.max(...log.recorded.keys()) + 1).map(([body, signature]) => ({
      kind: "accepted" as const,
      body,
      signature,
    })),
    ...byKey(log.cosigners).flatMap(([person, keys]) =>
      [keys.slice(-128, -64), keys.slice(-64)].flatMap((part) =>
        part.length > 0 ? [{ kind: "cosigners" as const, person, keys: part }] : [],
      ),
    ),
    ...byKey(log.steps).flatMap(([report, steps]) => steps.map((step) => ({ kind: "step" as const, report, ...step }))),
  ];
}

/** What those of them signed who agreed to moderate after they had joined, if it still counts in this planting. */
export function acceptances(
  log: Log,
  members: Iterable<MemberRecord>,
  planting: number,
): (readonly [body: Uint8Array, signature: Uint8Array])[] {
  const signed = [...members].flatMap((member) => {
    const said = log.accepted.get(member.sign) ?? null;
    return said === null ? [] : [said];
  });
  return signed.filter(([body]) => stillAccepts(body, planting));
}

function byKey<V>(map: BytesMap<V>): [Uint8Array, V][] {
  return [...map].sort(([a], [b]) => compare(a, b));
}

function byNumber<V>(map: ReadonlyMap<number, V>): [number, V][] {
  return [...map].sort(([a], [b]) => a - b);
}
