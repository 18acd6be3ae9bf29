/**
 * Casework: what moderators do with reports and alerts, as notes for the log, mail for reporters and entries for the board.
 *
 * A case is read from the log and the reporter's follow-ups through the one table of `desk.ts`. Clocks differ, so the order is the
 * log's: a *heard* note says up to which follow-up somebody had read. Nothing here writes; whoever syncs does, and asks again if
 * somebody else was quicker.
 */

import { Approval } from "../crypto/approvals";
import type { Entry } from "../crypto/chain";
import { BadInput, NotAllowed } from "../crypto/errors";
import * as wire from "../crypto/wire";
import * as alerts from "./alert";
import { SO_FAR_LIFE } from "./board";
import { contentHash } from "./contents";
import * as desk from "./desk";
import { factsOf, moveOf, type Event, type Facts, type State } from "./desk";
import { letter } from "./duties";
import { faceless, Faceless } from "./faces";
import { heard, saysSo, type Report } from "./inbox";
import { sameBytes } from "./keyed";
import { HEARD } from "./log";
import type { MailItem } from "./mail";
import type { Moderator, NoteDraft } from "./moderator";
import type { Proposal } from "./records";
import { approve as approveBody, newObject, type Body } from "./statements";
import type { Thing } from "./things";

/** A report and where it stands. */
export class Case extends Faceless {
  readonly report: Report;
  state: State = "received";
  claimedBy: Uint8Array | null = null;
  /** The text that the reporter agreed to, by its hash; and whether she agreed to one that was never this report's draft. */
  agreedTo: Uint8Array | null = null;
  agreedElsewhere = false;
  released = false;
  /** The text that approvals are for. */
  draft: Proposal | null = null;
  alert: Uint8Array | null = null;
  readonly questions: string[] = [];
  readonly answers: string[] = [];
  reason = "";
  mergedInto: Uint8Array | null = null;
  /** She corrected her report after its alert was out. */
  corrected = false;
  /** What she said when it was out or over: counter and event. And up to which follow-up somebody has read. */
  late: (readonly [counter: number, event: Event])[] = [];
  read = 0;

  constructor(report: Report) {
    super();
    this.report = report;
  }

  protected override get face(): string {
    return "Case";
  }

  /** Whether the reporter agreed to the very text of the draft. */
  get agreed(): boolean {
    return agreesTo(this.agreedTo, this.draft);
  }

  /** What she said when it was out or over and nobody has read yet, oldest first. */
  get unread(): Event[] {
    return this.late.flatMap(([counter, event]) => (counter > this.read ? [event] : []));
  }
}

/** What follows from a decision: notes first, then mail. */
export interface Work {
  readonly notes: readonly NoteDraft[];
  readonly letters: readonly MailItem[];
}

function work(notes: readonly NoteDraft[], letters: readonly MailItem[] = []): Work {
  return faceless("Work", { notes, letters });
}

// ---- reading cases --------------------------------------------------------------------------------------------------

/** Every report on this device, as a case. */
export function cases(moderator: Moderator): Case[] {
  return [...moderator.inbox.reports.values()].map((report) => readCase(moderator, report));
}

/**
 * One case.
 *
 * @throws BadInput there is no such report.
 */
export function findCase(moderator: Moderator, reportId: Uint8Array): Case {
  return readCase(moderator, moderator.inbox.find(reportId));
}

function readCase(moderator: Moderator, report: Report): Case {
  const found = new Case(report);
  let waiting = report.followUps;
  const hear = (count: number) => {
    for (const { counter, body } of waiting.slice(0, count)) apply(moderator, found, body.kind, null, body, counter);
    waiting = waiting.slice(count);
  };
  for (const step of moderator.log.steps.get(report.id) ?? []) {
    // Only what it names by hash was heard: a counter alone would also put in order what nobody had written yet.
    if (step.event === HEARD) hear(1 + waiting.findIndex(({ counter, body }) => saysSo(step.data, heard(counter, body))));
    else apply(moderator, found, step.event, step.person, step.data);
  }
  hear(waiting.length);
  return found;
}

function isEvent(name: string): name is Event {
  return (desk.EVENTS as readonly string[]).includes(name);
}

/** A field of a step's data or of a follow-up's body, if it is there and of this kind. */
function of<T extends wire.Value>(data: wire.ValueMap, name: string, is: wire.Guard<T>): T | undefined {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return value !== undefined && is(value) ? value : undefined;
}

const isBytes = wire.isBytes();
const isText = wire.isText();
const isTrue = wire.isOneOf(true);
/** After these what she agreed to is void. */
const VOIDING: readonly Event[] = ["draft", "ask", "answer", "correct"];

function apply(moderator: Moderator, found: Case, event: string, person: Uint8Array | null, data: wire.ValueMap, counter = 0): void {
  if (!isEvent(event)) return; // *seen*, or an event of a newer version
  const move = moveOf(found.state, event);
  if (move === undefined || desk.REPORTER_EVENTS.has(event) !== (person === null)) return;
  const shown = of(data, "shown", isBytes) ?? null;
  if (event === "agree" && !agreesTo(shown, found.draft)) {
    // A yes to another text is none to this one. Had she read an earlier draft, it is in the log.
    const drafts = [...moderator.log.proposals.values()].filter((proposal) => sameBytes(proposal.report, found.report.id));
    found.agreedElsewhere ||= shown !== null && found.draft !== null && !drafts.some((proposal) => agreesTo(shown, proposal));
    return;
  }
  if (event === "read") {
    const named = found.report.followUps.filter((one) => saysSo(data, heard(one.counter, one.body))).map((one) => one.counter);
    found.read = Math.max(found.read, ...named);
    return;
  }
  if (desk.isLate(found.state, event)) found.late.push([counter, event]);
  // It is worked on again, with all she said before eyes.
  else if (!desk.OVER.includes(move.to)) found.late = [];
  found.corrected ||= event === "correct" && (found.state === "so-far" || found.state === "published");
  // The guards were asked by the device that wrote the note; what reached readers is judged by the board, not here.
  found.state = move.to;
  const named = namedDraft(moderator, found, event, data);
  // Only the very text she agreed to is the same: the note's word alone is not enough.
  const same = named !== null && found.draft !== null && isSame(named.body.content, found.draft.body.content);
  const again = same && of(data, "same", isTrue) === true;
  // What is out already stays what she agreed to; the second person reads what she has said since.
  const out = move.to === "so-far" || (move.to === "published" && event === "answer");
  if (VOIDING.includes(event) && !again && !out) found.agreedTo = null;
  if (event === "claim") found.claimedBy = person;
  else if (event === "hand-back") found.claimedBy = null;
  else if (event === "ask") found.questions.push(of(data, "text", isText) ?? "");
  else if (event === "answer" || event === "correct") found.answers.push(of(data, "text", isText) ?? "");
  else if (event === "agree") found.agreedTo = shown;
  else if (event === "release") found.released = true;
  else if (event === "decline") found.reason = of(data, "reason", isText) ?? "";
  else if (event === "merge") found.mergedInto = of(data, "into", isBytes) ?? null;
  found.draft = named ?? found.draft;
  found.alert = of(data, "alert", isBytes) ?? found.alert;
}

/** That one moderator stands behind it so far is no part of what a reporter agrees to. */
function agreesTo(hash: Uint8Array | null, proposal: Proposal | null): boolean {
  if (hash === null || proposal === null) return false;
  return [false, true].some((soFar) => sameBytes(contentHash({ ...proposal.body.content, so_far: soFar }), hash));
}

/** Whether two contents are the same, whatever the order of their fields here. */
export function isSame(one: wire.ValueMap, other: wire.ValueMap): boolean {
  return sameBytes(contentHash(one), contentHash(other));
}

/** A step makes nothing its report's draft but an alert that was proposed for this report: people sign what stands here. */
function namedDraft(moderator: Moderator, found: Case, event: Event, data: wire.ValueMap): Proposal | null {
  const body = of(data, "body", isBytes);
  if (body === undefined || (event !== "draft" && event !== "publish-so-far")) return null;
  const proposal = moderator.log.proposals.get(body);
  if (proposal === undefined || !["alert", "amendment"].includes(proposal.body.kind)) return null;
  return sameBytes(proposal.report, found.report.id) ? proposal : null;
}

/** What the table's guards look at. */
export function facts(moderator: Moderator, found: Case): Facts {
  return factsAbout(moderator, found, found.draft);
}

function factsAbout(moderator: Moderator, found: Case, text: Proposal | null): Facts {
  const severity = text === null ? undefined : of(text.body.content, "severity", isText);
  return factsOf(found.report.fields, {
    agreed: agreesTo(found.agreedTo, text),
    released: found.released,
    approvals: text === null ? 0 : moderator.approvalsOf(text).length,
    quorum: moderator.board.charter.quorums.alert,
    ...(severity === undefined ? {} : { severity }),
  });
}

/** The alert of a report, while members still read it. */
export function standing(moderator: Moderator, found: Case, now: number): Thing | null {
  const thing = found.alert === null ? undefined : moderator.board.things.get(found.alert);
  return thing === undefined || thing.retracted || thing.expired(now) ? null : thing;
}

/** Whether the reporter corrected her report once its alert was out, and nobody has changed the alert since. */
export function writtenSince(moderator: Moderator, found: Case, now: number): boolean {
  const thing = standing(moderator, found, now);
  if (thing === null || !found.corrected) return false;
  const amended = thing.versions.length > 1 ? thing.last.time : 0;
  return found.report.followUps.some(({ arrived, body }) => body.kind === "correct" && arrived > amended);
}

/**
 * Returns if a proposed text came from no report, or if its reporter's word allows that somebody approves it.
 *
 * @throws NotAllowed it does not, or nobody can tell because the report is not on this device.
 */
export function checkConsent(moderator: Moderator, proposal: Proposal): void {
  if (proposal.report === null) return;
  const report = moderator.inbox.reports.get(proposal.report);
  if (report === undefined) {
    throw new NotAllowed("the report this text is from is not on this device, so it cannot tell what she agreed to");
  }
  desk.check(desk.CONSENT, factsAbout(moderator, readCase(moderator, report), proposal));
}

function note(found: Case, event: Event, data: wire.ValueMap = {}): NoteDraft {
  return ["desk", { report: found.report.id, event, data }];
}

function checkAllowed(moderator: Moderator, found: Case, event: Event): void {
  desk.step(found.state, event, facts(moderator, found));
}

// ---- deciding -------------------------------------------------------------------------------------------------------

/** This person works on the report now. */
export function claim(moderator: Moderator, found: Case): Work {
  checkAllowed(moderator, found, "claim");
  return work([note(found, "claim")]);
}

/** Nobody works on the report any more: it waits for somebody else. */
export function handBack(moderator: Moderator, found: Case): Work {
  checkAllowed(moderator, found, "hand-back");
  return work([note(found, "hand-back")]);
}

/**
 * This person has read what she said when the report was out or over.
 *
 * @param counter of the newest follow-up that this person was shown.
 * @throws NotAllowed there is nothing new up to there.
 */
export function read(moderator: Moderator, found: Case, counter: number): Work {
  checkAllowed(moderator, found, "read");
  const shown = found.report.followUps.findLast((one) => one.counter <= counter);
  if (shown === undefined || !found.late.some(([late]) => found.read < late && late <= counter)) {
    throw new NotAllowed("there is nothing new to read in this report");
  }
  return work([note(found, "read", heard(shown.counter, shown.body))]);
}

/** A question to the reporter, by mail. */
export function ask(moderator: Moderator, found: Case, text: string, now: number): Work {
  checkAllowed(moderator, found, "ask");
  const question = found.questions.length + 1;
  const mail = letter(moderator, found.report.id, now, "question", { text, status: "needs-info", question });
  return work([note(found, "ask", { text })], [mail]);
}

/**
 * A public text to approve. If the reporter wants to see it first, it goes to her by mail.
 *
 * @param content as `validateAlert` gives it.
 */
export function draft(moderator: Moderator, found: Case, content: wire.ValueMap, now: number): Work {
  checkAllowed(moderator, found, "draft");
  const body = moderator.makeStatement("alert", content, now, { objectId: newObject() });
  const notes = [...moderator.proposalNotes(body, { report: found.report.id }), note(found, "draft", { body: body.hash })];
  if (!facts(moderator, found).showFirst) return work(notes);
  const mail = letter(moderator, found.report.id, now, "preview", { status: "shown", preview: content });
  return work([...notes, note(found, "show", { body: body.hash })], [mail]);
}

/**
 * What is signed is what was read: a person is never asked to sign what stands there by now.
 *
 * @throws NotAllowed something else stands there.
 */
function checkRead(proposal: Proposal, shown: Uint8Array): void {
  if (!sameBytes(proposal.body.hash, shown)) throw new NotAllowed("the text is another than the one you were shown; look at it again");
}

/** What a person was shown, by the hash of its body. */
export interface Read {
  readonly shown: Uint8Array;
}

/**
 * This person's approval of the draft; of the same text anew if a new charter has voided it.
 *
 * @throws NotAllowed the draft is another by now, or cannot be approved.
 */
export function approve(moderator: Moderator, found: Case, now: number, { shown }: Read): Work {
  const proposal = found.draft;
  if (proposal === null) throw new NotAllowed("there is no draft to approve yet");
  checkRead(proposal, shown);
  if (!moderator.isOpen(proposal, now)) return approveAnew(moderator, found, proposal, now);
  checkAllowed(moderator, found, "approve");
  const [me] = moderator.me;
  if (proposal.approvals.has(me)) throw new NotAllowed("you have approved this already; somebody else must be the second");
  const notes = [moderator.approvalNote(proposal.body), note(found, "approve", { body: proposal.body.hash })];
  const { hold, released } = facts(moderator, found);
  // Only her word is missing now. She has to hear of it, or it waits for good.
  const waits = hold && !released && moderator.approvalsOf(proposal).length + 1 >= moderator.neededFor(proposal.body);
  return work(notes, waits ? [letter(moderator, found.report.id, now, "status", { status: "held" })] : []);
}

function approveAnew(moderator: Moderator, found: Case, { body: old }: Proposal, now: number): Work {
  if (moderator.board.has(old)) throw new NotAllowed("this is published already");
  desk.check(desk.CONSENT, facts(moderator, found));
  const previous = moderator.board.things.get(old.object)?.last.body ?? null;
  const body = moderator.makeStatement(old.kind, old.content, now, { objectId: old.object, previous });
  if (found.state !== "claimed" && found.state !== "so-far") desk.step(found.state, "draft");
  return work([
    ...moderator.proposalNotes(body, { report: found.report.id }),
    note(found, "draft", { body: body.hash, same: true }),
    moderator.approvalNote(body),
    note(found, "approve", { body: body.hash }),
  ]);
}

/** No alert comes of it; the reporter sees why. */
export function decline(moderator: Moderator, found: Case, reason: string, now: number): Work {
  checkAllowed(moderator, found, "decline");
  const mail = letter(moderator, found.report.id, now, "status", { text: reason, status: "declined" });
  return work([note(found, "decline", { reason })], [mail]);
}

/** Both reports are about the same; work goes on with the other. */
export function merge(moderator: Moderator, found: Case, into: Case, now: number): Work {
  if (sameBytes(into.report.id, found.report.id)) throw new BadInput("a report cannot be merged into itself");
  checkAllowed(moderator, found, "merge");
  const mail = letter(moderator, found.report.id, now, "status", { status: "merged" });
  return work([note(found, "merge", { into: into.report.id })], [mail]);
}

// ---- publishing -----------------------------------------------------------------------------------------------------

/** The content of a proposed alert or amendment: `alerts/log` took it only because it is one. */
function alertIn(body: Body): alerts.Alert {
  return alerts.checkAlert(body.content);
}

/**
 * The entry that publishes the draft.
 *
 * @throws NotAllowed consent, hold or quorum stand against it, or the draft is another by now.
 */
export function publication(moderator: Moderator, found: Case, now: number, { shown }: Read): Entry {
  if (found.draft === null) throw new NotAllowed("there is no draft yet");
  checkRead(found.draft, shown);
  const { body } = found.draft;
  if (moderator.board.has(body)) throw new NotAllowed("this is published already");
  checkAllowed(moderator, found, "publish");
  if (!moderator.isOpen(found.draft, now)) throw new NotAllowed("the charter changed since this was approved; approve it again");
  const urgent = alerts.urgent(alertIn(body));
  const entry = moderator.statementEntry(body, moderator.approvalsOf(found.draft), now, { urgent });
  const refusal = moderator.wouldRefuse([entry]);
  if (refusal !== null) throw new NotAllowed(`readers would not accept this as it stands (${refusal.detail}); write it anew`);
  return entry;
}

/** What the log and the reporter learn once the entry stands on the board. */
function published(moderator: Moderator, found: Case, body: Body, now: number): Work {
  const mail = letter(moderator, found.report.id, now, "status", { status: "published" });
  return work([note(found, "publish", { alert: body.object })], [mail]);
}

/** {@link soFar}: the work, the alert's body, and the amendment's. */
export interface SoFar {
  readonly work: Work;
  readonly first: Body;
  readonly second: Body;
}

/**
 * One moderator's word, for 72 hours: notes that propose and approve it, and the amendment that a second person makes final.
 *
 * The first person signs the amendment at once, so that the second needs nobody awake.
 *
 * @throws NotAllowed consent, hold, severity or the rules stand against it, or the draft is another by now.
 */
export function soFar(moderator: Moderator, found: Case, now: number, { shown }: Read): SoFar {
  if (found.draft === null) throw new NotAllowed("there is no draft yet");
  checkRead(found.draft, shown);
  if (moderator.board.charter.quorums.alert < 2) throw new NotAllowed("here one person is enough; publish it as it is");
  checkAllowed(moderator, found, "publish-so-far");
  const content = found.draft.body.content;
  const ends = Math.min(alertIn(found.draft.body).expires, now + SO_FAR_LIFE);
  const first = moderator.makeStatement("alert", { ...content, so_far: true, expires: ends }, now, { objectId: newObject() });
  const continues = { objectId: first.object, previous: first };
  const second = moderator.makeStatement("amendment", { ...content, so_far: false }, now, continues);
  const [me, device] = moderator.me;
  const approval = new Approval(me, device, approveBody(moderator.device.sign, first));
  const refusal = moderator.wouldRefuse([moderator.statementEntry(first, [approval], now, { urgent: 2 })]);
  if (refusal !== null) throw new NotAllowed(`readers would not accept this: ${refusal.detail}`);
  const plan = { report: found.report.id, approved: true };
  return { work: work([...moderator.proposalNotes(first, plan), ...moderator.proposalNotes(second, plan)]), first, second };
}

/** What the log and the reporter learn once it stands on the board: what awaits approval now is the amendment. */
function soFarPublished(moderator: Moderator, found: Case, first: Body, second: Body, now: number): Work {
  const mail = letter(moderator, found.report.id, now, "status", { status: "so-far" });
  return work([note(found, "publish-so-far", { alert: first.object, body: second.hash })], [mail]);
}

/** The reports whose alert stands on the board, and of which log and reporter were not told: who published it was ended in the middle of it. */
export function untold(moderator: Moderator): Uint8Array[] {
  return cases(moderator).flatMap((found) => (standsUntold(moderator, found) === null ? [] : [found.report.id]));
}

/** What they are still to learn of it; nothing, if somebody else has told them since. */
export function toldNow(moderator: Moderator, found: Case, now: number): Work {
  const out = standsUntold(moderator, found);
  if (out === null) return work([]);
  const [first, second] = out;
  return second === null ? published(moderator, found, first, now) : soFarPublished(moderator, found, first, second, now);
}

/** What is out of it without a note that says so: its alert; and the amendment that waits, if it is out with one moderator so far. */
function standsUntold(moderator: Moderator, { report, state, draft, alert }: Case): [first: Body, second: Body | null] | null {
  const { board, log } = moderator;
  if (draft !== null && (state === "approved" || state === "so-far") && board.has(draft.body)) return [draft.body, null];
  if (state !== "approved") return null;
  const own = [...log.proposals.values()].filter((one) => sameBytes(one.report, report.id)).map(({ body }) => body);
  const first = own.find((body) => body.kind === "alert" && body.content["so_far"] === true && !sameBytes(body.object, alert) && board.has(body));
  const second = own.find((body) => body.kind === "amendment" && first !== undefined && sameBytes(body.object, first.object));
  return first === undefined || second === undefined ? null : [first, second];
}

// ---- alerts afterwards ----------------------------------------------------------------------------------------------

/**
 * An alert on the board.
 *
 * @throws BadInput there is none with this id.
 */
export function findAlert(moderator: Moderator, objectId: Uint8Array): Thing {
  const thing = moderator.board.things.get(objectId);
  if (thing?.isAlert !== true) throw new BadInput("no alert has this id");
  return thing;
}

/**
 * The proposed amendments and retractions of an alert that can still be published, the earliest first.
 *
 * There may be several: what somebody proposed first stands in nobody's way.
 */
export function openChanges(moderator: Moderator, thing: Thing, now: number): Proposal[] {
  return [...moderator.log.proposals.values()]
    .filter((proposal) => sameBytes(proposal.body.object, thing.id) && moderator.isOpen(proposal, now))
    .sort((a, b) => a.seq - b.seq);
}

/**
 * Proposes and approves a new version of an alert.
 *
 * @throws NotAllowed it was retracted.
 */
export function amend(moderator: Moderator, thing: Thing, content: wire.ValueMap, now: number): Work {
  if (thing.retracted) throw new NotAllowed("this alert was retracted");
  const body = moderator.makeStatement("amendment", content, now, { objectId: thing.id, previous: thing.last.body });
  return work(moderator.proposalNotes(body, { approved: true }));
}

/**
 * Proposes and approves a retraction; or approves the one that somebody proposed with this very reason.
 *
 * @throws NotAllowed it was retracted already, or this person has approved it already.
 */
export function retract(moderator: Moderator, thing: Thing, reason: string, now: number): Work {
  if (thing.retracted) throw new NotAllowed("this alert was retracted already");
  const [me] = moderator.me;
  // Members read the reason: nobody's signature goes under another than the one she gave.
  const found = openChanges(moderator, thing, now).find(({ body }) => body.kind === "retraction" && isSame(body.content, { reason }));
  if (found === undefined) {
    const body = moderator.makeStatement("retraction", { reason }, now, { objectId: thing.id, previous: thing.last.body });
    return work(moderator.proposalNotes(body, { approved: true }));
  }
  if (found.approvals.has(me)) throw new NotAllowed("you have asked for this already; somebody else must agree");
  return work([moderator.approvalNote(found.body)]);
}

/**
 * This person's approval of a proposed amendment or retraction.
 *
 * @throws NotAllowed nothing is proposed, or not this; or this person has approved it already.
 */
export function approveChange(moderator: Moderator, thing: Thing, now: number, { shown }: Read): Work {
  const waiting = openChanges(moderator, thing, now);
  const proposal = waiting.find(({ body }) => sameBytes(body.hash, shown)) ?? waiting[0];
  if (proposal === undefined) throw new NotAllowed("nothing is proposed for this alert");
  checkRead(proposal, shown);
  checkConsent(moderator, proposal);
  const [me] = moderator.me;
  if (proposal.approvals.has(me)) throw new NotAllowed("you have approved this already; somebody else must be the second");
  return work([moderator.approvalNote(proposal.body)]);
}

/**
 * The amendment or retraction of an alert that enough people have approved, and that readers will accept.
 *
 * @throws NotAllowed of what is ready, nothing is what its reporter agreed to.
 */
export function changeEntry(moderator: Moderator, thing: Thing, now: number): Entry | null {
  let refusal: NotAllowed | null = null;
  for (const proposal of openChanges(moderator, thing, now)) {
    const { body } = proposal;
    const approvals = moderator.approvalsOf(proposal);
    if (approvals.length < moderator.neededFor(body)) continue;
    try {
      checkConsent(moderator, proposal);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      refusal = error;
      continue;
    }
    const content = body.kind === "retraction" ? alerts.checkAlert(thing.content) : alertIn(body);
    const entry = moderator.statementEntry(body, approvals, now, { urgent: alerts.urgent(content) });
    if (moderator.wouldRefuse([entry]) === null) return entry;
  }
  if (refusal !== null) throw refusal;
  return null;
}

/** The cases an alert came from. */
export function about(moderator: Moderator, thing: Thing): Case[] {
  return cases(moderator).filter((found) => sameBytes(found.alert, thing.id));
}

/** What the reporters of a retracted alert learn. */
export function retracted(moderator: Moderator, thing: Thing, reason: string, now: number): Work {
  const tell = (found: Case) => letter(moderator, found.report.id, now, "status", { text: reason, status: "retracted" });
  return work([], about(moderator, thing).map(tell));
}
