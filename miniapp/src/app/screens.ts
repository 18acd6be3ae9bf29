/** Every screen by its name, and where it is read from: only what is looked at is loaded. A feature adds its lines, and nothing else here. */

import type { ComponentType } from "preact";
import { language } from "../text";

/** A screen takes nothing: what it shows is in `here().id`. */
type Load = () => Promise<ComponentType>;

export const HELP: Load = () => import("../features/help/Help").then((it) => it.Help);

/** Screens that are there before anybody has joined, and while the app is locked. */
export const OUTSIDE: Readonly<Record<string, Load>> = {
  join: () => import("../features/join/Join").then((it) => it.Join),
  recover: () => import("../features/join/Recover").then((it) => it.Recover),
  beside: () => import("../features/join/Beside").then((it) => it.Beside),
  help: HELP,
};

/** Unlocked, and everything is still being opened. */
export const OPENING: Load = () => import("../features/opening/Opening").then((it) => it.Opening);

/** Screens of an open device. */
export const SCREENS: Readonly<Record<string, Load>> = {
  home: () => import("../features/home/Home").then((it) => it.Home),
  safety: () => import("../features/safety/Safety").then((it) => it.Safety),
  check: () => import("../features/check/Check").then((it) => it.Check),
  alerts: () => import("../features/alerts/Alerts").then((it) => it.Alerts),
  alert: () => import("../features/alerts/AlertPage").then((it) => it.AlertPage),
  report: () => import("../features/report/Report").then((it) => it.Report),
  sent: () => import("../features/report/Sent").then((it) => it.Sent),
  mine: () => import("../features/mine/Mine").then((it) => it.Mine),
  "mine-one": () => import("../features/mine/MyReport").then((it) => it.MyReport),
  desk: () => import("../features/desk/Desk").then((it) => it.Desk),
  "desk-case": () => import("../features/desk/CasePage").then((it) => it.CasePage),
  "desk-write": () => import("../features/desk/WritePage").then((it) => it.WritePage),
  "desk-alert": () => import("../features/desk/DeskAlert").then((it) => it.DeskAlert),
  "desk-amend": () => import("../features/desk/WritePage").then((it) => it.AmendPage),
  collective: () => import("../features/collective/Collective").then((it) => it.Collective),
  "collective-rules": () => import("../features/collective/Collective").then((it) => it.Rules),
  "collective-rules-change": () => import("../features/collective/ChangeRules").then((it) => it.ChangeRules),
  "collective-invite": () => import("../features/collective/Invite").then((it) => it.Invite),
  "collective-members": () => import("../features/collective/Members").then((it) => it.Members),
  "collective-member": () => import("../features/collective/Members").then((it) => it.MemberPage),
  "collective-waiting": () => import("../features/collective/Waiting").then((it) => it.Waiting),
  "collective-figures": () => import("../features/collective/Figures").then((it) => it.Figures),
  "collective-news": () => import("../features/collective/News").then((it) => it.News),
  "collective-write": () => import("../features/collective/News").then((it) => it.WriteNews),
  "collective-help": () => import("../features/collective/EditHelp").then((it) => it.EditHelp),
};

/** Parts that a screen loads when it is on screen already. */
const WITHIN: readonly (() => Promise<unknown>)[] = [
  () => import("../features/check/Watch"),
  () => import("../features/check/spoken").then((it) => it.spokenIn(language.value)),
  () => import("../features/collective/picture"),
];

/**
 * Fetches every screen there is, one after the other and always in this order, the moderators' for everybody: what is fetched when it is first
 * looked at tells whoever serves this app that somebody reports, or moderates. What is here already is not fetched again.
 *
 * @param wanted whether it is still unlocked.
 */
export async function loadAll(wanted: () => boolean): Promise<void> {
  for (const load of [OPENING, ...Object.values(SCREENS), ...Object.values(OUTSIDE), ...WITHIN]) {
    if (!wanted()) return;
    await load();
  }
}
