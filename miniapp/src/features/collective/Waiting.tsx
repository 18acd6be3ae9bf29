/** What moderators proposed, in full: what somebody agrees to is exactly what stands here. */

import { useState } from "preact/hooks";
import type { Moderator } from "../../alerts/moderator";
import type { Proposal } from "../../alerts/records";
import { go } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { hasApproved } from "../desk/cases";
import { Entries } from "../help/Entries";
import type { Resource } from "../help/resources";
import { keyOf } from "../keys";
import { nameOf } from "../people";
import { capital, now, say } from "../said";
import { newsFrom } from "./counting";
import { FigureLines } from "./Figures";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";
import { leavingWords } from "./Members";
import { NewsText } from "./News";
import { DECIDED_HERE, missingOf, proposalOf, removalsOpen, replants, undecided } from "./proposals";
import { differences } from "./rules";

export const Waiting = moderatorsOnly(List);

function List({ open, moderator }: ForModerators) {
  const doing = useDoing(open);
  const [opened, setOpened] = useState("");
  const all = undecided(moderator, now());
  const leaving = removalsOpen(moderator);

  function approve(hash: Uint8Array, kind: string): void {
    setOpened("");
    void doing.run(async (session) => {
      await session.approveProposal(hash);
      const out = kind === "charter" ? false : await session.publishStatement(hash);
      const device = session.moderator;
      const proposal = proposalOf(device, hash);
      if (out || (proposal !== null && device.board.has(proposal.body))) return t("waiting-approved-out");
      return t("waiting-approved-more", { count: proposal === null ? 1 : Math.max(1, missingOf(device, proposal)) });
    });
  }

  return (
    <Page title={t("waiting-title")}>
      <Came doing={doing} />
      {all.length === 0 && leaving.length === 0 ? <p>{t("waiting-none")}</p> : null}
      {all.map((proposal) => {
        const { body } = proposal;
        const key = keyOf(body.hash);
        return (
          <section key={key}>
            <h2>{t(DECIDED_HERE.includes(body.kind) ? `waiting-${body.kind}` : "waiting-other")}</h2>
            <p class="age">
              {t("waiting-by", { name: nameOf(moderator, proposal.by) })}{" "}
              {t("waiting-approvals", { count: moderator.approvalsOf(proposal).length, needed: moderator.neededFor(body) })}
            </p>
            {opened === key ? <Whole moderator={moderator} proposal={proposal} /> : null}
            {opened !== key ? (
              <Button
                onClick={() => {
                  setOpened(key);
                }}
              >
                {t("waiting-read")}
              </Button>
            ) : replants(moderator, proposal) ? (
              <p>{t("waiting-removes")}</p>
            ) : hasApproved(moderator, proposal) ? (
              <p>{t("waiting-mine")}</p>
            ) : (
              <Button
                kind="main"
                disabled={doing.busy}
                onClick={() => {
                  approve(body.hash, body.kind);
                }}
              >
                {t("waiting-approve")}
              </Button>
            )}
          </section>
        );
      })}
      {leaving.map(({ member, leaving: far }) => (
        <section key={keyOf(member.sign)}>
          <h2>
            {t("waiting-removal")} <span dir="auto">{member.alias}</span>
          </h2>
          <p class="age">{leavingWords(far)}</p>
          {far.mine && far.count < far.needed ? <p>{t("waiting-mine")}</p> : null}
          {far.count >= far.needed ? null : (
            <Button
              onClick={() => {
                go("collective-member", keyOf(member.sign));
              }}
            >
              {t("waiting-removal-look")}
            </Button>
          )}
        </section>
      ))}
    </Page>
  );
}

/** All that a proposal says. */
function Whole({ moderator, proposal }: { readonly moderator: Moderator; readonly proposal: Proposal }) {
  const { kind, content } = proposal.body;
  if (kind === "charter") {
    return (
      <ul class="card">
        {differences(moderator.board.charter, content, (person) => nameOf(moderator, person)).map((said, at) => (
          <li key={at}>{capital(say(said))}</li>
        ))}
      </ul>
    );
  }
  if (kind === "figures") return <FigureLines content={content} />;
  // What stands in the log as a proposal has passed `checkContent`.
  if (kind === "resources") return <Entries items={content["items"] as unknown as Resource[]} />;
  return <NewsText news={newsFrom(kind, content, 0)} />;
}
