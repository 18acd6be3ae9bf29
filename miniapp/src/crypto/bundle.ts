/** The moderators' bundle: three independent secrets, so that a moderator who left can derive nothing later (protocol §2.3). */

import { equal } from "./bytes";
import { deriveBytes, Purpose } from "./context";
import { WrongCommitment } from "./errors";
import { GateSeed, NotesKey, TreeSeed } from "./secrets";

/** What a charter says of a bundle: 32 bytes for each part. */
export type Commitments = Readonly<Record<"tree" | "gate" | "notes", Uint8Array>>;

/** What moderators share during one planting. */
export class Bundle {
  readonly planting: number;
  readonly tree: TreeSeed;
  readonly gate: GateSeed;
  readonly notes: NotesKey;

  constructor(planting: number, tree: TreeSeed, gate: GateSeed, notes: NotesKey) {
    this.planting = planting;
    this.tree = tree;
    this.gate = gate;
    this.notes = notes;
  }

  static random(planting: number): Bundle {
    return new Bundle(planting, TreeSeed.random(), GateSeed.random(), NotesKey.random());
  }

  /** `{"tree", "gate", "notes"}`: 32 bytes each, as they stand in the charter. */
  commitments(collective: Uint8Array | null): Commitments {
    const of = (value: TreeSeed | GateSeed | NotesKey, part: string) =>
      deriveBytes(value, Purpose.BUNDLE_COMMIT, collective, part, this.planting);
    return { tree: of(this.tree, "tree"), gate: of(this.gate, "gate"), notes: of(this.notes, "notes") };
  }

  /**
   * Returns if this is the bundle of a charter with these commitments; a founding charter's stand without the collective's id.
   *
   * @throws {@link WrongCommitment} it is not.
   */
  check(commitments: Commitments, collective: Uint8Array): void {
    if (!same(commitments, this.commitments(collective)) && !same(commitments, this.commitments(null))) {
      throw new WrongCommitment("the moderators' keys are not those of the charter");
    }
  }
}

function same(one: Commitments, other: Commitments): boolean {
  return equal(one.tree, other.tree) && equal(one.gate, other.gate) && equal(one.notes, other.notes);
}
