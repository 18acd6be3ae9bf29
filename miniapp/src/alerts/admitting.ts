/** Admitting: invites, joins, path keys, and what of them this device owes the others (protocol §7). */

import { pathBox, sealPathKeys } from "../crypto/boxes";
import type { Bundle } from "../crypto/bundle";
import { concat } from "../crypto/bytes";
import { digest } from "../crypto/context";
import { NotAllowed, Refused } from "../crypto/errors";
import { fillBox, inviteFromCode, newCode, type Welcome } from "../crypto/invites";
import { pathKeys, unusedLeaf } from "../crypto/keytree";
import type { InviteCode } from "../crypto/secrets";
import type { WaitingJoin } from "./inbox";
import { BytesSet } from "./keyed";
import type { Moderator, NoteDraft } from "./moderator";
import type { Fields } from "./notes";
import type { SignedJoin } from "./posts";
import { acceptances as acceptancesOf, type InviteRecord, type MemberRecord } from "./records";
import { DAY } from "./statements";
import type { BoxFill } from "./sync";

/**
 * A code, and the note that records it. Write the note first; the box is then filled like any other ({@link inviteRefills}).
 *
 * @param expires Unix seconds.
 */
export function newInvite(
  expires: number,
  { forModerator }: { forModerator: boolean },
): [code: InviteCode, note: ["invite", Fields<"invite">]] {
  const code = newCode();
  const { publicKey, box, key } = inviteFromCode(code);
  return [code, ["invite", { invite: publicKey, box, key: key.reveal(), expires, moderator: forModerator }]];
}

function welcome(moderator: Moderator, forModerator: boolean): Welcome {
  const { number, secret, hash } = moderator.board.epoch;
  return { collective: moderator.collective, epoch: number, secret, announcement: hash, moderator: forModerator };
}

/** Open invites whose box holds an older E than the present one (protocol §7.2). */
export function inviteRefills(moderator: Moderator, now: number): BoxFill[] {
  return openInvites(moderator, now)
    .filter((invite) => moderator.refilled.get(invite.publicKey) !== moderator.board.epoch.number)
    .map(({ box, key, expires, moderator: forModerator }) => {
      return { id: box, blob: fillBox(box, key, welcome(moderator, forModerator)), expires, burnable: true };
    });
}

export function openInvites(moderator: Moderator, now: number): InviteRecord[] {
  return [...moderator.log.invites.values()].filter((invite) => invite.open(now));
}

/** The notes that admit those who asked and may come; what is refused is told of, by name. */
export function admissions(moderator: Moderator): NoteDraft[] {
  const notes: NoteDraft[] = [];
  const taken = new Set(moderator.log.leaves);
  const { inbox } = moderator;
  for (const [sign, waiting] of [...inbox.joins]) {
    let record: InviteRecord | null;
    try {
      record = inviteUsed(moderator, sign, waiting);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Joins are read again whenever the vault is opened: each is told of once.
      const name = digest(concat(sign, waiting.join.invite ?? new Uint8Array()));
      if (!inbox.told.has(name)) {
        moderator.refusals.push({ seq: waiting.arrived, error: error.name, detail: error.detail });
        inbox.told.set(name, waiting.arrived);
      }
      inbox.joins.delete(sign);
      continue;
    }
    if (record === null) {
      // In already. If it came just now, she asks again because she cannot open what lies in her box.
      if (waiting.fresh) moderator.rewrite.add(sign);
      inbox.joins.delete(sign);
      continue;
    }
    const leaf = unusedLeaf(taken);
    taken.add(leaf);
    notes.push(["member", memberNote(waiting.join.signed, leaf)]);
  }
  return notes;
}

function inviteUsed(moderator: Moderator, sign: Uint8Array, { arrived, epoch, join }: WaitingJoin): InviteRecord | null {
  const sealedUnder = moderator.board.epochs.get(epoch);
  if (sealedUnder === undefined) throw new NotAllowed("a join under an epoch that is not there"); // the inbox opened it with its E
  const arrival = { arrived, sealedUnderSince: sealedUnder.time, removed: moderator.removed };
  return moderator.log.checkJoin(join.invite ?? new Uint8Array(), sign, arrival);
}

/** Of those who agreed to moderate after they had joined, what the log does not say yet. */
export function acceptances(moderator: Moderator): NoteDraft[] {
  const { members, accepted } = moderator.log;
  return [...moderator.inbox.accepts]
    .filter(([sign]) => members.has(sign) && !accepted.has(sign))
    .map(([, [body, signature]]) => ["accepted", { body, signature }]);
}

/** Who was admitted under an earlier notes key, while a replant was being prepared: who comes later could not know them. */
export function unrecorded(moderator: Moderator): NoteDraft[] {
  const { log } = moderator;
  const planting = moderator.board.charter.planting;
  if (planting === 1) return [];
  const recorded = log.recorded.get(planting) ?? new BytesSet();
  const members = moderator.members().filter((member) => !recorded.has(member.sign));
  const invites = members.flatMap((member) => (member.invite === null ? [] : (log.invites.get(member.invite) ?? [])));
  return [
    ...invites.map((invite): NoteDraft => ["invite", invite.fields()]),
    ...members.map((member): NoteDraft => ["member", memberNote(member.join.signed, member.leaf)]),
    ...acceptancesOf(log, members, planting).map(([body, signature]): NoteDraft => ["accepted", { body, signature }]),
  ];
}

/** The boxes with path keys that this device has not seen filled in the planting of `bundle`. */
export async function pathFills(moderator: Moderator, now: number, bundle = moderator.bundle): Promise<[MemberRecord, BoxFill][]> {
  const fills: [MemberRecord, BoxFill][] = [];
  for (const member of moderator.members()) {
    if (!moderator.filled.has(bundle.planting, member.sign)) fills.push([member, await pathFill(moderator, member, bundle, now)]);
  }
  return fills;
}

/** The box with a member's path keys. */
export async function pathFill(moderator: Moderator, member: MemberRecord, bundle: Bundle, now: number): Promise<BoxFill> {
  const { collective } = moderator;
  const keys = pathKeys(bundle.tree, collective, bundle.planting, member.leaf);
  const to = { kemKey: member.kem, device: member.sign, collective, signer: moderator.device.sign };
  const blob = await sealPathKeys(keys, member.leaf, bundle.planting, to);
  return { id: pathBox(member.box, collective, bundle.planting), blob, expires: now + 360 * DAY, burnable: false };
}

/** The fields of a `member` note: the join as she signed it, and her leaf. */
export function memberNote(join: SignedJoin, leaf: number): Fields<"member"> {
  return { join: { ...join }, leaf };
}
