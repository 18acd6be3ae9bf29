/**
 * What a vault of an older form becomes: one step for each form, in order (protocol §11).
 *
 * A vault has one form number, beside its device's state. The first vaults had none, and are form 1; none of those was ever in a browser,
 * but the numbers are the same in every implementation. Whoever changes what is written down there adds a step. Steps work on decoded
 * records, before anything is made of them, and change nothing but the form: what a device believes is read again from entries in any case.
 */

import { digest, Purpose } from "../crypto/context";
import { UnknownVersion, WrongShape } from "../crypto/errors";
import { SigningSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import { BytesMap } from "./keyed";

/** What this step changes of form 1. It is this device's own vault: what does not have this form was not written by this software. */
interface FormOne {
  collective: Uint8Array;
  receipts: (wire.ValueMap & { id: Uint8Array; follow: Uint8Array })[];
  outbox: (wire.ValueMap & { type: string; report: Uint8Array; counter: number; body: Uint8Array })[];
}

/**
 * To form 2: a yes names the text it is for (protocol §8.3). What waits to be sent is written, and signed, in the new form.
 *
 * A yes that was not sent yet names none, so it is dropped: she is asked again.
 */
function textsHaveNames(old: wire.ValueMap): wire.ValueMap {
  const state = old as unknown as FormOne;
  const seeds = new BytesMap(state.receipts.map((receipt) => [receipt.id, new SigningSeed(receipt.follow)]));
  const outbox = state.outbox.flatMap((item) => {
    if (item.type !== "follow-up") return [item];
    const body = wire.decode(item.body) as wire.ValueMap;
    const seed = seeds.get(item.report);
    if (body["kind"] === "agree" || seed === undefined) return [];
    const named = wire.encode({ ...body, shown: null });
    const signature = signing.sign(seed, Purpose.FOLLOW_UP, state.collective, item.report, item.counter, digest(named));
    return [{ ...item, body: named, signature }];
  });
  return { ...old, receipts: state.receipts.map((receipt) => ({ ...receipt, looked: null })), outbox };
}

/** To form 3: what counts as erased at the relay was seen to be so, and not only asked for (protocol §5.7). */
function erasedIsSeen(old: wire.ValueMap): wire.ValueMap {
  return Object.hasOwn(old, "erased_at_relay") ? { ...old, erased_at_relay: [] } : old;
}

/** To form 4: whether the owner was shown her recovery words (protocol §7.6). Nobody can tell any more, so she is to look at them again. */
function wordsAreRemembered(old: wire.ValueMap): wire.ValueMap {
  return { ...old, recoverable: [false, null, null] };
}

/** To form 5: what a relay only says of itself makes a device act once for a while (protocol §5.6, §7.6). */
function claimsAreCounted(old: wire.ValueMap): wire.ValueMap {
  const { recoverable } = old as unknown as { recoverable?: wire.Value[] };
  return {
    ...old,
    // What Telegram keeps (§11) has none.
    ...(recoverable === undefined ? {} : { recoverable: [...recoverable, null] }),
    ...(Object.hasOwn(old, "rewrite") ? { restored: [0, false] } : {}),
  };
}

/** To form 6: a receipt keeps what she wrote in follow-ups (protocol §8.2). What she wrote before is nowhere any more. */
function whatSheWroteIsKept(old: wire.ValueMap): wire.ValueMap {
  const { receipts } = old as unknown as { receipts: wire.ValueMap[] };
  return { ...old, receipts: receipts.map((receipt) => ({ ...receipt, told: [] })) };
}

/** The step that leaves each form for the next, from the first on. */
const STEPS: readonly ((state: wire.ValueMap) => wire.ValueMap)[] = [
  textsHaveNames, erasedIsSeen, wordsAreRemembered, claimsAreCounted, whatSheWroteIsKept,
];
/** The form that this software writes. */
export const FORM = 1 + STEPS.length;

/**
 * The form of a vault, by its record `state`.
 *
 * @throws UnknownVersion newer software wrote it. Reading it as if it were older could lose what that software keeps.
 * @throws WrongShape it is no number that counts forms.
 */
export function checkForm(state: wire.ValueMap): number {
  const form = Object.hasOwn(state, "form") ? state["form"] : 1;
  if (!wire.isUint(form) || form < 1) throw new WrongShape("vault: a form that is none");
  if (form > FORM) {
    throw new UnknownVersion("this vault was written by a newer version of this software; install that version to open it");
  }
  return form;
}

/**
 * The state of a vault of any known form, as the present software writes it.
 *
 * @param state the records `state` and `own` in one map, decoded.
 * @throws UnknownVersion, WrongShape as {@link checkForm}.
 */
export function bringForward(state: wire.ValueMap): wire.ValueMap {
  const form = checkForm(state);
  return { ...STEPS.slice(form - 1).reduce((value, step) => step(value), state), form: FORM };
}
