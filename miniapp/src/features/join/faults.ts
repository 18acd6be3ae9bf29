/** What can go wrong on the way in, as one sentence each. Pure. */

import { NothingKept } from "../../alerts/session";
import { judgeWords } from "../../crypto/device";
import { BadInput, NotAddressed, NotARelay, Refused, RelayRefused, StorageFailed, Unreachable } from "../../crypto/errors";
import { DeviceEntropy } from "../../crypto/secrets";

/** A sentence of the catalogue, and whether it is about the code. */
export interface JoinFault {
  readonly id: string;
  readonly values?: Record<string, string | number>;
  readonly ofCode: boolean;
}

export function faultOf(error: unknown): JoinFault {
  if (error instanceof Unreachable) return { id: "join-offline", ofCode: false };
  if (error instanceof NotARelay) return { id: "trouble-not-ours", ofCode: false };
  if (error instanceof RelayRefused) return { id: error.retryAfter === null ? "trouble-said-no" : "trouble-busy", ofCode: false };
  if (error instanceof StorageFailed) return { id: "join-not-kept", ofCode: false };
  // The moderators' keys have changed, and none of their phones has renewed what the code opens.
  if (error instanceof NotAddressed) return { id: "join-code-waits", ofCode: true };
  if (error instanceof Refused) return { id: "join-refused", ofCode: false };
  if (error instanceof BadInput) return { id: "join-code-gone", ofCode: true };
  return { id: "trouble-unknown", ofCode: false };
}

/** The same for who comes back by her words: what is wrong with them, with what is kept under them, or on the way. */
export function faultOfWords(error: unknown, words: string): JoinFault {
  if (error instanceof NothingKept) return { id: "recover-nothing", ofCode: true };
  if (error instanceof NotAddressed) return { id: "recover-removed", ofCode: false };
  if (error instanceof Refused) return { id: "recover-refused", ofCode: false };
  if (!(error instanceof BadInput)) return faultOf(error);
  const judged = judgeWords(words);
  if (judged instanceof DeviceEntropy) return { id: "recover-nothing", ofCode: true };
  if (judged.is === "count") return { id: "recover-count", values: { count: judged.count }, ofCode: true };
  return judged.is === "word" ? { id: "recover-word", values: { place: judged.place }, ofCode: true } : { id: "recover-together", ofCode: true };
}
