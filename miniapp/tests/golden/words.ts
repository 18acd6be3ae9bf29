/** What is said in the golden conversations, and how it is asked for. */

import { expect } from "vitest";
import { draftFromReport, type Alert } from "../../src/alerts/alert";
import * as casework from "../../src/alerts/casework";
import type { Report } from "../../src/alerts/inbox";
import { encodeId } from "../../src/crypto/base32";
import type { ValueMap } from "../../src/crypto/wire";
import { clock, type Device, type Person } from "./stage";

export const REPORT = {
  kinds: ["non-payment", "threats"],
  consent: { share: "peers", show_first: true },
  area: "Harbour",
  persons: [{ gender: "man", age: "40s", marks: ["tattoo-neck"] }],
  identifiers: [{ type: "phone", value: "07700 900123" }],
  happened: "He would not pay, and said he knew where I work.",
};
export const TEXT = "A man in a white van at the harbour does not pay, and threatens.";
export const WEEK = 7 * 86_400;

/** The one report at this desk with this id, as Python shows ids. */
export function reportAt(device: Device, id: string): Report {
  const report = [...device.moderator.inbox.reports.values()].find((one) => encodeId(one.id) === id);
  if (report === undefined) throw new Error("this report is not at the desk");
  return report;
}

export async function synced(...all: (Device | Person)[]): Promise<void> {
  for (const one of all) {
    if (!("session" in one)) await one.sync();
    else expect((await one.session.sync()).refused).toEqual([]);
  }
}

/** A public text of the report's own fields. */
export async function drafted({ moderator }: Device, report: Report, text: string): Promise<ValueMap & Alert> {
  const { policy, topics } = moderator.board.charter;
  const content = await draftFromReport(report.fields, { policy, topics, now: clock(), collective: moderator.collective });
  return { ...content, text };
}

/** The draft as this device shows it to its owner. */
export function draftOf({ moderator }: Device, report: Report): { shown: Uint8Array } {
  const { draft } = casework.findCase(moderator, report.id);
  if (draft === null) throw new Error("there is no draft");
  return { shown: draft.body.hash };
}

export function stateOf({ moderator }: Device, report: Report): string {
  return casework.findCase(moderator, report.id).state;
}

/** A member's alerts, as Python tells them. */
export async function alertsOf(person: Person): Promise<{ alerts: { id: string; text: string }[]; retracted: { id: string; reason: string }[] }> {
  return (await person.ask(["alerts"])) as Awaited<ReturnType<typeof alertsOf>>;
}

export async function statusOf(person: Person, report: string): Promise<unknown> {
  return (await person.ask(["reports", "show", report]))["status"];
}
