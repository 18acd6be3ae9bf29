/**
 * A member's life between the implementations: the relay and the moderator are the real Python, her phone is TypeScript with its vault in
 * IndexedDB, closed and opened with her PIN in between.
 */

import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAlert } from "../../src/alerts/alert";
import { Index } from "../../src/alerts/listing";
import { RelayClient } from "../../src/alerts/sync";
import { validateReport } from "../../src/alerts/report";
import { checkWhole, Strength, Tokens } from "../../src/alerts/search";
import { join, Session } from "../../src/alerts/session";
import { contentHash } from "../../src/alerts/contents";
import { LEAST_COST } from "../../src/crypto/vault";
import type { Home } from "../../src/vault/home";
import { Door } from "../../src/vault/pin";
import { Store } from "../../src/vault/store";
import { asyncRefusal } from "../vectors";
import { clock, NO_PYTHON, PYTHON, Stage, type Person } from "./stage";

const PIN = "274951";
const WORDS = { happened: "he locked the door", question: "Which street?", answer: "Mill Road", text: "Locks the door. Says his name is Dave." };

const withPython = test.skipIf(PYTHON === null);
if (PYTHON === null) process.stdout.write(`skipped: ${NO_PYTHON}\n`);

let stage: Stage;
let ana: Person;
let phone: Phone;

/** Her phone: a store, its door, and the session while it is open. */
class Phone {
  readonly relay: RelayClient;
  readonly store: Store;
  readonly session: Session;

  private constructor(relay: RelayClient, store: Store, session: Session) {
    this.relay = relay;
    this.store = store;
    this.session = session;
  }

  static async joins(url: string, code: string): Promise<Phone> {
    const store = await Store.open("phone");
    const home = await new Door(store, clock).create(PIN, LEAST_COST);
    const relay = new RelayClient(url, clock);
    return new Phone(relay, store, await join(relay, code, "dina", clock, (device) => home.save(device)));
  }

  /** Closed, and opened again with her PIN. */
  async reopened(): Promise<Phone> {
    const home = (await new Door(this.store, clock).open(PIN)) as Home;
    const device = await home.load();
    if (device === null) throw new Error("the vault is empty");
    return new Phone(this.relay, this.store, new Session(device, this.relay, clock, (changed) => home.save(changed)));
  }

  get receipt() {
    const [receipt] = this.session.device.receipts.values();
    if (receipt === undefined) throw new Error("she has reported nothing");
    return receipt;
  }

  async check(query: string) {
    const { board, collective } = this.session.device;
    const listed = board.alerts.map((thing) => ({
      id: thing.id,
      content: checkAlert(thing.content),
      published: thing.last.time,
      retracted: thing.retracted,
    }));
    return checkWhole(query, Index.of(listed), { now: clock(), country: board.charter.country, tokens: new Tokens(collective) });
  }
}

beforeAll(async () => {
  if (PYTHON === null) return;
  stage = await Stage.open();
  ana = await stage.founded("Kestrel", "ana", "--topic", "Harbour");
}, 120_000);

afterAll(async () => {
  if (PYTHON !== null) await stage.close();
});

withPython("she joins by a code while nobody is awake, reads at once, and gets her keys later", async () => {
  const code = await ana.invites();
  expect((await asyncRefusal(() => Phone.joins(stage.url, code.replace(/.$/u, (sign) => (sign === "0" ? "1" : "0"))))).name).toBe("BadInput");
  await (await Store.open("phone")).erase();
  phone = await Phone.joins(stage.url, code);
  expect(phone.session.device.board.charter.name).toBe("Kestrel");
  expect(await phone.session.sync()).toMatchObject({ healing: false, refused: [], clockDiffers: 0 });
  expect(phone.session.device.hasPathKeys).toBe(false);
  expect(phone.session.device.joining?.posts).toBe(1);
  await ana.sync();
  phone = await phone.reopened();
  await phone.session.sync();
  expect(phone.session.device.hasPathKeys).toBe(true);
  expect(phone.session.device.joining).toBeNull();
  const { members } = (await ana.ask(["members"])) as { members: { alias: string }[] };
  expect(members.map((member) => member.alias).sort()).toEqual(["ana", "dina"]);
  // A code is good once: its box was burnt when she was let in.
  expect((await asyncRefusal(() => join(new RelayClient(stage.url, clock), code, "eve", clock, () => Promise.resolve()))).name).toBe("BadInput");
});

withPython("she reports without a connection, and it is sent when there is one; the moderator reads what she wrote", async () => {
  const { policy, country } = phone.session.device.board.charter;
  const fields = validateReport(
    {
      kinds: ["assault", "confinement"],
      area: "Harbour",
      happened: WORDS.happened,
      consent: { share: "peers", show_first: true },
      identifiers: [{ type: "phone", value: "07700 900481" }, { type: "plate", value: "QX77 ZKW" }],
    }, // prettier-ignore
    { policy, country },
  );
  const offline = new RelayClient("http://127.0.0.1:1", clock);
  const { device } = phone.session;
  const away = new Session(device, offline, clock, () => Promise.resolve());
  const { receipt, trouble } = await away.report(fields);
  expect(trouble?.name).toBe("Unreachable");
  await phone.session.save();
  phone = await phone.reopened();
  expect(phone.receipt.sentAt).toBeNull();
  await phone.session.sync();
  expect(phone.receipt.sentAt).not.toBeNull();
  const { reports } = (await ana.ask(["desk", "list"])) as { reports: { id: string }[] };
  const shown = await ana.ask(["desk", "show", reports[0]?.id ?? ""]);
  expect(shown["fields"]).toMatchObject({ happened: WORDS.happened, kinds: ["assault", "confinement"] });
  await phone.session.sync();
  expect([phone.receipt.status, phone.receipt.acknowledged.length, phone.receipt.unsent]).toEqual(["received", 1, null]);
  expect(receipt.id).toEqual(phone.receipt.id);
});

withPython("she is asked, and answers; she is shown the text, and agrees to that one alone", async () => {
  const { reports } = (await ana.ask(["desk", "list"])) as { reports: { id: string }[] };
  const id = reports[0]?.id ?? "";
  await ana.ask(["desk", "claim", id]);
  await ana.ask(["desk", "ask", id, "-"], { stdin: WORDS.question });
  await phone.session.sync();
  expect(phone.receipt.openQuestion).not.toBeNull();
  expect(phone.receipt.messages.at(-1)?.text).toBe(WORDS.question);
  const answered = await phone.session.followUp(phone.receipt.id, "answer", { text: WORDS.answer, question: phone.receipt.openQuestion });
  expect(answered.trouble).toBeNull();
  expect((await ana.ask(["desk", "show", id]))["answers"]).toEqual([WORDS.answer]);

  await ana.ask(["desk", "draft", id, "--text", "-"], { stdin: WORDS.text });
  await ana.ask(["desk", "show", id]);
  await phone.session.sync();
  const preview = phone.receipt.preview;
  if (preview === null) throw new Error("she was shown nothing");
  expect(checkAlert(preview).text).toBe(WORDS.text);
  expect((await asyncRefusal(() => phone.session.followUp(phone.receipt.id, "agree", { shown: new Uint8Array(32) }))).name).toBe("NotAllowed");
  const agreed = await phone.session.followUp(phone.receipt.id, "agree", { shown: contentHash(preview) });
  expect(agreed.trouble).toBeNull();
});

withPython("the alert is published, she reads it, and finds the number by it; another is not listed", async () => {
  const { reports } = (await ana.ask(["desk", "list"])) as { reports: { id: string; status: string }[] };
  const id = reports[0]?.id ?? "";
  await ana.ask(["desk", "show", id]);
  await ana.ask(["desk", "approve", id]);
  await ana.ask(["desk", "publish", id]);
  const synced = await phone.session.sync();
  expect(synced).toMatchObject({ board: 1, mail: 1, refused: [] });
  phone = await phone.reopened();
  expect(phone.receipt.status).toBe("published");
  expect(phone.session.device.board.alerts.map((thing) => thing.content["severity"])).toEqual(["very-dangerous"]);
  for (const spelling of ["07700 900481", "+44 7700 900 481", "call 0044-7700-900481 now"]) {
    const found = await phone.check(spelling);
    expect(found.matches.map((match) => match.strength), spelling).toEqual([Strength.PROBABLE]);
  }
  expect((await phone.check("QX77ZKW")).matches.map((match) => match.strength)).toEqual([Strength.EXACT]);
  expect((await phone.check("07700 900482")).matches).toEqual([]);
});

withPython("she withdraws, forgets, and nothing of it is on her phone any more", async () => {
  const { id } = phone.receipt;
  await phone.session.followUp(id, "withdraw");
  expect(phone.session.device.posted.length).toBeGreaterThan(0);
  await phone.session.forget(id);
  phone = await phone.reopened();
  expect([phone.session.device.receipts.size, phone.session.device.posted]).toEqual([0, []]);
});

withPython("she is asked to moderate, agrees, and her device finds the bundle", async () => {
  await phone.session.acceptModeration();
  await ana.sync();
  expect((await ana.ask(["promote", "dina"]))["promoted"]).toBe(true);
  await phone.session.sync();
  expect(phone.session.moderates).toBe(true);
  phone = await phone.reopened();
  expect(phone.session.moderates).toBe(true);
});
