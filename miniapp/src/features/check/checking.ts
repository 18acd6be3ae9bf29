/** Check, around `alerts/search`: the index of a board, what is compared once typing pauses, and the note with its area. */

import type { Alert, Topic } from "../../alerts/alert";
import type { Board } from "../../alerts/board";
import type { Identifier } from "../../alerts/identifiers";
import { Index, type Listed } from "../../alerts/listing";
import { lookWords, searchedLook } from "../../alerts/looks";
import { type Checking, type Result, Tokens, check, checkWhole, shownValue } from "../../alerts/search";
import { type Said, type Word, line, word } from "../../alerts/wording";

/** How long typing must pause before hidden numbers are compared, in milliseconds: each comparison takes about half a second. */
export const PAUSE = 500;

/** The board's alerts, for checking. */
export function listedOf(board: Board): Listed[] {
  return board.alerts.map((thing) => ({
    id: thing.id,
    // What stands on a board has passed `checkAlert`.
    content: thing.content as Alert,
    published: thing.last.time,
    retracted: thing.retracted,
  }));
}

const prepared = new WeakMap<Board, { readonly entries: number; readonly index: Index }>();

/** The index of a board, made once for as long as nothing on it changes. */
export function indexOf(board: Board): Index {
  const entries = board.chain.hashes.length;
  const known = prepared.get(board);
  if (known?.entries === entries) return known.index;
  const index = Index.of(listedOf(board));
  warmUp(index);
  prepared.set(board, { entries, index });
  return index;
}

/** A number, a car and a name: one of each kind of question. */
const OF_EACH = "07700 900 white van, plate KX, Dave";

/** What an engine makes ready at the first question is made ready here: else the first letter that is typed waits for it. */
function warmUp(index: Index): void {
  for (const query of [OF_EACH, "0", "07"]) check(query, index, { now: 0, country: null, tokens: new Tokens(new Uint8Array(32)) });
}

/** Thrown inside {@link compareHidden} when what is on screen is another query by now. */
const MOVED_ON = Symbol("moved on");

class WhileWanted extends Tokens {
  readonly #kept: Tokens;
  readonly #wanted: () => boolean;

  constructor(collective: Uint8Array, kept: Tokens, wanted: () => boolean) {
    super(collective);
    this.#kept = kept;
    this.#wanted = wanted;
  }

  override known(one: Identifier): number | undefined {
    return this.#kept.known(one);
  }

  override async compute(one: Identifier): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- no error: nobody waits for the answer any more
    if (!this.#wanted()) throw MOVED_ON;
    await this.#kept.compute(one);
  }
}

/**
 * The whole answer, hidden numbers included; `null` if it is not wanted any more before it is there.
 *
 * @param wanted - asked before each slow step.
 */
export async function compareHidden(
  query: string,
  index: Index,
  checking: Checking,
  collective: Uint8Array,
  wanted: () => boolean,
): Promise<Result | null> {
  try {
    const result = await checkWhole(query, index, { ...checking, tokens: new WhileWanted(collective, checking.tokens, wanted) });
    return wanted() ? result : null;
  } catch (error) {
    if (error === MOVED_ON) return null;
    throw error;
  }
}

/** What a query was taken for, in words. A bare word may be a name or a username: it was looked for as both, so no @ is put before it. */
export function lookedForIn({ lookedFor, look }: Pick<Result, "lookedFor" | "look">, query: string): Word[] {
  const numbers = lookedFor.map((one) => {
    if (one.type !== "handle" || one.partial !== null) return shownValue(one);
    if (one.platform === "" && !query.includes("@")) return line("check-as-name", { value: one.value });
    return line("alert-part", { type: word("types", one.type), value: one.shown() });
  });
  return [...numbers, ...lookWords(searchedLook(look))];
}

/** Most areas that are named one by one. */
const FEW_AREAS = 3;

/** Which areas *no record* is about: their names while they are few, else the collective's. */
export function where(topics: readonly Topic[], collective: string): string[] {
  return topics.length === 0 || topics.length > FEW_AREAS ? [collective] : topics.map((topic) => topic.name);
}

const WITH_AREA: ReadonlyMap<string, string> = new Map([
  ["note-no-record", "check-no-record"],
  ["note-no-record-since", "check-no-record-since"],
]);

/** The note, in which *no record* also says where. */
export function noteWith(note: readonly Said[], areas: readonly string[]): Said[] {
  return note.map((said) => {
    const key = WITH_AREA.get(said.key);
    return key === undefined ? said : line(key, { ...said.args, areas });
  });
}

export { check };
