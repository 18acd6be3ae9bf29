/** Founding a collective: one atomic append of its charter and its first announcement (protocol §2.2, §5.2). */

import { Approval } from "../crypto/approvals";
import { Bundle } from "../crypto/bundle";
import { ANNOUNCEMENT, makeEntry, NO_ENTRY, Place, STATEMENT, type Entry } from "../crypto/chain";
import { VERSION } from "../crypto/context";
import { cosigner, deviceFromEntropy } from "../crypto/device";
import * as epochs from "../crypto/epochs";
import { moderatorGate } from "../crypto/gates";
import { unusedLeaf } from "../crypto/keytree";
import { kemPublicKey } from "../crypto/sealing";
import { EpochSecret, KemSeed, type DeviceEntropy } from "../crypto/secrets";
import { memberNote } from "./admitting";
import { defaultQuorums, personId, type Policy, type Topic } from "./charter";
import { firstKeys } from "./cosigning";
import { faceless } from "./faces";
import { Moderator, type NoteDraft } from "./moderator";
import { founderJoin } from "./posts";
import { APPROVAL_LIFE, approve, makeBody, sealStatement, signPublication, SINGLE } from "./statements";

/** A new collective: its founder's device, the two entries of its board, and what its log begins with. */
export interface Founding {
  readonly founder: Moderator;
  readonly entries: readonly [charter: Entry, announcement: Entry];
  readonly notes: readonly NoteDraft[];
}

/** What is founded. */
export interface FoundingPlan {
  readonly name: string;
  /** ISO 3166-1 alpha-2, upper case: where numbers without a country code are from. */
  readonly country: string;
  /** Usually areas. */
  readonly topics: readonly Topic[];
  readonly policy: Policy;
  /** Unix seconds. */
  readonly now: number;
}

/** A collective with one moderator. Its id is the SHA-256 of the charter's body, which nobody can swap. */
export async function found(
  entropy: DeviceEntropy,
  alias: string,
  { name, country, topics, policy, now }: FoundingPlan,
): Promise<Founding> {
  const device = await deviceFromEntropy(entropy);
  const key = device.signingKey;
  const me = personId(key);
  const bundle = Bundle.random(1);
  const secret = EpochSecret.random();
  const deskSeed = KemSeed.random();
  const content = {
    name,
    people: [{ id: me, devices: [key] }],
    quorums: { ...defaultQuorums(1) },
    policy: { ...policy },
    topics: topics.map((topic) => ({ id: topic.id, name: topic.name })),
    country,
    planting: 1,
    bundle: { ...bundle.commitments(null) },
    minimum: VERSION,
  };
  const until = now + APPROVAL_LIFE;
  const body = makeBody("charter", content, { collective: null, charter: 0, objectId: SINGLE, until });
  const collective = body.hash;
  const gate = moderatorGate(bundle.gate, collective, 1);

  const first = new Place({ shelf: "board", seq: 0, prev: NO_ENTRY, kind: STATEMENT, epoch: 1, time: now });
  const publisher = new Approval(me, 0, signPublication(device.sign, first, body, collective));
  const statement = { body, approvals: [new Approval(me, 0, approve(device.sign, body))], publisher };
  const charterEntry = makeEntry(first, sealStatement(statement, first, secret, collective), gate, collective);

  const keys = firstKeys((index) => cosigner(device, collective, index));
  const plan = { epoch: 1, removed: [], previous: null, desk: 1, cosigners: keys.slice(0, 1) };
  const shown = epochs.announce(bundle, secret, collective, plan);
  const inner = epochs.makeInner({ charter: 1, deskKey: kemPublicKey(deskSeed), head: null, until });
  const approvals = [new Approval(me, 0, epochs.approve(device.sign, shown, inner, collective))];
  const after = charterEntry.hash(collective);
  const second = new Place({ shelf: "board", seq: 1, prev: after, kind: ANNOUNCEMENT, epoch: 1, time: now });
  const announcement = makeEntry(second, epochs.sealAnnouncement(shown, inner, approvals, secret, collective), gate, collective);

  const founder = new Moderator(entropy, device, collective, alias, now);
  founder.bundles.set(1, bundle);
  founder.readBoard([charterEntry, announcement]);
  const notes: NoteDraft[] = [
    ["desk-key", { number: 1, seed: deskSeed.reveal() }],
    ["member", memberNote(founderJoin(device, collective, alias), unusedLeaf([]))],
    ["cosigners", { keys }],
  ];
  return faceless("Founding", { founder, entries: [charterEntry, announcement], notes });
}
