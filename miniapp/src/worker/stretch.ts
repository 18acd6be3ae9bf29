/** A worker that stretches one passphrase and is then thrown away, with all it had in its memory. The page never stands still. */

import { stretch } from "../crypto/stretch";

/** What the page asks for; bytes and numbers as `stretch` takes them. */
export interface Asked {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly size: number;
  readonly passes: number;
  readonly memory: number;
}

/** The worker's two words: that it runs, and what came out. `null`: this machine does not have the memory. */
export type Answered = "ready" | { readonly stretched: Uint8Array | null };

const scope = self as unknown as { onmessage: ((event: MessageEvent<Asked>) => void) | null; postMessage(answer: Answered): void };

scope.onmessage = ({ data: { password, salt, size, passes, memory } }) => {
  void stretch(password, salt, { size, passes, memory }).then(
    (stretched) => {
      scope.postMessage({ stretched });
    },
    () => {
      scope.postMessage({ stretched: null });
    },
  );
};
scope.postMessage("ready");
