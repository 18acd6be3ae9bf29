/** Replanting by moderators in both languages, and an alert with one moderator so far: what one proposes, the other recomputes. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as casework from "../../src/alerts/casework";
import { encodeId } from "../../src/crypto/base32";
import { clock, NO_PYTHON, PYTHON, Stage, type Device, type Person } from "./stage";
import { alertsOf, drafted, draftOf, REPORT, reportAt, statusOf, synced, TEXT, WEEK } from "./words";

if (PYTHON === null) process.stdout.write(`replanting in both languages is skipped: ${NO_PYTHON}\n`);

let stage: Stage;

/** Somebody who joins in Python by an invite of Tess's, agrees, and is promoted as far as Tess can. */
async function promoted(name: string, tess: Device, ...others: Person[]): Promise<Person> {
  const person = stage.person(name);
  await person.joins(await tess.session.invite(clock() + WEEK, { moderator: true }));
  await synced(tess);
  await tess.session.promote(tess.member(name));
  for (const other of others) await other.ask(["promote", name]);
  expect((await person.sync())["moderates"]).toBe(true);
  await synced(tess);
  return person;
}

describe.skipIf(PYTHON === null)("moderators in both languages make everything anew", { timeout: 600_000 }, () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  test("TypeScript proposes and Python signs; then Python proposes and TypeScript signs", async () => {
    const ana = await stage.founded("Kestrel", "Ana", "--topic", "Harbour");
    const tess = await stage.joins("Tess", await ana.invites("--moderator"));
    await ana.sync();
    await ana.ask(["promote", "Tess"]);
    await synced(tess, ana);
    const bea = await promoted("Bea", tess);
    await ana.sync();
    const cleo = await promoted("Cleo", tess, ana);
    const dina = stage.person("Dina");
    await dina.joins(await tess.session.invite(clock() + WEEK, { moderator: false }));
    await synced(tess);
    expect((await dina.sync())["ready"]).toBe(true);

    // One moderator so far, dangerous: out at once, and a second person keeps it.
    const id = await dina.reports({ ...REPORT, kinds: ["robbery", "weapon"], consent: { share: "peers", show_first: false } });
    await synced(tess, ana);
    const report = reportAt(tess, id);
    await tess.session.claim(report.id);
    await tess.session.draft(report.id, await drafted(tess, report, TEXT));
    const body = await tess.session.publishSoFar(report.id, draftOf(tess, report));
    expect(tess.moderator.board.things.get(body.object)?.soFar).toBe(true);
    expect(await statusOf(dina, id)).toBe("so-far");
    await ana.ask(["desk", "show", id]);
    await ana.ask(["desk", "approve", id]);
    await synced(tess);
    const published = await tess.session.publishCase(report.id, draftOf(tess, report));
    expect(encodeId(published.object)).toBe(encodeId(body.object));
    expect((await alertsOf(dina)).alerts.map((one) => one.id)).toEqual([encodeId(body.object)]);
    expect(casework.findCase(tess.moderator, report.id).state).toBe("published");

    // Bea goes. Of four people three must agree, and each device compares what is carried over with what it knows.
    await synced(ana, cleo, tess);
    expect(await tess.session.replantWithout(tess.member("Bea"))).toBe(false);
    await tess.reopen();
    expect((await ana.ask(["remove", "Bea"]))["removed"]).toBe(false);
    await cleo.ask(["remove", "Bea"]);
    for (const one of [tess, ana, tess, cleo]) {
      if ("session" in one) await one.session.sync();
      else await one.sync();
    }
    expect(tess.moderator.board.charter.planting).toBe(2);
    expect(tess.moderator.log.refused).toEqual([]);
    expect(await bea.ask(["sync"], { expect: 3 })).toMatchObject({ error: "NotAddressed" });
    expect((await dina.sync())["ready"]).toBe(true);

    // Cleo goes, as Python proposes it.
    expect((await ana.ask(["remove", "Cleo"]))["removed"]).toBe(false);
    await tess.session.sync();
    await tess.session.replantWithout(tess.member("Cleo"));
    await ana.sync();
    await tess.session.sync();
    expect([tess.moderator.board.charter.planting, tess.moderator.board.charter.people.length]).toEqual([3, 2]);
    expect(await cleo.ask(["sync"], { expect: 3 })).toMatchObject({ error: "NotAddressed" });
    expect((await dina.sync())["ready"]).toBe(true);
    const second = await dina.reports({ ...REPORT, consent: { share: "moderators" } });
    await tess.session.sync();
    expect(reportAt(tess, second).fields.happened).toBe(REPORT.happened);
    expect(tess.moderator.board.refused).toEqual([]);
  });
});
