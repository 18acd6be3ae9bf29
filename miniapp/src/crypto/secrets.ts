/**
 * Secret byte strings that have no readable face, and a different type for each kind (house style 3 and 7).
 *
 * A secret never appears in a text, in JSON, in what a console prints or in a structured clone. Whoever needs the bytes says so with
 * {@link Secret.reveal}, which is easy to search for.
 */

import { BadInput, WrongLength } from "./errors";

/** The most bytes that one draw gives (Web Cryptography API §10.1.1). */
const MAX_DRAW = 65536;

/**
 * Fresh bytes from the operating system: the one place where randomness comes in.
 *
 * @param size - bytes wanted, at most 65,536.
 * @throws {@link BadInput} more than that.
 */
export function randomBytes(size: number): Uint8Array {
  if (size > MAX_DRAW) throw new BadInput(`at most ${MAX_DRAW} random bytes at once`);
  return crypto.getRandomValues(new Uint8Array(size));
}

/** A kind of secret: what {@link Secret.random} and `derive` make one of. */
export interface Kind<S extends Secret> {
  new (value: Uint8Array): S;
  readonly size: number;
}

/** `size` secret bytes; 32 unless a subclass says otherwise. */
export abstract class Secret {
  static readonly size: number = 32;
  /** Its kind's name. A type of its own for each, so that no kind passes for another; written out, because minifiers rename classes. */
  get kind(): string {
    return "Secret";
  }
  readonly #bytes: Uint8Array;

  /** @throws {@link WrongLength} `value` is not bytes of this kind's size. */
  constructor(value: Uint8Array) {
    if (!((value as unknown) instanceof Uint8Array) || value.length !== new.target.size) {
      throw new WrongLength(`a ${this.kind} has ${new.target.size} bytes`);
    }
    this.#bytes = Uint8Array.from(value);
  }

  /** Fresh, from the operating system. */
  static random<S extends Secret>(this: Kind<S>): S {
    return new this(randomBytes(this.size));
  }

  /** A copy of the bytes themselves. The caller is now responsible for them. */
  reveal(): Uint8Array {
    return this.#bytes.slice();
  }

  /** Whether `other` is of the same kind and has the same bytes; takes the same time wherever they differ. */
  equals(other: unknown): boolean {
    if (!(other instanceof Secret) || other.kind !== this.kind) return false;
    let difference = 0;
    for (let i = 0; i < this.#bytes.length; i++) difference |= (this.#bytes[i] ?? 0) ^ (other.#bytes[i] ?? 0);
    return difference === 0;
  }

  toString(): string {
    return `<${this.kind}>`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** What Node's console prints. Browsers print no private fields' bytes unless somebody opens them in the developer's tools. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** The 128 bits behind the 12 recovery words (protocol §2.1). */
export class DeviceEntropy extends Secret {
  static override readonly size = 16;
  override get kind() {
    return "DeviceEntropy" as const;
  }
}

/** What a device's keys are derived from (protocol §2.1). */
export class DeviceSeed extends Secret {
  override get kind() {
    return "DeviceSeed" as const;
  }
}

/** What a handover's box is named and sealed with, from its code and digits (protocol §7.7). */
export class HandoverSeed extends Secret {
  override get kind() {
    return "HandoverSeed" as const;
  }
}

/** An Ed25519 seed: a device's, a gate's, an invite's or a receipt's. */
export class SigningSeed extends Secret {
  override get kind() {
    return "SigningSeed" as const;
  }
}

/** An X-Wing private key: its 32-byte seed. */
export class KemSeed extends Secret {
  override get kind() {
    return "KemSeed" as const;
  }
}

/** Names a device's boxes (protocol §7.4). */
export class BoxSecret extends Secret {
  override get kind() {
    return "BoxSecret" as const;
  }
}

/** The seed of one planting's tree (protocol §3.1). */
export class TreeSeed extends Secret {
  override get kind() {
    return "TreeSeed" as const;
  }
}

/** Moderators' gates are derived from it (protocol §4.1). */
export class GateSeed extends Secret {
  override get kind() {
    return "GateSeed" as const;
  }
}

/** The moderators' log stands under it (protocol §5.4). */
export class NotesKey extends Secret {
  override get kind() {
    return "NotesKey" as const;
  }
}

/** The key of one node of the tree (protocol §3.1). */
export class NodeKey extends Secret {
  override get kind() {
    return "NodeKey" as const;
  }
}

/** E of one epoch (protocol §3.3). */
export class EpochSecret extends Secret {
  override get kind() {
    return "EpochSecret" as const;
  }
}

/** A key for XChaCha20-Poly1305, derived for one purpose. */
export class AeadKey extends Secret {
  override get kind() {
    return "AeadKey" as const;
  }
}

/** The 128 bits of an invite (protocol §7.1). */
export class InviteCode extends Secret {
  static override readonly size = 16;
  override get kind() {
    return "InviteCode" as const;
  }
}

/** Mail to one report's receipt is sealed under it (protocol §8.4). */
export class AnswerKey extends Secret {
  override get kind() {
    return "AnswerKey" as const;
  }
}

/** Recognises the mail of one report (protocol §8.4). */
export class TagKey extends Secret {
  override get kind() {
    return "TagKey" as const;
  }
}

/** Everything in a vault stands under it (protocol §11). */
export class DataKey extends Secret {
  override get kind() {
    return "DataKey" as const;
  }
}

/** What a chat shows the bot to get pings (protocol §12). */
export class PingCode extends Secret {
  static override readonly size = 16;
  override get kind() {
    return "PingCode" as const;
  }
}
