/** What stands on a board: epochs, objects with their versions, and what was refused. */

import type { Public } from "../crypto/announced";
import type { EpochSecret } from "../crypto/secrets";
import type { ValueMap } from "../crypto/wire";
import { ALERT_KINDS } from "./contents";
import { Faceless } from "./faces";
import { sameBytes, type BytesSet } from "./keyed";
import { SINGLE, type Body } from "./statements";

/** A valid announcement. */
export interface Epoch {
  readonly number: number;
  readonly planting: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly time: number;
  readonly public: Public;
  readonly secret: EpochSecret;
  readonly deskKey: Uint8Array;
  /** The people who approved it. */
  readonly people: BytesSet;
}

/** One published version of an object. `people` are the ids of those who approved, `needed` how many it takes. */
export interface Version {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly time: number;
  readonly body: Body;
  readonly people: BytesSet;
  readonly needed: number;
}

/** An object on the board: an alert with its amendments and its retraction, or a notice, a question, the resources… */
export class Thing extends Faceless {
  readonly id: Uint8Array;
  /** Oldest first; never empty. */
  readonly versions: [Version, ...Version[]];

  constructor(id: Uint8Array, versions: readonly [Version, ...Version[]]) {
    super();
    this.id = id;
    this.versions = [...versions];
  }

  protected override get face(): string {
    return "Thing";
  }

  get first(): Version {
    return this.versions[0];
  }

  get last(): Version {
    return this.versions.at(-1) ?? this.first;
  }

  get isAlert(): boolean {
    return ALERT_KINDS.includes(this.first.body.kind);
  }

  get retracted(): boolean {
    return this.last.body.kind === "retraction";
  }

  /** The newest content; of a retracted alert, the one before the retraction. */
  get content(): ValueMap {
    return this.versions.findLast((version) => version.body.kind !== "retraction")?.body.content ?? {};
  }

  /** Whether only *one moderator so far* stands behind it. */
  get soFar(): boolean {
    return !this.retracted && this.isAlert && this.last.people.size < this.last.needed;
  }

  /** @param now Unix seconds. */
  expired(now: number): boolean {
    const expires = this.content["expires"];
    return typeof expires === "number" && now >= expires;
  }
}

/** What names the object of a body on a board: its id; of what there is one of each, the kind (protocol §6.2). */
export function thingKey(body: Body): Uint8Array {
  return sameBytes(body.object, SINGLE) ? new TextEncoder().encode(body.kind) : body.object;
}

/** An entry that was skipped, and why: the name of the error, and its words. */
export interface Refusal {
  readonly seq: number;
  readonly error: string;
  readonly detail: string;
}
