/**
 * The golden conversation the other way round: TypeScript founds, and Python (the `parasol` command) comes in to moderate. What Python drafts,
 * signs, publishes, takes back and whom it puts out, devices in TypeScript read alike, each by itself.
 */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkAlert } from "../../src/alerts/alert";
import * as casework from "../../src/alerts/casework";
import { contentHash } from "../../src/alerts/contents";
import { found } from "../../src/alerts/founding";
import { validateReport } from "../../src/alerts/report";
import { establish } from "../../src/alerts/session";
import { decodeCode, encodeId } from "../../src/crypto/base32";
import { NotAddressed } from "../../src/crypto/errors";
import { DeviceEntropy } from "../../src/crypto/secrets";
import { clock, NO_PYTHON, PYTHON, Stage, type Device, type Person } from "./stage";
import { alertsOf, REPORT, reportAt, stateOf, synced, TEXT, WEEK } from "./words";

const REASON = "It was another van.";

if (PYTHON === null) process.stdout.write(`Python moderating where TypeScript founded is skipped: ${NO_PYTHON}\n`);

let stage: Stage;

/** A collective that TypeScript founds. */
async function founded(alias: string): Promise<Device> {
  const device = stage.device();
  const plan = { name: "Kestrel", country: "GB", topics: [{ id: "harbour", name: "Harbour" }], policy: {}, now: clock() };
  const founding = await found(DeviceEntropy.random(), alias, plan);
  device.session = await establish(device.relay, decodeCode(await stage.foundingCode()), founding, clock, device.save);
  await synced(device);
  return device;
}

/** What a device in TypeScript shows of the board, and where its board ends. */
function board({ session }: Device) {
  const { head, alerts } = session.device.board;
  return {
    head: head && [head.seq, Buffer.from(head.hash).toString("base64url")],
    alerts: alerts.filter((one) => !one.retracted).map((one) => [encodeId(one.id), checkAlert(one.content).text]),
    retracted: alerts.filter((one) => one.retracted).map((one) => [encodeId(one.id), one.last.body.content["reason"]]),
  };
}

/** The same as Python tells it. */
async function told(person: Person): Promise<ReturnType<typeof board>> {
  const { alerts, retracted } = await alertsOf(person);
  const { head } = (await person.ask(["alerts", "--offline"])) as { head: { seq: number; hash: string } };
  return {
    head: [head.seq, head.hash],
    alerts: alerts.map((one) => [one.id, one.text]),
    retracted: retracted.map((one) => [one.id, one.reason]),
  };
}

/** All of them have read to the same end, and what they show is what Python shows. */
async function readAlike(person: Person, ...devices: Device[]): Promise<ReturnType<typeof board>> {
  await synced(...devices);
  const here = await told(person);
  for (const device of devices) {
    await synced(device);
    expect(board(device)).toEqual(here);
    expect(device.session.device.board.refused).toEqual([]);
  }
  return here;
}

describe.skipIf(PYTHON === null)("Python moderates where TypeScript founded", { timeout: 600_000 }, () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  test("she is promoted; she drafts, approves and publishes an alert, takes it back, and puts a member out", async () => {
    const tess = await founded("Tess");
    const ana = stage.person("Ana");
    await ana.joins(await tess.session.invite(clock() + WEEK, { moderator: true }));
    await synced(tess);
    expect(await tess.session.promote(tess.member("Ana"))).toBe(true);
    expect((await ana.sync())["moderates"]).toBe(true);
    // Python lets people in, and its word makes the third moderator: from three on, two must agree.
    const mia = await stage.joins("Mia", await ana.invites("--moderator"));
    await ana.sync();
    expect((await ana.ask(["promote", "Mia"]))["promoted"]).toBe(true);
    const dina = await stage.joins("Dina", await ana.invites());
    const fay = await stage.joins("Fay", await ana.invites());
    await ana.sync();
    await synced(tess, mia, dina, fay);
    expect(mia.session.moderates).toBe(true);
    expect(tess.moderator.board.charter.quorums).toEqual({ alert: 2, charter: 2, erase: 2, remove: 2 });
    expect([dina, fay].map((device) => device.session.device.hasPathKeys)).toEqual([true, true]);

    // A report from a phone; a question, a draft and a word for it, by command.
    const { policy, country } = dina.session.device.board.charter;
    const { receipt, trouble } = await dina.session.report(validateReport(REPORT, { policy, country }));
    expect(trouble).toBeNull();
    const id = encodeId(receipt.id);
    expect((await ana.ask(["desk", "show", id]))["fields"]).toMatchObject({ happened: REPORT.happened });
    await ana.ask(["desk", "claim", id]);
    await ana.ask(["desk", "draft", id, "--text", "-"], { stdin: TEXT });
    await synced(dina);
    const her = () => dina.session.device.receipts.get(receipt.id);
    const preview = her()?.preview;
    if (preview === null || preview === undefined) throw new Error("she was shown nothing");
    expect([her()?.status, checkAlert(preview).text]).toEqual(["shown", TEXT]);
    expect((await dina.session.followUp(receipt.id, "agree", { shown: contentHash(preview) })).trouble).toBeNull();
    expect((await ana.ask(["desk", "show", id]))["draft"]).toMatchObject({ text: TEXT });
    expect((await ana.ask(["desk", "approve", id]))["approvals"]).toBe(1);

    // Python's word alone is not enough; a second one from TypeScript, and Python publishes.
    await ana.ask(["desk", "publish", id], { expect: 2 });
    expect((await readAlike(ana, tess, mia, dina, fay)).alerts).toEqual([]);
    const read = casework.findCase(mia.moderator, receipt.id).draft;
    if (read === null) throw new Error("there is no draft");
    expect(checkAlert(read.body.content).text).toBe(TEXT);
    await mia.session.approve(receipt.id, { shown: read.body.hash });
    await ana.sync();
    const out = await ana.ask(["desk", "publish", id]);
    expect(out["approvals"]).toBe(2);
    const alert = String(out["alert"]);
    expect(await readAlike(ana, tess, mia, dina, fay)).toMatchObject({ alerts: [[alert, TEXT]], retracted: [] });
    expect([her()?.status, stateOf(tess, reportAt(tess, id)), stateOf(mia, reportAt(mia, id))]).toEqual(["published", "published", "published"]);

    // A member is put out: TypeScript proposes, Python's signature is the second and Python makes the new keys, of which TypeScript
    // recomputes every byte that is public before its word is added and they are out.
    const gone = tess.member("Fay");
    expect(await tess.session.remove(gone)).toBe(false);
    expect(await ana.ask(["remove", "Fay"])).toMatchObject({ removed: false, approvals: 2, needed: 2 });
    await synced(mia);
    await expect(fay.session.sync()).rejects.toThrow(NotAddressed);
    await synced(tess, mia);
    for (const { moderator } of [tess, mia]) {
      expect(moderator.board.epoch.public.removed).toContain(gone.leaf);
      expect(moderator.members().map((member) => member.alias).sort()).toEqual(["Ana", "Dina", "Mia", "Tess"]);
    }

    // Taken back: Python proposes, TypeScript reads its reason and agrees. Whoever is out learns nothing of it.
    expect((await ana.ask(["desk", "retract", alert, "--reason", "-"], { stdin: REASON }))["published"]).toBe(false);
    await synced(tess);
    const { moderator } = tess;
    const thing = [...moderator.board.things.values()].find((one) => encodeId(one.id) === alert);
    if (thing === undefined) throw new Error("the alert is not on the board");
    const [change, ...more] = casework.openChanges(moderator, thing, clock());
    expect([change?.body.kind, change?.body.content, more]).toEqual(["retraction", { reason: REASON }, []]);
    expect(await tess.session.approveChange(thing.id, { shown: change?.body.hash ?? new Uint8Array() })).toBe(true);
    await ana.sync();
    const ended = await readAlike(ana, tess, mia, dina);
    expect(ended).toMatchObject({ alerts: [], retracted: [[alert, REASON]] });
    expect(her()?.status).toBe("retracted");
    await expect(fay.session.sync()).rejects.toThrow(NotAddressed);
    expect(board(fay)).toMatchObject({ alerts: [[alert, TEXT]], retracted: [] });

    // Verified again from what they wrote down, and by somebody who comes in now by Python's code: the same.
    // Fay's join, which lies there still, is by now that of somebody who is out: moderators' devices say so once.
    for (const device of [tess, mia, dina]) {
      await device.reopen();
      const refused = (await device.session.sync()).refused.map((one) => one.error);
      expect(refused).toEqual(device === dina ? [] : ["RemovedDevice"]);
    }
    const gwen = await stage.joins("Gwen", await ana.invites());
    expect(await readAlike(ana, tess, mia, dina, gwen)).toMatchObject({ alerts: [], retracted: [[alert, REASON]] });
    for (const device of [tess, mia]) expect(device.moderator.log.refused).toEqual([]);
  });
});
