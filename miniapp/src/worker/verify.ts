/** A worker that asks its platform about signatures. It is told nothing secret: what it is given is on every member's device, signed. */

import { platformSays } from "../crypto/platform";
import { unpacked } from "./packed";

const scope = self as unknown as { onmessage: ((event: MessageEvent<Uint8Array>) => void) | null; postMessage(said: boolean[]): void };

// Answers come in the order of the questions: each is waited for before the next is looked at.
let last: Promise<unknown> = Promise.resolve();
scope.onmessage = ({ data }) => {
  // Whatever goes wrong, there is an answer: an empty one says nothing of any claim.
  const said = last.then(() => platformSays(unpacked(data))).catch(() => []);
  last = said.then((answer) => {
    scope.postMessage(answer);
  });
};
