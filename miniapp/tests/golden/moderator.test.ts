/** The golden conversation, moderators' half: collectives of which some devices run Python and some TypeScript, over the real relay. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as casework from "../../src/alerts/casework";
import { found } from "../../src/alerts/founding";
import { establish } from "../../src/alerts/session";
import { decodeCode, encodeId } from "../../src/crypto/base32";
import { NotAllowed, Unreachable } from "../../src/crypto/errors";
import { DeviceEntropy } from "../../src/crypto/secrets";
import { comeToNothing } from "../../src/app/unfinished";
import { keyOf } from "../../src/features/keys";
import { clock, NO_PYTHON, PYTHON, Stage } from "./stage";
import { alertsOf, drafted, draftOf, REPORT, reportAt, stateOf, statusOf, synced, TEXT, WEEK } from "./words";

if (PYTHON === null) process.stdout.write(`the golden conversation is skipped: ${NO_PYTHON}\n`);

let stage: Stage;

describe.skipIf(PYTHON === null)("moderators in both languages", { timeout: 600_000 }, () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  test("Python founds; TypeScript moderates: a report, an alert, its end, a removal", async () => {
    // Three moderators: from three on, two must agree.
    const ana = await stage.founded("Kestrel", "Ana", "--topic", "Harbour");
    const tess = await stage.joins("Tess", await ana.invites("--moderator"));
    await ana.sync();
    expect((await ana.ask(["promote", "Tess"]))["promoted"]).toBe(true);
    await synced(tess);
    expect(tess.session.moderates).toBe(true);
    const bea = stage.person("Bea");
    await bea.joins(await tess.session.invite(clock() + WEEK, { moderator: true }));
    await synced(tess);
    expect(await tess.session.promote(tess.member("Bea"))).toBe(true);
    expect((await bea.sync())["moderates"]).toBe(true);
    await synced(ana, tess);
    expect(tess.moderator.board.charter.quorums).toEqual({ alert: 2, charter: 2, erase: 2, remove: 2 });

    // Members, one by each kind of moderator.
    const [dina, fay] = [stage.person("Dina"), stage.person("Fay")];
    await dina.joins(await tess.session.invite(clock() + WEEK, { moderator: false }));
    await fay.joins(await ana.invites());
    await synced(tess);
    expect((await dina.sync())["ready"]).toBe(true);
    expect((await fay.sync())["ready"]).toBe(true);

    // A report, a question, an answer.
    const id = await dina.reports(REPORT);
    await synced(tess, bea, ana);
    const report = reportAt(tess, id);
    expect(report.fields.happened).toBe(REPORT.happened);
    await tess.session.claim(report.id);
    await tess.session.ask(report.id, "Which side of the harbour?");
    expect(await statusOf(dina, id)).toBe("needs-info");
    await dina.ask(["reports", "answer", id], { stdin: "The north side." });
    await tess.reopen();
    await synced(tess);
    expect(casework.findCase(tess.moderator, report.id).answers).toEqual(["The north side."]);

    // What is begun about it at the desk stays until it is decided.
    const begun = ["ask", "decline", "text"].map((what) => `${what}-${keyOf(report.id)}`);
    expect(comeToNothing(tess.moderator, [...begun, "notice", "reports"])).toEqual([]);
    expect(comeToNothing(tess.moderator, [`ask-${keyOf(report.id.slice(1))}`])).toHaveLength(1);

    // A text that she sees first: nobody approves before she agrees, and she agrees to this very text.
    const content = await drafted(tess, report, TEXT);
    await tess.session.draft(report.id, content);
    expect(stateOf(tess, report)).toBe("shown");
    await expect(tess.session.approve(report.id, draftOf(tess, report))).rejects.toThrow(NotAllowed);
    expect(await statusOf(dina, id)).toBe("shown");
    await dina.ask(["reports", "agree", id]);
    await synced(tess);
    expect(casework.findCase(tess.moderator, report.id).agreed).toBe(true);
    await tess.session.approve(report.id, draftOf(tess, report));
    await expect(tess.session.publishCase(report.id, draftOf(tess, report))).rejects.toThrow("not enough people");
    expect(((await ana.ask(["desk", "show", id]))["draft"] as { text: string }).text).toBe(TEXT);
    expect((await ana.ask(["desk", "approve", id]))["approvals"]).toBe(2);
    await synced(tess);
    const body = await tess.session.publishCase(report.id, draftOf(tess, report));
    const alert = encodeId(body.object);
    expect((await alertsOf(fay)).alerts.map((one) => [one.id, one.text])).toEqual([[alert, TEXT]]);
    expect((await fay.ask(["check"], { stdin: "+44 7700 900123" }))["matches"]).toEqual([alert]);
    expect(await statusOf(dina, id)).toBe("published");
    await synced(tess);
    const aboutAlert = ["text", "retract"].map((what) => `${what}-${keyOf(body.object)}`);
    expect(comeToNothing(tess.moderator, [...begun, ...aboutAlert, "notice"])).toEqual(begun);

    // Taken back: two must agree, here too.
    expect(await tess.session.retract(body.object, "It was another van.")).toBe(false);
    await ana.ask(["desk", "show", alert]);
    expect((await ana.ask(["desk", "approve", alert]))["published"]).toBe(true);
    const after = await alertsOf(fay);
    expect([after.alerts, after.retracted.map((one) => one.reason)]).toEqual([[], ["It was another van."]]);
    expect(await statusOf(dina, id)).toBe("retracted");

    await synced(tess);
    expect(comeToNothing(tess.moderator, aboutAlert)).toEqual(aboutAlert);

    // A member is put out, and opens nothing that comes after.
    await synced(tess);
    const gone = tess.member("Fay");
    expect(await tess.session.remove(gone)).toBe(false);
    await bea.ask(["remove", "Fay"]);
    await synced(tess);
    expect(tess.moderator.board.epoch.public.removed).toContain(gone.leaf);
    const [notice, out] = await tess.session.proposeStatement("notice", { text: "Meet on Friday.", language: "en" }, { fresh: true });
    expect(out).toBe(false);
    await bea.ask(["notice", "approve", encodeId(notice.hash.slice(0, 16))]);
    expect((await dina.ask(["alerts"]))["notices"]).toMatchObject([{ text: "Meet on Friday." }]);
    expect(await fay.ask(["sync"], { expect: 3 })).toMatchObject({ error: "NotAddressed" });
    expect((await fay.ask(["alerts"], { expect: 3 }))["notices"]).toEqual([]);
  });

  test("what one device was ended in the middle of publishing another ends: it is out once, both desks say so, and so does her report", async () => {
    const ana = await stage.founded("Kestrel", "Ana", "--topic", "Harbour");
    const tess = await stage.joins("Tess", await ana.invites("--moderator"));
    await ana.sync();
    await ana.ask(["promote", "Tess"]);
    await synced(tess);
    const dina = stage.person("Dina");
    await dina.joins(await ana.invites());
    await synced(tess);
    await dina.sync();
    const id = await dina.reports({ ...REPORT, consent: { share: "peers", show_first: false } });
    await synced(tess);
    const report = reportAt(tess, id);
    await tess.session.claim(report.id);
    await tess.session.draft(report.id, await drafted(tess, report, TEXT));
    await tess.session.approve(report.id, draftOf(tess, report));
    const append = tess.relay.append.bind(tess.relay);
    tess.relay.append = async (collective, shelf, entries, gate) => {
      if (shelf === "log") throw new Unreachable("ended");
      await append(collective, shelf, entries, gate);
    };
    await expect(tess.session.publishCase(report.id, draftOf(tess, report))).rejects.toThrow(Unreachable);
    tess.relay.append = append;
    await ana.sync();
    expect((await ana.ask(["desk", "show", id]))["status"]).toBe("published");
    await synced(tess);
    expect(stateOf(tess, report)).toBe("published");
    expect((await alertsOf(dina)).alerts.map((one) => one.text)).toEqual([TEXT]);
    expect(await statusOf(dina, id)).toBe("published");
  });

  test("TypeScript founds, alone; Python reports and reads; a moderator leaves, and everything is made anew", async () => {
    const tess = stage.device();
    const topics = [{ id: "harbour", name: "Harbour" }];
    const plan = { name: "Kestrel", country: "GB", topics, policy: {}, now: clock() };
    const founding = await found(DeviceEntropy.random(), "Tess", plan);
    const code = decodeCode(await stage.foundingCode());
    tess.session = await establish(tess.relay, code, founding, clock, tess.save);
    // Interrupted and begun again: what stands is not posted twice.
    tess.session = await establish(tess.relay, code, founding, clock, tess.save);
    await synced(tess);
    expect(tess.moderator.log.refused).toEqual([]);

    const [dina, eve] = [stage.person("Dina"), stage.person("Eve")];
    await dina.joins(await tess.session.invite(clock() + WEEK, { moderator: false }));
    await eve.joins(await tess.session.invite(clock() + WEEK, { moderator: false }));
    const calledBack = await tess.session.invite(clock() + WEEK, { moderator: false });
    await tess.session.callBack(calledBack);
    await stage.parasol(["--home", `${stage.folder}/Late`, "join", "--relay", stage.url, "--alias", "Late"], { stdin: calledBack, expect: 2 });
    await synced(tess);
    expect((await dina.sync())["ready"]).toBe(true);

    // Alone, one is enough.
    const id = await dina.reports({ ...REPORT, consent: { share: "peers", show_first: false } });
    await synced(tess);
    expect(await statusOf(dina, id)).toBe("received");
    const report = reportAt(tess, id);
    await tess.session.claim(report.id);
    await tess.session.draft(report.id, await drafted(tess, report, TEXT));
    await tess.session.approve(report.id, draftOf(tess, report));
    const body = await tess.session.publishCase(report.id, draftOf(tess, report));
    expect((await alertsOf(eve)).alerts.map((one) => one.text)).toEqual([TEXT]);

    // Bea moderates, and then goes.
    const bea = stage.person("Bea");
    await bea.joins(await tess.session.invite(clock() + WEEK, { moderator: true }));
    await synced(tess);
    expect(await tess.session.promote(tess.member("Bea"))).toBe(true);
    expect((await bea.sync())["moderates"]).toBe(true);
    expect(((await bea.ask(["desk", "list", "--all"]))["reports"] as unknown[]).length).toBe(1);
    await synced(tess, bea, tess);
    await tess.reopen();
    expect(await tess.session.replantWithout(tess.member("Bea"))).toBe(true);
    expect([tess.moderator.board.charter.planting, tess.moderator.board.charter.people.length]).toEqual([2, 1]);
    expect(tess.moderator.members().map((member) => member.alias).sort()).toEqual(["Dina", "Eve", "Tess"]);
    expect(await bea.ask(["sync"], { expect: 3 })).toMatchObject({ error: "NotAddressed" });

    // Everybody else goes on: new path keys, a report to the new desk key, an alert amended.
    expect((await eve.sync())["ready"]).toBe(true);
    const second = await dina.reports({ ...REPORT, consent: { share: "moderators" } });
    // Bea's join is read again with the vault, and is by now that of somebody who is out: told of once.
    for (const told of [["RemovedDevice"], []]) {
      await tess.reopen();
      expect((await tess.session.sync()).refused.map((one) => one.error)).toEqual(told);
    }
    expect(stateOf(tess, reportAt(tess, second))).toBe("received");
    expect(await tess.session.amend(body.object, { ...body.content, text: `${TEXT} Seen again.` })).toBe(true);
    expect((await alertsOf(eve)).alerts.map((one) => one.text)).toEqual([`${TEXT} Seen again.`]);
    expect((await bea.ask(["alerts"], { expect: 3 }))["alerts"]).toMatchObject([{ text: TEXT }]);
  });
});
