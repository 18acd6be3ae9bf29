/**
 * Plays a scenario of `tests/vectors/scenarios/` with the real reader, and says what came of it (`tests/vectors/README.md`). The twin of
 * `tests/partners/run_scenario.py`.
 */

import * as admitting from "../../src/alerts/admitting";
import * as casework from "../../src/alerts/casework";
import type { Head } from "../../src/alerts/follow";
import { parseMail } from "../../src/alerts/mail";
import type { InviteRecord } from "../../src/alerts/records";
import { Member, type MemberState } from "../../src/alerts/member";
import { Moderator, type ModeratorState } from "../../src/alerts/moderator";
import { Receipt } from "../../src/alerts/receipt";
import { BytesMap } from "../../src/alerts/keyed";
import type { Refusal } from "../../src/alerts/things";
import { Bundle } from "../../src/crypto/bundle";
import { parseEntry, type Entry } from "../../src/crypto/chain";
import { deviceFromEntropy, type Device } from "../../src/crypto/device";
import { Refused } from "../../src/crypto/errors";
import { inviteFromCode, openBox, type Welcome } from "../../src/crypto/invites";
import { decodePathKeys } from "../../src/crypto/keytree";
import { AnswerKey, DeviceEntropy, GateSeed, InviteCode, NotesKey, SigningSeed, TagKey, TreeSeed } from "../../src/crypto/secrets";
import * as wire from "../../src/crypto/wire";
import { b, hex, opt } from "../vectors";

interface EntryJson {
  header: string;
  signature: string;
  blob: string | null;
}
interface HeadJson {
  seq: number;
  hash: string;
}
interface MailJson {
  position: number;
  tag: string;
  blob: string;
}
interface ReceiptJson {
  id: string;
  answer: string;
  tag: string;
  follow: string;
  kinds: string[];
  sent: number;
  item: string;
}
interface DeskJson {
  began: number;
  items: { position: number; arrived: number; item: string }[];
}
/** What the relay answers. */
export interface Response {
  now?: number;
  head: HeadJson | null;
  welcome?: { code: string; box: string; newest: EntryJson };
  entries: EntryJson[];
  found?: EntryJson[];
  boxes?: { purpose: string; blob: string }[];
  log?: { head: HeadJson | null; entries: EntryJson[] };
  desk?: DeskJson;
  mail?: MailJson[];
}
export interface Given {
  collective: string;
  paths: { planting: number; leaf: number; keys: string }[];
  bundles: { planting: number; tree: string; gate: string; notes: string }[];
  device?: string;
  moderates?: boolean;
  receipts?: ReceiptJson[];
}
export interface Scenario {
  name: string;
  section: string;
  what: string;
  given: Given;
  responses: Response[];
  expect: Record<string, unknown> & { raises: string | null };
}

/** What a response may hold beside entries of the board; `expect` has a part of the same name. */
export const PARTS = ["boxes", "log", "desk", "mail"] as const;
export type Part = (typeof PARTS)[number];

const KNOWN = {
  scenario: ["name", "section", "what", "given", "responses", "expect"],
  given: ["collective", "paths", "bundles", "device", "moderates", "receipts"],
  response: ["now", "head", "welcome", "entries", "found", ...PARTS],
  expect: ["raises", "refused", "alerts", "charter", "epoch", "withheld", "alarms", ...PARTS],
};

/** Whatever stands in a scenario that this player does not know. */
export function unknownTo(scenario: Scenario): string[] {
  const beyond = (value: object, known: readonly string[]) => Object.keys(value).filter((name) => !known.includes(name));
  return [
    ...beyond(scenario, KNOWN.scenario),
    ...beyond(scenario.given, KNOWN.given),
    ...scenario.responses.flatMap((response) => beyond(response, KNOWN.response)),
    ...beyond(scenario.expect, KNOWN.expect),
  ];
}

export function partsOf(scenario: Scenario): Part[] {
  return PARTS.filter((part) => scenario.responses.some((response) => part in response));
}

const devices = new Map<string, Promise<Device>>();

/** Making a device's keys is slow on purpose; the same few devices read all scenarios. */
function deviceOf(entropy: string): Promise<Device> {
  const made = devices.get(entropy) ?? deviceFromEntropy(new DeviceEntropy(b(entropy)));
  devices.set(entropy, made);
  return made;
}

/** Who reads: a member with path keys, or a moderator if bundles are given. */
export async function readerOf(given: Given): Promise<Member> {
  const entropy = given.device ?? "00".repeat(16);
  const kind = given.bundles.length > 0 || given.moderates === true ? Moderator : Member;
  const reader = new kind(new DeviceEntropy(b(entropy)), await deviceOf(entropy), b(given.collective), "reader", 0);
  for (const { planting, leaf, keys } of given.paths) reader.paths.set(planting, { leaf, keys: decodePathKeys(leaf, b(keys)) });
  if (reader instanceof Moderator) {
    for (const { planting, tree, gate, notes } of given.bundles) {
      const bundle = new Bundle(planting, new TreeSeed(b(tree)), new GateSeed(b(gate)), new NotesKey(b(notes)));
      reader.bundles.set(planting, bundle);
    }
  }
  for (const one of given.receipts ?? []) {
    const keys = [new AnswerKey(b(one.answer)), new TagKey(b(one.tag)), new SigningSeed(b(one.follow))] as const;
    const receipt = new Receipt(b(one.id), ...keys, one.kinds, one.sent);
    receipt.unsent = b(one.item);
    reader.receipts.set(receipt.id, receipt);
  }
  return reader;
}

/** The same device after its vault was closed and opened again: what it holds went through its encoding. */
export async function reopened(reader: Member): Promise<Member> {
  const state = wire.decode(wire.encode(reader.state()));
  const entries = (wire.decode(wire.encode(reader.entries.map((entry) => entry.value()))) as wire.Value[]).map((value) => parseEntry(value, "board"));
  if (reader instanceof Moderator) {
    const log = wire.decode(wire.encode(reader.logEntries.map((entry) => entry.value()))) as wire.Value[];
    const logEntries = log.map((value) => parseEntry(value, "log"));
    return Moderator.fromState(state as ModeratorState, entries, reader.device, undefined, logEntries);
  }
  return Member.fromState(state as MemberState, entries, reader.device);
}

/** What was said of boxes, desk and mail so far: a device says it once, and does not keep it. */
export class Told {
  readonly boxes: string[] = [];
  readonly desk: [number, string][] = [];
  readonly mail: [number, string][] = [];
}

/** The two ways to read a board, which must never differ: at once, and in turns with signatures verified ahead. */
export const READINGS = {
  atOnce: (reader: Member, entries: readonly Entry[]) => {
    reader.readBoard(entries);
  },
  inTurns: (reader: Member, entries: readonly Entry[]) => reader.readBoardSlowly(entries, () => Promise.resolve()),
} as const;

/** Gives the reader one answer of the relay; the name of the error that refuses it. */
export async function answer(reader: Member, response: Response, told: Told, read: keyof typeof READINGS = "inTurns"): Promise<string | null> {
  try {
    reader.now = response.now ?? reader.now;
    if (response.head !== null) reader.compare(headOf(response.head));
    const welcome = response.welcome === undefined ? null : welcomed(reader, response.welcome);
    const entries = response.entries.map((value) => parseEntry(entryOf(value), "board"));
    await READINGS[read](reader, entries);
    if (welcome !== null) reader.checkWelcome(welcome);
    for (const value of response.found ?? []) reader.takeWithheld(parseEntry(entryOf(value), "board"));
    for (const box of response.boxes ?? []) told.boxes.push(await boxTaken(reader, box));
    if (reader instanceof Moderator && response.log !== undefined) {
      if (response.log.head !== null) reader.log.chain.compare(headOf(response.log.head));
      reader.readLog(response.log.entries.map((value) => parseEntry(entryOf(value), "log")));
    }
    if (reader instanceof Moderator && response.desk !== undefined) await readDesk(reader, response.desk, told);
    readMail(reader, response.mail ?? [], told);
  } catch (error) {
    if (error instanceof Refused) return error.name;
    throw error;
  }
  return null;
}

function headOf({ seq, hash }: HeadJson): Head {
  return { seq, hash: b(hash) };
}

function entryOf({ header, signature, blob }: EntryJson): wire.Value {
  return { header: b(header), signature: b(signature), blob: opt(blob) };
}

function welcomed(reader: Member, { code, box, newest }: { code: string; box: string; newest: EntryJson }): Welcome {
  const welcome = openBox(inviteFromCode(new InviteCode(b(code))), b(box));
  reader.welcome(welcome, parseEntry(entryOf(newest), "board"));
  return welcome;
}

/** `taken`, or the name of the error. */
async function boxTaken(reader: Member, { purpose, blob }: { purpose: string; blob: string }): Promise<string> {
  try {
    if (purpose === "bundle" && reader instanceof Moderator) await reader.takeBundle(b(blob), reader.board.charter);
    else if (purpose === "path-keys") await reader.takePathKeys(b(blob), reader.board.epoch.public);
    else throw new Error(`a box this player does not know: ${purpose}`);
  } catch (error) {
    if (error instanceof Refused) return error.name;
    throw error;
  }
  return "taken";
}

async function readDesk(reader: Moderator, { began, items }: DeskJson, told: Told): Promise<void> {
  const { inbox } = reader;
  inbox.begin(began);
  for (const { position, arrived, item } of items) await inbox.take(position, arrived, b(item), reader.board, reader.log);
  told.desk.push(...inbox.refused.splice(0).map(named));
  inbox.end(began);
}

function readMail(reader: Member, mail: readonly MailJson[], told: Told): void {
  for (const { position, tag, blob } of mail) reader.takeMail(position, parseMail({ tag: b(tag), blob: b(blob) }), reader.now ?? 0);
  told.mail.push(...reader.refusals.splice(0).map(named));
}

// ---- what came of it ------------------------------------------------------------------------------------------------

/** What the reader believes, as a scenario's `expect`. Ask once: joins are judged by it. */
export function outcome(reader: Member, raises: string | null, told: Told, parts: readonly Part[]): Record<string, unknown> {
  const board = reader.board;
  return {
    raises,
    refused: board.refused.map(named),
    alerts: board.alerts.map((thing) => [hex(thing.id), thing.versions.length, thing.retracted, thing.soFar]),
    charter: board.founded ? board.charter.number : 0,
    epoch: board.founded ? board.epoch.number : 0,
    withheld: board.withheld,
    ...(board.alarms.length > 0 ? { alarms: board.alarms.map(named) } : {}),
    ...(parts.includes("boxes") ? { boxes: told.boxes } : {}),
    ...(parts.includes("log") ? { log: logOf(reader) } : {}),
    ...(parts.includes("desk") ? { desk: deskOf(reader, told) } : {}),
    ...(parts.includes("mail") ? { mail: mailOf(reader, told) } : {}),
  };
}

function named(refusal: Refusal): [number, string] {
  return [refusal.seq, refusal.error];
}

function logOf(reader: Member): Record<string, unknown> {
  if (!(reader instanceof Moderator)) throw new Error("only moderators read the log");
  const log = reader.log;
  return {
    refused: log.refused.map(named),
    passed_over: log.passedOver,
    invites: sorted([...log.invites.values()].map((invite) => [hex(invite.publicKey), fate(invite)])),
    members: reader.members().map((member) => [member.leaf, hex(member.sign), member.alias]),
    agreed: [...log.accepted.keys()].map(hex).sort(),
    removals: [...log.removals].map(([leaf, people]) => [leaf, people.size]).sort(([a = 0], [c = 0]) => a - c),
    proposals: sorted([...log.proposals].map(([key, proposal]) => [hex(key), proposal.approvals.size])),
    steps: sorted([...log.steps].map(([report, steps]) => [hex(report), steps.map((step) => step.event)])),
    desk_keys: [...log.deskSeeds.keys()].sort((a, c) => a - c),
  };
}

function deskOf(reader: Member, told: Told): Record<string, unknown> {
  if (!(reader instanceof Moderator)) throw new Error("only moderators read the desk");
  return {
    refused: told.desk,
    joins: joinsOf(reader),
    agreed: [...reader.inbox.accepts.keys()].map(hex).sort(),
    reports: [...reader.inbox.reports.values()].map(({ id, signedBy, fields, followUps }) => [
      hex(id),
      signedBy && hex(signedBy),
      fields.kinds,
      followUps.map(({ counter, body }) => [counter, body.kind, body.text]),
    ]),
    cases: casework.cases(reader).map((found) => [
      found.state,
      found.late.filter(([counter]) => counter > found.read).map(([counter, event]) => [counter, event]),
      found.agreed,
      found.released,
    ]),
  };
}

/** What the log makes of each join: `admit`, `member` if she is in already, or the name of the error that refuses it. */
function joinsOf(reader: Moderator): [string, string][] {
  const { inbox } = reader;
  return [...inbox.joins].flatMap(([sign, waiting]) => {
    inbox.joins = new BytesMap([[sign, waiting]]);
    const notes = admitting.admissions(reader);
    const refused = reader.refusals.splice(0).map((refusal) => refusal.error);
    const said = refused.length > 0 ? refused : [notes.length > 0 ? "admit" : "member"];
    return said.map((one): [string, string] => [hex(sign), one]);
  });
}

function mailOf(reader: Member, told: Told): Record<string, unknown> {
  return {
    refused: told.mail,
    receipts: [...reader.receipts.values()].map((receipt) => [
      hex(receipt.id),
      receipt.status,
      receipt.acknowledged.length,
      receipt.unsent !== null,
      receipt.messages.map(({ kind, time, status, text }) => [kind, time, status, text]),
    ]),
  };
}

/** By the hex in front, which no two have. */
function sorted<T>(rows: [string, T][]): [string, T][] {
  return rows.sort(([a], [c]) => (a < c ? -1 : 1));
}

function fate(invite: InviteRecord): string {
  if (invite.usedBy !== null) return "used";
  return invite.withdrawn !== null ? "called back" : "open";
}
