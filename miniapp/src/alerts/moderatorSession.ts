/**
 * What moderators do on purpose, on top of what their devices do by themselves. The moderators' part of `alerts/session.py`, and the desk's
 * steps as `commands/desk.py` takes them.
 *
 * Sync first: decisions are made on what is here. What a person signs is named by the hash of the body that she was shown.
 */

import type { Entry } from "../crypto/chain";
import { BadInput, NotAllowed } from "../crypto/errors";
import { inviteFromCode, readCode, showCode } from "../crypto/invites";
import type * as wire from "../crypto/wire";
import * as admitting from "./admitting";
import * as casework from "./casework";
import type { Read, SoFar } from "./casework";
import { checkContent } from "./contents";
import type { NoteDraft } from "./moderator";
import { listed, Moderating } from "./moderating";
import { shuffled } from "./outgoing";
import type { MemberRecord, Proposal } from "./records";
import * as replant from "./replant";
import { newObject, SINGLE, type Body } from "./statements";

/** Path keys are sealed and written this many members at a time. */
const MEMBERS_AT_ONCE = 100;

/** One device, its relay and its vault, and what a moderator can do with it. */
export class ModeratorSession extends Moderating {
  // ---- people -----------------------------------------------------------------------------------------------------

  /**
   * A new invite's code, as people read it. It is recorded before it is shown.
   *
   * @param expires Unix seconds.
   */
  async invite(expires: number, { moderator }: { moderator: boolean }): Promise<string> {
    const device = await this.caughtUp();
    const [code, note] = admitting.newInvite(expires, { forModerator: moderator });
    await this.writeNotes(() => (device.log.invites.has(note[1].invite) ? [] : [note]));
    await this.fillInvites();
    await this.save();
    return showCode(code);
  }

  /**
   * Calls an invite back; the next announcement makes what stood in its box worthless.
   *
   * @throws BadInput no invite has this code.
   * @throws NotAllowed it was used already.
   */
  async callBack(codeText: string): Promise<void> {
    await this.callBackInvite(inviteFromCode(readCode(codeText)).publicKey);
  }

  /** As {@link callBack}, of the invite with this public key: who sees the list of open ones need not have the code. */
  async callBackInvite(publicKey: Uint8Array): Promise<void> {
    const device = await this.caughtUp();
    const record = device.log.invites.get(publicKey);
    if (record === undefined) throw new BadInput("no invite has this code");
    if (record.usedBy !== null) throw new NotAllowed("this invite was used already; remove the member instead");
    await this.writeNotes(() => {
      const open = device.log.invites.get(publicKey)?.withdrawn === null;
      return open ? [["invite-withdrawn", { invite: publicKey }]] : [];
    });
    await this.naming.burn(record.box);
    await this.moderate();
  }

  /**
   * This person's approval of a member's removal; says whether she is out now.
   *
   * @throws NotAllowed she moderates; then the tree has to be replanted.
   */
  async remove(member: MemberRecord): Promise<boolean> {
    const device = await this.caughtUp();
    const [me] = device.me;
    const note = device.removalNote(member);
    await this.writeNotes(() => (device.log.removals.get(member.leaf)?.has(me) === true ? [] : [note]));
    await this.moderate();
    return device.removed.has(member.leaf);
  }

  /**
   * This person's approval of a new moderator; says whether she is one now.
   *
   * @throws NotAllowed she is one already, or has not agreed to become one.
   */
  async promote(member: MemberRecord): Promise<boolean> {
    const device = await this.caughtUp();
    const now = this.clock();
    const [me] = device.me;
    const body = device.promotion(member, now);
    await this.naming.fillBoxes(this.collective, [await device.bundleFill(member, device.bundle, now)], device.moderatorGate());
    await this.writeNotes(() => this.proposal(body, me));
    await this.moderate();
    return device.board.charter.placeOf(member.sign) !== null;
  }

  /** Approves the open proposal with the same content, or makes it. */
  private proposal(body: Body, me: Uint8Array): NoteDraft[] {
    const device = this.moderator;
    if (body.charter !== device.board.charter.number) return [];
    const same = this.openLike(body);
    if (same === null) return device.proposalNotes(body, { approved: true });
    return same.approvals.has(me) ? [] : [device.approvalNote(same.body)];
  }

  private openLike({ kind, content }: Body): Proposal | null {
    const device = this.moderator;
    const same = ({ body }: Proposal) => body.kind === kind && casework.isSame(body.content, content);
    return [...device.log.proposals.values()].find((one) => same(one) && device.isOpen(one, this.clock())) ?? null;
  }

  /**
   * This person's approval of a proposed statement: of the body with this hash, which she was shown, and of no other.
   *
   * @throws NotAllowed it cannot be published any more; or it is of a report whose reporter has not agreed to it.
   */
  async approveProposal(bodyHash: Uint8Array): Promise<void> {
    const device = await this.caughtUp();
    const [me] = device.me;
    await this.writeNotes(() => {
      const proposal = device.log.proposals.get(bodyHash);
      if (proposal === undefined || !device.isOpen(proposal, this.clock())) {
        throw new NotAllowed("this cannot be published any more; look at what is proposed now");
      }
      casework.checkConsent(device, proposal);
      return proposal.approvals.has(me) ? [] : [device.approvalNote(proposal.body)];
    });
    await this.moderate();
  }

  /** Proposes and approves a new charter with the same people and keys; says whether it is in force now. */
  async proposeCharter(content: wire.ValueMap): Promise<boolean> {
    const device = await this.caughtUp();
    const [me] = device.me;
    const body = device.makeStatement("charter", content, this.clock(), { previous: device.board.charterBody });
    await this.writeNotes(() => this.proposal(body, me));
    await this.moderate();
    return casework.isSame(device.board.charter.content(), content);
  }

  // ---- news, questions, resources, figures (in Python `commands/rules.py` does these steps) ----------------------------

  /**
   * Proposes and approves a statement other than charters and alerts, or approves the open one with the same content; publishes it if
   * that is enough. What was proposed, and whether it is out.
   *
   * @param fresh one of its own, such as a notice; otherwise the next version of what there is one of, such as the resources.
   * @throws WrongShape its content has not the form of its kind.
   */
  async proposeStatement(kind: string, content: wire.ValueMap, { fresh }: { fresh: boolean }): Promise<[body: Body, out: boolean]> {
    checkContent(kind, content);
    const device = await this.caughtUp();
    const [me] = device.me;
    const previous = fresh ? null : (device.board.things.get(new TextEncoder().encode(kind))?.last.body ?? null);
    const body = device.makeStatement(kind, content, this.clock(), { objectId: fresh ? newObject() : SINGLE, previous });
    await this.writeNotes(() => this.proposal(body, me));
    const proposal = this.openLike(body) ?? device.log.proposals.get(body.hash);
    if (proposal === undefined) throw notAccepted();
    return [proposal.body, await this.publishStatement(proposal.body.hash)];
  }

  /** Publishes the proposed statement with this hash, if enough people have approved it; whether it is out. */
  async publishStatement(bodyHash: Uint8Array): Promise<boolean> {
    const device = this.moderator;
    const proposal = device.log.proposals.get(bodyHash);
    if (proposal === undefined) throw new BadInput("nobody has proposed this");
    const { body } = proposal;
    const urgent = body.kind === "notice" || body.kind === "question" ? 1 : 0;
    await this.publish(() => {
      if (!device.isOpen(proposal, this.clock())) return null;
      const approvals = device.approvalsOf(proposal);
      if (approvals.length < device.neededFor(body)) return null;
      return [device.statementEntry(body, approvals, this.clock(), { urgent })];
    });
    return device.board.has(body);
  }

  /** A founder's first notes, unless they stand there already. */
  async writeFirstNotes(notes: readonly NoteDraft[]): Promise<void> {
    await this.writeNotes(() => (this.moderator.log.members.size > 0 ? [] : notes));
  }

  // ---- replanting (protocol §3.8) ---------------------------------------------------------------------------------

  /**
   * This person's part in making everything anew without a moderator; says whether it is done.
   *
   * @throws NotAllowed nobody would be left, or what is proposed is not what this device would do.
   */
  async replantWithout(gone: MemberRecord): Promise<boolean> {
    const device = await this.caughtUp();
    await this.fetchStaged();
    const openOne = () => replant.proposed(device, this.clock()).find((one) => replant.without(one, gone));
    const proposed = openOne();
    if (proposed === undefined) {
      await this.prepareReplant(gone);
      await this.writeNotes(() => (openOne() === undefined ? replant.proposalNotes(device, gone, this.clock()) : []));
    } else {
      replant.check(device, proposed, gone);
      await this.writeNotes(() => replant.approvalNotes(device, proposed));
    }
    await this.moderate();
    return device.board.charter.placeOf(gone.sign) === null;
  }

  private async prepareReplant(gone: MemberRecord): Promise<void> {
    const device = this.moderator;
    const now = this.clock();
    const bundle = replant.begin(device, gone);
    await this.save();
    const openBoxes = admitting.openInvites(device, now).map((invite) => invite.box);
    await this.writeNotes(() => replant.callingBack(device, this.clock()));
    for (const box of openBoxes) await this.naming.burn(box);
    await this.naming.fillBoxes(this.collective, await replant.bundleFills(device, gone, now), device.moderatorGate());
    await this.writeNotes(() => replant.carriedNotes(device, gone), { ahead: bundle });
    const stay = shuffled(replant.staying(device, gone).filter((member) => !device.filled.has(bundle.planting, member.sign)));
    for (let done = 0; done < stay.length; done += MEMBERS_AT_ONCE) {
      this.progress("keys", done, stay.length);
      const part = stay.slice(done, done + MEMBERS_AT_ONCE);
      const fills = [];
      for (const member of part) fills.push(await admitting.pathFill(device, member, bundle, now));
      await this.naming.fillBoxes(this.collective, fills, device.moderatorGate());
      for (const member of part) device.filled.add(bundle.planting, member.sign);
      await this.save();
    }
  }

  // ---- the desk ---------------------------------------------------------------------------------------------------

  private decide(report: Uint8Array, what: (found: casework.Case) => casework.Work): Promise<void> {
    return this.do(() => what(casework.findCase(this.moderator, report)));
  }

  /** This person works on the report now. Throws as `casework.claim`. */
  async claim(report: Uint8Array): Promise<void> {
    await this.decide(report, (found) => casework.claim(this.moderator, found));
  }

  /** Nobody works on the report any more. Throws as `casework.handBack`. */
  async handBack(report: Uint8Array): Promise<void> {
    await this.decide(report, (found) => casework.handBack(this.moderator, found));
  }

  /** This person has read what she said when it was out or over, up to this follow-up. Throws as `casework.read`. */
  async read(report: Uint8Array, counter: number): Promise<void> {
    await this.decide(report, (found) => casework.read(this.moderator, found, counter));
  }

  /** A question to the reporter, by mail. Throws as `casework.ask`. */
  async ask(report: Uint8Array, text: string): Promise<void> {
    await this.decide(report, (found) => casework.ask(this.moderator, found, text, this.clock()));
  }

  /** A public text to approve; `content` as `validateAlert` gives it. Throws as `casework.draft`. */
  async draft(report: Uint8Array, content: wire.ValueMap): Promise<void> {
    await this.decide(report, (found) => casework.draft(this.moderator, found, content, this.clock()));
  }

  /** This person's approval of the draft that she was shown. Throws as `casework.approve`. */
  async approve(report: Uint8Array, read: Read): Promise<void> {
    await this.decide(report, (found) => casework.approve(this.moderator, found, this.clock(), read));
  }

  /** No alert comes of it; the reporter sees why. Throws as `casework.decline`. */
  async decline(report: Uint8Array, reason: string): Promise<void> {
    await this.decide(report, (found) => casework.decline(this.moderator, found, reason, this.clock()));
  }

  /** Both reports are about the same; work goes on with the other. Throws as `casework.merge`. */
  async merge(report: Uint8Array, into: Uint8Array): Promise<void> {
    await this.decide(report, (found) => casework.merge(this.moderator, found, casework.findCase(this.moderator, into), this.clock()));
  }

  /**
   * Publishes a report's draft; what was published.
   *
   * @throws NotAllowed consent, hold, quorum or the rules stand against it, or the draft is another by now.
   */
  async publishCase(report: Uint8Array, read: Read): Promise<Body> {
    const device = this.moderator;
    const done: Body[] = [];
    await this.publish(() => {
      const found = casework.findCase(device, report);
      const entry = casework.publication(device, found, this.clock(), read);
      if (found.draft !== null) done.push(found.draft.body);
      return [entry];
    });
    const body = done.at(-1);
    if (body === undefined || !device.board.has(body)) throw notAccepted();
    await this.decide(report, (found) => casework.toldNow(device, found, this.clock()));
    return body;
  }

  /**
   * Publishes the draft that this person was shown with her word alone, for 72 hours, and approves it if she has not; what was published.
   *
   * @throws NotAllowed consent, hold, severity or the rules stand against it, or the draft is another by now.
   */
  async publishSoFar(report: Uint8Array, read: Read): Promise<Body> {
    const device = this.moderator;
    const shown = await this.approvedForSoFar(report, read);
    const prepared: SoFar[] = [];
    await this.decide(report, (found) => {
      const soFar = casework.soFar(device, found, this.clock(), shown);
      prepared.push(soFar);
      return soFar.work;
    });
    const last = prepared.at(-1);
    const proposal = last && device.log.proposals.get(last.first.hash);
    if (last === undefined || proposal === undefined) throw notAccepted();
    const { first } = last;
    const approvals = device.approvalsOf(proposal);
    await this.publish(() => (device.board.has(first) ? null : [device.statementEntry(first, approvals, this.clock(), { urgent: 2 })]));
    if (!device.board.has(first)) throw notAccepted();
    await this.decide(report, (found) => casework.toldNow(device, found, this.clock()));
    return first;
  }

  /** With her word alone she signs here. A new charter may have voided the draft: then the same text was proposed anew. */
  private async approvedForSoFar(report: Uint8Array, read: Read): Promise<Read> {
    const device = this.moderator;
    const [me] = device.me;
    const { draft, state } = casework.findCase(device, report);
    if (draft === null || state === "approved" || draft.approvals.has(me)) return read;
    await this.approve(report, read);
    const again = casework.findCase(device, report).draft;
    return again !== null && casework.isSame(again.body.content, draft.body.content) ? { shown: again.body.hash } : read;
  }

  // ---- alerts afterwards ------------------------------------------------------------------------------------------

  /** A new version of an alert, approved by this person; whether it is out now. Throws as `casework.amend`. */
  async amend(objectId: Uint8Array, content: wire.ValueMap): Promise<boolean> {
    await this.do(() => casework.amend(this.moderator, casework.findAlert(this.moderator, objectId), content, this.clock()));
    return this.publishChange(objectId);
  }

  /** Takes an alert back as far as this person can; whether it is taken back now. Throws as `casework.retract`. */
  async retract(objectId: Uint8Array, reason: string): Promise<boolean> {
    await this.do(() => casework.retract(this.moderator, casework.findAlert(this.moderator, objectId), reason, this.clock()));
    return this.publishChange(objectId);
  }

  /** This person's approval of the change that she was shown; whether it is out now. Throws as `casework.approveChange`. */
  async approveChange(objectId: Uint8Array, read: Read): Promise<boolean> {
    await this.do(() => casework.approveChange(this.moderator, casework.findAlert(this.moderator, objectId), this.clock(), read));
    return this.publishChange(objectId);
  }

  /** Publishes the amendment or retraction of an alert if enough people have approved it. */
  async publishChange(objectId: Uint8Array): Promise<boolean> {
    const device = this.moderator;
    const thing = () => casework.findAlert(device, objectId);
    const decide = (): Entry[] | null => listed(casework.changeEntry(device, thing(), this.clock()));
    if (!(await this.publish(decide))) return false;
    const { retracted, last } = thing();
    const reason = last.body.content["reason"];
    if (retracted && typeof reason === "string") await this.do(() => casework.retracted(device, thing(), reason, this.clock()));
    return true;
  }
}

function notAccepted(): NotAllowed {
  return new NotAllowed("readers would not accept this as it stands by now; look at the board and try again");
}
