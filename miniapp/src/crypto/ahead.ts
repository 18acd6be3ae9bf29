/**
 * Signatures that the platform verifies ahead, many at once, and beside the page's own thread where that can be had (ADR 0016). It decides nothing:
 * whatever it does not vouch for is judged by `signing.ts` as always.
 */

import { here, isBelievable, platformSays, verifier, type Platform, type Verifier } from "./platform";
import { isWellFormed, nameOf, type Claim } from "./signing";

export type { Platform } from "./platform";

/**
 * Names of those claims that hold for certain. Of the others nothing is said: the platform may have no Ed25519 at all.
 *
 * @param platform `null` where there is none.
 */
export async function verifyAhead(claims: readonly Claim[], platform: Platform | null = here()): Promise<ReadonlySet<string>> {
  // Named before anything is waited for: what is vouched for is what was asked, whatever becomes of these bytes meanwhile.
  const named = claims.map(nameOf);
  const said = await judgedBy((asked) => platformSays(asked, platform), claims);
  return new Set(named.filter((_, i) => said[i]));
}

/** Signatures that are verified while something else goes on. */
export class Ahead {
  private readonly verifier: Verifier;

  private constructor(verifier: Verifier) {
    this.verifier = verifier;
  }

  /**
   * `null` where the platform's word is worth nothing: then nothing is to be gained.
   *
   * @param entries about how many are to be read.
   */
  static async begin(entries: number): Promise<Ahead | null> {
    const platform = here();
    return platform !== null && (await isBelievable(platform)) ? new Ahead(verifier(entries)) : null;
  }

  /** Of each claim, whether it holds for certain. */
  judged(claims: readonly Claim[]): Promise<readonly boolean[]> {
    return judgedBy((asked) => this.verifier.says(asked), claims);
  }

  /** Ends it, whatever is under way; nothing more is vouched for. */
  end(): void {
    this.verifier.end();
  }
}

/** The platform does not ask all that the rule asks, so it is asked of those claims alone for which that makes no difference. */
async function judgedBy(says: (claims: readonly Claim[]) => Promise<readonly boolean[]>, claims: readonly Claim[]): Promise<boolean[]> {
  const asked = [...claims.entries()].filter(([, claim]) => isWellFormed(claim));
  const said = await says(asked.map(([, claim]) => claim));
  const judged = claims.map(() => false);
  if (said.length !== asked.length) return judged; // it cannot be known which is about which
  for (const [at, [i]] of asked.entries()) judged[i] = said[at] === true;
  return judged;
}
