/** The second home: what Telegram's client keeps can be opened with her words alone, shows nothing, and brings back what was only hers. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { findWords, returnWith, type Again } from "../../src/alerts/session";
import { NotKept, type ClientStorage } from "../../src/bridge/storage";
import { deviceFromEntropy, toWords } from "../../src/crypto/device";
import { DeviceEntropy } from "../../src/crypto/secrets";
import { giveBack, KEPT, SecondHome } from "../../src/vault/second";
import { clock, NO_PYTHON, PYTHON, Stage, type Device, type Person } from "../golden/stage";

/** What a client keeps. */
class Client implements ClientStorage {
  readonly texts = new Map<string, string>();
  full = false;

  get(name: string): Promise<string | null> {
    return Promise.resolve(this.texts.get(name) ?? null);
  }

  set(name: string, text: string): Promise<void> {
    if (this.full) return Promise.reject(new NotKept("full"));
    this.texts.set(name, text);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.texts.clear();
    return Promise.resolve();
  }
}

const withPython = test.skipIf(PYTHON === null);
if (PYTHON === null) process.stdout.write(`skipped: ${NO_PYTHON}\n`);
const WORDS = "heliotrope staircase";
let stage: Stage;
let ana: Person;
let dina: Device;

beforeAll(async () => {
  if (PYTHON === null) return;
  stage = await Stage.open();
  ana = await stage.founded("Kestrel", "ana", "--topic", "Harbour");
  dina = await stage.joins("dina", await ana.invites());
}, 120_000);

afterAll(async () => {
  if (PYTHON !== null) await stage.close();
});

withPython("keeps nothing for who has nowhere to come back to yet", async () => {
  const client = new Client();
  await new SecondHome(client).keep(dina.session.device);
  expect(client.texts.size).toBe(0);
  await ana.sync();
  await dina.session.sync();
});

withPython("is other bytes each time, always of one size, whether it says something new or not, and cannot be read", async () => {
  const client = new Client();
  const second = new SecondHome(client);
  await second.keep(dina.session.device);
  const empty = client.texts.get(KEPT) ?? "";
  await second.keep(dina.session.device);
  const same = client.texts.get(KEPT) ?? "";
  expect(same).not.toEqual(empty);
  await dina.session.report({ kinds: ["robbery"], happened: WORDS, language: "en" });
  await second.keep(dina.session.device);
  const kept = client.texts.get(KEPT) ?? "";
  expect([same.length, kept.length]).toEqual([empty.length, empty.length]);
  expect(Buffer.from(kept, "base64").toString("latin1")).not.toContain(WORDS);
  client.full = true;
  await expect(second.keep(dina.session.device)).rejects.toThrow(NotKept);
  expect(client.texts.get(KEPT)).toBe(kept);
});

withPython("brings back where she belongs, her reports and their answers; other words find nothing", async () => {
  const client = new Client();
  const second = new SecondHome(client);
  await second.keep(dina.session.device);
  await ana.sync();
  const { reports } = (await ana.ask(["desk", "list"])) as { reports: { id: string }[] };
  await ana.ask(["desk", "claim", reports[0]?.id ?? ""]);
  await ana.ask(["desk", "ask", reports[0]?.id ?? "", "-"], { stdin: "Which street?" });

  const stranger = await deviceFromEntropy(DeviceEntropy.random());
  expect(await second.find(stranger)).toBeNull();
  const { entropy } = dina.session.device;
  const device = await deviceFromEntropy(entropy);
  const copy = await second.find(device);
  if (copy === null) throw new Error("nothing was found");
  const again: Again = { entropy, device, belongings: copy.belongings, words: true,
      period: null, giveBack: (its) => { giveBack(its, copy.own); } };
  const back = stage.device();
  back.session = await returnWith(back.relay, again, clock, back.save);
  await back.session.sync();
  const [receipt] = [...back.session.device.receipts.values()];
  expect(receipt?.messages.map(({ text }) => text)).toContain("Which street?");
  // What is said now is above whatever she said before.
  if (receipt === undefined) throw new Error("no receipt came back");
  await back.session.followUp(receipt.id, "answer", { text: "Mill Road", question: 1 });
  await ana.sync();
  expect((await ana.ask(["desk", "show", reports[0]?.id ?? ""]))["answers"]).toEqual(["Mill Road"]);
});

withPython("is nothing where something else lies there", async () => {
  const client = new Client();
  const { device } = dina.session.device;
  for (const text of ["", "no base64 at all!", btoa("x".repeat(300)), "QQ=="]) {
    client.texts.set(KEPT, text);
    expect(await new SecondHome(client).find(device)).toBeNull();
  }
  // The relay's box is what is left then.
  dina.session.device.recoverable.wanted = true;
  await dina.session.sync();
  expect((await findWords(dina.relay, toWords(dina.session.device.entropy), clock())).belongings.alias).toBe("dina");
});
