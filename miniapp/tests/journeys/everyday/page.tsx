/**
 * The everyday screens over a device in memory: for looking at them without the shell. No part of the build.
 *
 * The board is the scenario `honest-life`, with invented alerts, resources and figures beside; nothing here talks to a relay. For the desk it is one on which
 * a moderator has given the others wrong keys, as her device reads it.
 */

import { signal } from "@preact/signals";
import { render } from "preact";
import scenario from "../../../../tests/vectors/scenarios/honest-life.json";
import wrongKeys from "../../../../tests/vectors/scenarios/moderators-gate-that-does-not-follow.json";
import { Member } from "../../../src/alerts/member";
import { Moderator } from "../../../src/alerts/moderator";
import type { MemberRecord } from "../../../src/alerts/records";
import type { Session } from "../../../src/alerts/session";
import { SINGLE, type Body } from "../../../src/alerts/statements";
import { Thing, type Version } from "../../../src/alerts/things";
import { BytesSet } from "../../../src/alerts/keyed";
import { type OpenDevice, device } from "../../../src/app/device";
import { go, goHome, here } from "../../../src/app/places";
import { Bundle } from "../../../src/crypto/bundle";
import { parseEntry } from "../../../src/crypto/chain";
import { deviceFromEntropy } from "../../../src/crypto/device";
import { Unreachable } from "../../../src/crypto/errors";
import { decodePathKeys } from "../../../src/crypto/keytree";
import { DeviceEntropy, GateSeed, NotesKey, TreeSeed, randomBytes } from "../../../src/crypto/secrets";
import type { Value, ValueMap } from "../../../src/crypto/wire";
import { AlertPage } from "../../../src/features/alerts/AlertPage";
import { Alerts } from "../../../src/features/alerts/Alerts";
import { Check } from "../../../src/features/check/Check";
import { Desk } from "../../../src/features/desk/Desk";
import { Help } from "../../../src/features/help/Help";
import { idOf as b } from "../../../src/features/keys";
import { Mine } from "../../../src/features/mine/Mine";
import { MyReport } from "../../../src/features/mine/MyReport";
import { Report } from "../../../src/features/report/Report";
import { Sent } from "../../../src/features/report/Sent";
import { speak } from "../../../src/text";
import "../../../src/ui/styles.css";
import { ALERTS, FIGURES, PREVIEW, RESOURCES } from "./invented";

const SCREENS: Readonly<Record<string, () => preact.JSX.Element | null>> = {
  check: Check,
  alerts: Alerts,
  alert: AlertPage,
  report: Report,
  sent: Sent,
  mine: Mine,
  "mine-one": MyReport,
  help: Help,
  desk: Desk,
};

const NOW = Math.floor(Date.now() / 1000);
const asked = new URLSearchParams(location.search);
const online = asked.get("online") === "yes";

function version(body: Pick<Body, "kind" | "content">, time: number, people: number): Version {
  const whole = { collective: null, charter: 1, object: SINGLE, version: 1, previous: null, until: time, hash: randomBytes(32), ...body };
  const who = new BytesSet(Array.from({ length: people }, () => randomBytes(16)));
  return { seq: 0, hash: randomBytes(32), time, body: whole as unknown as Body, people: who, needed: 2 };
}

function opt(hex: string | null): Uint8Array | null {
  return hex === null ? null : b(hex);
}

async function memberOf(): Promise<Member> {
  const entropy = new DeviceEntropy(new Uint8Array(16));
  const member = new Member(entropy, await deviceFromEntropy(entropy), b(scenario.given.collective), "Robin", 0);
  for (const { planting, leaf, keys } of scenario.given.paths) member.paths.set(planting, { leaf, keys: decodePathKeys(leaf, b(keys)) });
  for (const response of scenario.responses) {
    member.readBoard(
      response.entries.map((one) =>
        parseEntry({ header: b(one.header), signature: b(one.signature), blob: opt(one.blob) }, "board"),
      ),
    );
  }
  const { board } = member;
  if (asked.get("empty") !== "yes") {
    for (const thing of [...board.alerts]) board.things.delete(thing.id);
    for (const { versions, id, people = 2 } of ALERTS(NOW)) {
      const [first, ...rest] = versions.map(({ kind, content, time }) => version({ kind, content: content as ValueMap }, time, people));
      if (first !== undefined) board.things.set(b(id), new Thing(b(id), [first, ...rest]));
    }
    for (const [kind, content] of [["resources", { items: RESOURCES }], ["figures", FIGURES]] as const) {
      board.things.set(new TextEncoder().encode(kind), new Thing(SINGLE, [version({ kind, content: content }, NOW, 2)]));
    }
    if (asked.get("fresh") !== "no") board.isFresh = () => true;
  } else {
    for (const thing of [...board.alerts]) board.things.delete(thing.id);
  }
  return member;
}

/** What the shell does with storage, in the tab's own: a page that is loaded anew has what was kept. */
const kept = {
  get: (name: string): Promise<Value | null> => Promise.resolve(JSON.parse(sessionStorage.getItem(name) ?? "null") as Value | null),
  put: (name: string, value: Value | null): Promise<void> => {
    sessionStorage.setItem(name, JSON.stringify(value));
    return Promise.resolve();
  },
};

/** The founder's device in all scenarios: the entropy that `tests/partners/scribe.py` gives it. */
const ANA = "315a1ed1a850812850cae880d25242e7";

async function moderatorOf(): Promise<Moderator> {
  const { given, responses } = wrongKeys;
  const entropy = new DeviceEntropy(b(ANA));
  const moderator = new Moderator(entropy, await deviceFromEntropy(entropy), b(given.collective), "Ana", 0);
  for (const { planting, leaf, keys } of given.paths) moderator.paths.set(planting, { leaf, keys: decodePathKeys(leaf, b(keys)) });
  for (const { planting, tree, gate, notes } of given.bundles) {
    moderator.bundles.set(planting, new Bundle(planting, new TreeSeed(b(tree)), new GateSeed(b(gate)), new NotesKey(b(notes))));
  }
  for (const { entries } of responses) {
    moderator.readBoard(entries.map((one) => parseEntry({ header: b(one.header), signature: b(one.signature), blob: opt(one.blob) }, "board")));
  }
  // Whom she knows: of the log there is nothing in the scenario.
  for (const [at, { devices }] of moderator.board.charter.people.entries()) {
    for (const sign of devices) moderator.log.members.set(sign, { alias: ["Ana", "Bea", "Cleo"][at] ?? "?", sign, leaf: at } as MemberRecord);
  }
  return moderator;
}

async function begin(): Promise<void> {
  await speak(asked.get("language") ?? "en");
  const member = location.hash.startsWith("#desk") ? await moderatorOf() : await memberOf();
  const changed = signal(0);
  const session = {
    device: member,
    sync: async () => {
      await new Promise((done) => setTimeout(done, 200));
      if (!online) throw new Unreachable("no network here");
      for (const receipt of member.receipts.values()) receipt.sentAt ??= NOW;
      member.outbox = [];
    },
  } as unknown as Session;
  const open: OpenDevice = {
    session,
    member,
    changed,
    synced: signal(NOW - 7200),
    do: async (work) => {
      try {
        return await work(session);
      } finally {
        changed.value += 1;
      }
    },
    draft: kept,
  };
  if (asked.get("outside") !== "yes") device.value = open;
  // The same after the page was loaded again, as in a vault.
  const reported = (n: number, ...asked_: Parameters<typeof member.report>): ReturnType<typeof member.report> => {
    const receipt = member.report(...asked_);
    member.receipts.delete(receipt.id);
    Object.assign(receipt, { id: new Uint8Array(16).fill(n) });
    member.receipts.set(receipt.id, receipt);
    return receipt;
  };
  const report = reported(1, { kinds: ["sexual-assault", "condom"], consent: { show_first: true } }, NOW - 90_000);
  report.sentAt = NOW - 89_000;
  const letter = { report: report.id, charter: 1, question: null, preview: null, status: null, text: "" };
  report.take(randomBytes(16), { ...letter, kind: "status", time: NOW - 80_000, status: "claimed" }, randomBytes(32), NOW);
  report.take(
    randomBytes(16),
    { ...letter, kind: "preview", time: NOW - 70_000, status: "shown", preview: PREVIEW(NOW) },
    randomBytes(32),
    NOW,
  );
  const other = reported(2, { kinds: ["non-payment"] }, NOW - 900_000);
  other.sentAt = NOW - 899_000;
  other.take(
    randomBytes(16),
    { ...letter, report: other.id, kind: "question", time: NOW - 3_000, status: "needs-info", question: 1, text: "Do you remember which end of the street it was?" },
    randomBytes(32),
    NOW,
  );
  const [screen = "check", id] = location.hash.slice(1).split("/");
  if (id === undefined) go(screen);
  else go(screen, id);
  const root = document.getElementById("app");
  if (root !== null) render(<Screen />, root);
}

function Screen() {
  const Shown = SCREENS[here().screen];
  if (Shown === undefined) {
    return (
      <div class="page">
        <main>
          <h1>Home</h1>
          {Object.keys(SCREENS).map((name) => (
            <button
              key={name}
              type="button"
              class="button"
              onClick={() => {
                goHome();
                go(name);
              }}
            >
              {name}
            </button>
          ))}
        </main>
      </div>
    );
  }
  return <Shown />;
}

await begin();
