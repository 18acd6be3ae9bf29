/**
 * Reading on trial: a board that runs ahead of the one that is believed, as if every signature held, while somebody else verifies them (ADR 0016).
 *
 * What it read becomes the board part by part, and only when all the claims of a part hold and nothing in it was thrown for. Of any other part
 * nothing is kept but which claims hold: it is read again, signature by signature, and the trial begins anew behind it.
 */

import type { Ahead } from "../crypto/ahead";
import type { Entry } from "../crypto/chain";
import { nameOf, type Claim } from "../crypto/signing";
import type { Board } from "./board";

/** Entries that are read without a breath: some ten milliseconds on a cheap phone. */
export const AT_ONCE = 16;
/** Entries that are believed together, or not at all: a multiple of that. */
export const PART = 64 * AT_ONCE;
/** Parts that are read and not yet believed, at most: while one is verified, others are read. */
const UNDER_WAY = 3;
const NOTHING: ReadonlySet<string> = new Set();

/** A part that was read on trial. */
interface Part {
  /** The board behind it, if all its claims hold; `null` if something in it is thrown for. */
  readonly board: Board | null;
  /** The place of the entry behind it among those that are read. */
  readonly end: number;
  readonly claims: readonly Claim[];
  readonly judged: Promise<readonly (readonly boolean[])[]>;
}

/** What came of a part: the board behind it if it may be believed, its end, and the names of those of its claims that hold. */
export interface Outcome {
  readonly board: Board | null;
  readonly end: number;
  readonly names: ReadonlySet<string>;
}

/** Reads entries on trial, from one place on. */
export class Trial {
  private readonly board: Board;
  private at: number;
  private readonly fresh: readonly Entry[];
  private readonly ahead: Ahead;
  private readonly claims: (trial: Board, entries: readonly Entry[]) => Claim[];
  private readonly breathe: (at: number) => Promise<void>;
  private readonly size: number;
  private readonly parts: Part[] = [];

  /**
   * @param board what is believed; it is not changed.
   * @param at how many of the `fresh` entries it has read.
   * @param claims as `Board.claims`.
   * @param breathe called every {@link AT_ONCE} entries.
   * @param size entries in a part.
   */
  constructor(
    board: Board,
    at: number,
    fresh: readonly Entry[],
    ahead: Ahead,
    claims: (trial: Board, entries: readonly Entry[]) => Claim[],
    breathe: (at: number) => Promise<void>,
    size: number,
  ) {
    this.board = board.trial();
    this.at = at;
    this.fresh = fresh;
    this.ahead = ahead;
    this.claims = claims;
    this.breathe = breathe;
    this.size = size;
  }

  /** What came of the next part. Behind one that may not be believed nothing is asked: another trial begins there. */
  async next(): Promise<Outcome> {
    while (this.parts.length < UNDER_WAY && this.at < this.fresh.length) this.parts.push(await this.part());
    const { board, end, claims, judged } = this.parts.shift() ?? (await this.part());
    const holds = (await judged).flat();
    await this.breathe(this.at);
    if (board !== null && holds.length === claims.length && holds.every((one) => one)) return { board, end, names: NOTHING };
    return { board: null, end, names: new Set(claims.filter((_, i) => holds[i]).map(nameOf)) };
  }

  private async part(): Promise<Part> {
    const end = Math.min(this.at + this.size, this.fresh.length);
    const claims: Claim[] = [];
    const judged: Promise<readonly boolean[]>[] = [];
    let sound = true;
    while (sound && this.at < end) {
      await this.breathe(this.at);
      const next = Math.min(this.at + AT_ONCE, end);
      const read = this.board.chain.hashes.length + next - this.at;
      const noted = this.claims(this.board, this.fresh.slice(this.at, next));
      claims.push(...noted);
      judged.push(this.ahead.judged(noted));
      sound = this.board.chain.hashes.length === read;
      this.at = next;
    }
    if (!sound) this.at = this.fresh.length; // nothing behind it can be read
    const last = this.at === this.fresh.length;
    return { board: sound ? (last ? this.board : this.board.trial()) : null, end, claims, judged: Promise.all(judged) };
  }
}
