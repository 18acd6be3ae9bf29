/** The charter: who moderates, how many must agree, and the rules (protocol §2.2, §6.5). */

import { PERSON_SIZE } from "../crypto/approvals";
import type { Commitments } from "../crypto/bundle";
import { digest, VERSION } from "../crypto/context";
import { BadCharter, NotAModerator, UnknownVersion } from "../crypto/errors";
import { isPublicKey } from "../crypto/signing";
import * as wire from "../crypto/wire";
import { SEVERITIES } from "./coded";
import { Faceless } from "./faces";
import { BytesSet, sameBytes } from "./keyed";
import { isShaped } from "./shapes";

export const QUORUMS = ["alert", "charter", "erase", "remove"] as const;
export const MAX_PEOPLE = 64;

export type Quorums = Readonly<Record<(typeof QUORUMS)[number], number>>;
export type Policy = Readonly<wire.ValueMap>;

export const DEFAULT_POLICY: Policy = {
  identifiers_from: "risky",
  masked: ["phone", "email", "handle"],
  nuisance_alerts: false,
  ethnicity: false,
  alert_quorum: 2,
};

/** A moderator: a 16-byte id and the Ed25519 keys of her devices. */
export interface Person {
  readonly id: Uint8Array;
  readonly devices: readonly Uint8Array[];
}

/** An area that alerts can name. */
export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** The form of each rule that this software knows; others are kept and ignored. */
const RULES: ReadonlyMap<string, wire.Check> = new Map<string, wire.Check>([
  ["identifiers_from", wire.isOneOf(...SEVERITIES.values)],
  ["masked", wire.isListOf(wire.isText(1, 32), 0, 16)],
  ["nuisance_alerts", wire.isBool],
  ["ethnicity", wire.isBool],
  ["alert_quorum", wire.isUint],
]);

const isPolicy = (value: wire.Value): value is wire.ValueMap =>
  wire.isMap(value) && Object.entries(value).every(([name, item]) => RULES.get(name)?.(item) ?? true);
const isPerson = isShaped({ id: wire.isBytes(PERSON_SIZE), devices: wire.isListOf(isPublicKey, 1, 8) });
const isTopic = isShaped({ id: wire.isText(1, 32), name: wire.isText(1, 80) });
const isNumbers = isShaped({ alert: wire.isUint, charter: wire.isUint, erase: wire.isUint, remove: wire.isUint });
const isBundle = isShaped({ tree: wire.isBytes(32), gate: wire.isBytes(32), notes: wire.isBytes(32) });
const isCountry = (value: wire.Value): value is string => typeof value === "string" && /^[A-Z]{2}$/.test(value);

const CONTENT = {
  name: wire.isText(1, 80),
  people: wire.isListOf(isPerson, 1, MAX_PEOPLE),
  quorums: isNumbers,
  policy: isPolicy,
  topics: wire.isListOf(isTopic, 0, 64),
  country: isCountry,
  planting: wire.isUint,
  bundle: isBundle,
  minimum: wire.isUint,
};

/** One version of the charter. `number` counts from 1; `hash` is the SHA-256 of its body. */
export class Charter extends Faceless {
  readonly number: number;
  readonly name: string;
  readonly people: readonly Person[];
  readonly quorums: Quorums;
  readonly policy: Policy;
  readonly topics: readonly Topic[];
  readonly country: string;
  readonly planting: number;
  readonly bundle: Commitments;
  readonly minimum: number;
  readonly hash: Uint8Array;

  constructor(number: number, fields: wire.Shaped<typeof CONTENT>, hash: Uint8Array) {
    super();
    this.number = number;
    this.name = fields.name;
    this.people = fields.people;
    this.quorums = fields.quorums;
    this.policy = fields.policy;
    this.topics = fields.topics;
    this.country = fields.country;
    this.planting = fields.planting;
    this.bundle = fields.bundle;
    this.minimum = fields.minimum;
    this.hash = hash;
  }

  protected override get face(): string {
    return "Charter";
  }

  /** As it stands in a statement. */
  content(): wire.ValueMap {
    return {
      name: this.name,
      people: this.people.map((person) => ({ id: person.id, devices: [...person.devices] })),
      quorums: { ...this.quorums },
      policy: { ...this.policy },
      topics: this.topics.map((topic) => ({ id: topic.id, name: topic.name })),
      country: this.country,
      planting: this.planting,
      bundle: { ...this.bundle },
      minimum: this.minimum,
    };
  }

  /** A policy setting, or its default. */
  rule(name: string): wire.Value {
    if (Object.hasOwn(this.policy, name)) return this.policy[name] ?? null;
    return Object.hasOwn(DEFAULT_POLICY, name) ? (DEFAULT_POLICY[name] ?? null) : null;
  }

  /**
   * The public key that this place in the charter stands for.
   *
   * @throws NotAModerator there is no such place.
   */
  deviceKey(person: Uint8Array, device: number): Uint8Array {
    const key = this.person(person)?.devices[device];
    if (key === undefined) throw new NotAModerator("signed by someone who is no moderator here");
    return key;
  }

  /** Person and index of a device; `null` if it is no moderator's. */
  placeOf(deviceKey: Uint8Array): [person: Uint8Array, device: number] | null {
    for (const person of this.people) {
      const index = person.devices.findIndex((key) => sameBytes(key, deviceKey));
      if (index >= 0) return [person.id, index];
    }
    return null;
  }

  person(personId: Uint8Array): Person | null {
    return this.people.find((person) => sameBytes(person.id, personId)) ?? null;
  }
}

/** The id of a person: the first 16 bytes of the SHA-256 of her first device's key. */
export function personId(firstDeviceKey: Uint8Array): Uint8Array {
  return digest(firstDeviceKey).slice(0, PERSON_SIZE);
}

/** Protocol §2.2: with one or two people all are 1; from three on `charter` is more than half, the others 2, `alert` as wanted. */
export function defaultQuorums(people: number, wantedAlert = 2): Quorums {
  if (people <= 2) return { alert: 1, charter: 1, erase: 1, remove: 1 };
  return { alert: Math.min(Math.max(wantedAlert, 1), people), charter: Math.floor(people / 2) + 1, erase: 2, remove: 2 };
}

/** How many people must approve an announcement (protocol §3.5). */
export function announcementQuorum(charter: Charter, { removes }: { removes: boolean }): number {
  const usual = Math.min(2, charter.people.length);
  return removes ? Math.max(usual, charter.quorums.remove) : usual;
}

/**
 * A charter that keeps the rules of protocol §2.2.
 *
 * @throws WrongShape a field is missing, unknown or malformed.
 * @throws BadCharter people or quorums break the rules.
 * @throws UnknownVersion it asks for a version this software does not speak.
 */
export function parseCharter(number: number, content: wire.ValueMap, bodyHash: Uint8Array): Charter {
  // First of all: in a later version the rest may have another form.
  const { minimum } = content;
  if (wire.isUint(minimum) && minimum > VERSION) {
    throw new UnknownVersion("your collective needs a newer version of this software; update it, and nothing is lost");
  }
  const f = wire.shaped(content, "charter", CONTENT);
  const keys = f.people.flatMap((person) => person.devices);
  if (new BytesSet(f.people.map((person) => person.id)).size !== f.people.length || new BytesSet(keys).size !== keys.length) {
    throw new BadCharter("a person or a device stands in it twice");
  }
  if (new Set(f.topics.map((topic) => topic.id)).size !== f.topics.length) throw new BadCharter("an area stands in it twice");
  const most = f.people.length <= 2 ? 1 : f.people.length;
  if (QUORUMS.some((name) => f.quorums[name] < 1 || f.quorums[name] > most)) {
    throw new BadCharter("a quorum nobody can have, or more than 1 with one or two people");
  }
  if (f.planting < 1) throw new BadCharter("plantings count from 1");
  return new Charter(number, f, bodyHash);
}

/**
 * Returns if `next` may follow `old`, apart from its approvals.
 *
 * @throws BadCharter the minimum version falls, or planting and bundle do not go together.
 */
export function checkSuccessor(old: Charter, next: Charter): void {
  if (next.minimum < old.minimum) throw new BadCharter("the least version may never fall");
  const same = sameBundle(next.bundle, old.bundle);
  if ((next.planting !== old.planting && next.planting !== old.planting + 1) || (next.planting === old.planting) !== same) {
    throw new BadCharter("the moderators' keys change with the planting, and only with it");
  }
}

/** Whether two charters commit to the same bundle. */
export function sameBundle(one: Commitments, other: Commitments): boolean {
  return sameBytes(one.tree, other.tree) && sameBytes(one.gate, other.gate) && sameBytes(one.notes, other.notes);
}
