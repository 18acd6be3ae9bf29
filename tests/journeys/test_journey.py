"""The whole journey, with real processes, real sockets and real files: founding, joining, a report, an alert, removals, and what nobody may see."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from alerts.home import Home
from alerts.member import Member
from alerts.moderator import Moderator
from alerts.report import example_report
from alerts.statements import Statement, approve, open_statement, seal_statement, sign_publication
from alerts.sync import RelayClient
from crypto.approvals import Approval
from crypto.chain import ANNOUNCEMENT, STATEMENT, Entry, Place, make_entry
from crypto.errors import NotAddressed, Refused, RelayRefused
from tests.journeys.conftest import Person, Stage, forms_of

#: Placed in every private field; none of it may ever be seen where the relay is. Numbers are set aside for fiction.
CANARIES = {
    "collective": "KestrelCanaryCollective",
    "area": "CanaryHarbourArea",
    "happened": "canary-what-happened-3141592",
    "pattern": "canary-pattern-2718281",
    "injuries": "canary-injuries-1618033",
    "name": "CanaryDaveSurname",
    "detail": "canary anchor detail",
    "phone": "7700900481",
    "handle": "canary_handle_dave",
    "email": "canary.dave@example.org",
    "plate": "QX77ZKW",
    "vehicle": "canary dent in the door",
    "question": "canary-question-which-street",
    "answer": "canary-answer-mill-road",
    "text": "canary-public-text",
    "amended": "canary-amended-text",
    "reason": "canary-reason-for-retraction",
    "notice": "canary-notice-to-members",
    "resource": "canary-resource-clinic",
    "declined": "canary-reason-for-declining",
    "asked": "canary-question-to-members",
    "choice": "canary-choice-tuesdays",
    "looked": "canary.looked.up@example.org",
    "ana": "CanaryAliasAna",
    "bea": "CanaryAliasBea",
    "cleo": "CanaryAliasCleo",
    "dina": "CanaryAliasDina",
    "eve": "CanaryAliasEve",
    "fay": "CanaryAliasFay",
}


def canary_report() -> dict[str, Any]:
    """A report with a canary in every field that takes words or numbers."""
    report = example_report()
    report |= {
        "area": CANARIES["area"],
        "happened": CANARIES["happened"],
        "pattern": CANARIES["pattern"],
        "injuries": CANARIES["injuries"],
        "identifiers": [
            {"type": "phone", "value": "0" + CANARIES["phone"]},
            {"type": "handle", "value": CANARIES["handle"], "platform": "telegram"},
            {"type": "email", "value": CANARIES["email"]},
            {"type": "plate", "value": CANARIES["plate"]},
        ],
    }
    report["persons"][0] |= {"names": [CANARIES["name"]], "detail": CANARIES["detail"]}
    report["vehicles"][0] |= {"detail": CANARIES["vehicle"]}
    return report


def vault_of(person: Person) -> Member:
    """What this person's device holds, opened as she would."""
    with Home.open(person.home, "a passphrase for the stage") as home:
        device = home.load()
    assert device is not None
    return device


def three_moderators(stage: Stage) -> tuple[Person, Person, Person]:
    """Ana founds; Bea and Cleo are invited, agree, and are promoted."""
    ana = stage.founded(CANARIES["collective"], CANARIES["ana"], "--topic", CANARIES["area"])
    bea, cleo = stage.person(CANARIES["bea"]), stage.person(CANARIES["cleo"])
    bea.joins(ana.invites("--moderator"))
    ana.sync()
    assert ana.ask("promote", bea.name)["promoted"]
    assert bea.sync()["moderates"]
    cleo.joins(bea.invites("--moderator"))
    bea.sync()
    assert ana.ask("promote", cleo.name)["promoted"]
    assert cleo.sync()["moderates"]
    return ana, bea, cleo


def reports(person: Person, folder: Path, value: dict[str, Any]) -> str:
    """A report from a file; its id."""
    file = folder / "report.json"
    file.write_text(json.dumps(value))
    done = person.ask("report", "--file", str(file))
    assert done["sent"]
    found: str = done["report"]
    return found


def publishes(first: Person, second: Person, third: Person, report: str, text: str) -> str:
    """Two approve, a third publishes; the alert's id."""
    first.ask("desk", "claim", report)
    first.ask("desk", "draft", report, "--text", "-", stdin=text)
    first.ask("desk", "approve", report)
    third.run("desk", "publish", report, expect=2)
    second.run("desk", "approve", report, expect=2)  # nobody signs what she has not been shown
    assert second.ask("desk", "show", report)["draft"]["text"] == text
    second.ask("desk", "approve", report)
    out = third.ask("desk", "publish", report)
    assert out["approvals"] == 2 and out["seq"] > 0
    found: str = out["alert"]
    return found


def test_the_whole_journey(stage: Stage) -> None:
    """From founding to a moderator's leaving; and nothing of it can be read where the relay is."""
    # ---- founding and joining
    ana, bea, cleo = three_moderators(stage)
    dina, eve, fay = (stage.person(CANARIES[name]) for name in ("dina", "eve", "fay"))
    used = ana.invites()
    assert dina.joins(used)["ready"] is False, "no moderator is running, and she is in all the same"
    assert dina.ask("alerts")["alerts"] == [], "she reads at once"
    bea.sync()
    assert dina.sync()["ready"] is True, "her path keys came later"
    eve.joins(bea.invites())
    fay.joins(cleo.invites())
    ana.sync()
    assert eve.sync()["ready"] and fay.sync()["ready"]
    assert {m["alias"] for m in ana.ask("members")["members"]} == {p.name for p in (ana, bea, cleo, dina, eve, fay)}

    # ---- a report, a question, an answer
    report = reports(dina, stage.folder, canary_report())
    assert dina.ask("reports")["reports"][0]["acknowledged"] == 0
    for moderator in (ana, bea, cleo):
        listed = moderator.ask("desk", "list")["reports"]
        assert [(r["id"], r["status"]) for r in listed] == [(report, "received")]
    shown = dina.ask("reports")["reports"][0]
    assert (shown["status"], shown["acknowledged"]) == ("received", 2)
    assert ana.ask("desk", "show", report)["fields"]["happened"] == CANARIES["happened"]
    ana.ask("desk", "claim", report)
    ana.ask("desk", "ask", report, "-", stdin=CANARIES["question"])
    asked = dina.ask("reports", "show", report)
    assert asked["status"] == "needs-info" and asked["messages"][-1]["text"] == CANARIES["question"]
    dina.ask("reports", "answer", report, stdin=CANARIES["answer"])
    assert bea.ask("desk", "show", report)["answers"] == [CANARIES["answer"]]

    # ---- two approve, one publishes; others read and check
    alert = publishes(ana, bea, cleo, report, CANARIES["text"])
    read = eve.ask("alerts")["alerts"]
    assert [(a["id"], a["severity"], a["text"]) for a in read] == [(alert, "dangerous", CANARIES["text"])]
    assert "Dangerous (3 of 4)" in eve.run("alerts", "show", alert[:8]).out
    phone = CANARIES["phone"]
    for spelling in (f"0{phone}", f"+44 {phone[:4]} {phone[4:]}", f"0044-{phone[:4]}-{phone[4:7]}-{phone[7:]}"):
        found = eve.ask("check", stdin=spelling)
        assert (found["normalised"], found["matches"]) == (f"+44{phone}", [alert]), spelling
    assert eve.ask("check", stdin=f"plate ends {CANARIES['plate'][-3:]}")["matches"] == [alert]
    assert eve.ask("check", stdin="white Ford van")["matches"] == [alert]
    nothing = eve.ask("check", stdin="07700 900999")
    assert nothing["matches"] == [] and "Not the same as safe" in nothing["note"]
    assert dina.ask("reports")["reports"][0]["status"] == "published"
    assert fay.ask("alerts")["alerts"][0]["text"] == CANARIES["text"]

    # ---- a member is removed, and reads nothing that comes after
    assert ana.ask("remove", fay.name)["removed"] is False
    bea.ask("remove", fay.name)
    ana.sync()
    amended = eve.ask("alerts", "show", alert) | {"text": CANARIES["amended"]}
    file = stage.folder / "amended.json"
    file.write_text(json.dumps(amended))
    assert ana.ask("desk", "amend", alert, "--file", str(file))["published"] is False
    assert [c["alert"] for c in cleo.ask("desk", "list")["changes"]] == [alert]
    assert cleo.ask("desk", "show", alert)["change"]["content"]["text"] == CANARIES["amended"]
    assert cleo.ask("desk", "approve", alert)["published"] is True
    assert eve.ask("alerts")["alerts"][0]["text"] == CANARIES["amended"]
    refused = fay.ask("sync", expect=3)
    assert refused["error"] == "NotAddressed"
    assert fay.ask("alerts", expect=3)["alerts"][0]["text"] == CANARIES["text"], "what she has stays readable"
    kept, current = vault_of(fay), vault_of(eve)
    assert len(kept.entries) < len(current.entries)
    with pytest.raises(NotAddressed):
        kept.provisional_gate(newest_announcement(current))
    assert opened_by(kept, current.entries[len(kept.entries) :]) == 0

    # ---- taken back
    ana.ask("desk", "retract", alert, "--reason", "-", stdin=CANARIES["reason"])
    assert bea.ask("desk", "retract", alert, "--reason", "-", stdin=CANARIES["reason"])["published"] is True
    after = eve.ask("alerts")
    assert after["alerts"] == [] and after["retracted"][0]["reason"] == CANARIES["reason"]
    assert eve.ask("check", stdin=f"0{phone}")["matches"] == []
    assert dina.ask("reports")["reports"][0]["status"] == "retracted"

    # ---- a moderator leaves
    shutil.copytree(cleo.home, stage.folder / "homes" / "kept-by-cleo")
    assert ana.ask("remove", cleo.name)["removed"] is False
    assert bea.ask("remove", cleo.name)["removed"] is True
    ana.sync()
    second = reports(dina, stage.folder, canary_report())
    assert second in [r["id"] for r in ana.ask("desk", "list")["reports"]]
    ana.ask("notice", "send", stdin=CANARIES["notice"])
    assert eve.ask("alerts")["notices"][0]["text"] == CANARIES["notice"]
    bea.ask("desk", "claim", second)
    bea.ask("desk", "decline", second, "--reason", "-", stdin=CANARIES["declined"])
    assert dina.ask("reports", "show", second)["messages"][-1]["text"] == CANARIES["declined"]
    choices, help_ = stage.folder / "choices.txt", stage.folder / "help.json"
    choices.write_text(f"{CANARIES['choice']}\nnever\n")
    ana.ask("ask-members", "send", "--choices-file", str(choices), stdin=CANARIES["asked"])
    [question] = eve.ask("ask-members")["items"]
    assert (question["text"], question["choices"]) == (CANARIES["asked"], [CANARIES["choice"], "never"])
    help_.write_text(json.dumps([{"name": CANARIES["resource"], "kind": "health", "text": "", "contact": "", "language": "en"}]))
    ana.ask("resources", "set", "--file", str(help_))
    assert eve.ask("resources")["items"][0]["name"] == CANARIES["resource"]
    assert eve.ask("check", stdin=CANARIES["looked"])["matches"] == []
    assert cleo.ask("sync", expect=3)["error"] == "NotAddressed"
    assert cleo.run("desk", "list", expect=3).out == ""
    gone, current = vault_of(cleo), vault_of(eve)
    assert isinstance(gone, Moderator)
    # All that stands under the newest epoch, as if the relay had given it to him in spite of its gates.
    assert opened_by(gone, [e for e in current.entries if e.place.epoch == current.board.epoch.number]) == 0, (
        "what he kept opens nothing new"
    )
    assert not any(v.body.kind == "notice" for thing in gone.board.things.values() for v in thing.versions)
    forged = forged_by(gone, current, stage_now(stage))
    refused_before = len(current.board.refused)
    current.read_board([forged])
    assert len(current.board.refused) == refused_before + 1, "readers skip what he signs, if a relay takes it"
    assert not any(v.body.content.get("text") == "forged" for thing in current.board.things.values() for v in thing.versions)
    assert asyncio.run(posted(stage, gone, forged)) == "old-epoch", "and the relay does not take it"

    # ---- invites: twice, called back, late
    late, called = stage.person("Late"), stage.person("Called")
    for code in (used, ana.invites()):
        if code != used:
            ana.ask("invite", "--call-back", stdin=code)
        done = called.run("join", "--relay", stage.url, "--alias", "Called", stdin=code, expect=2)
        assert "not good any more" in done.err and not called.home.joinpath("vault.sqlite").exists()
    short = ana.ask("invite", "--expires", "60m")["code"]
    stage.later(2 * 3600)
    done = late.run("join", "--relay", stage.url, "--alias", "Late", stdin=short, expect=2)
    assert "not good any more" in done.err

    # ---- and where the relay is, nothing of all this can be read
    stage.stop()
    nothing_of_it_is_readable(stage)


def stage_now(stage: Stage) -> int:
    return int(time.time()) + stage.offset


def forged_by(gone: Moderator, current: Member, now: int) -> Entry:
    """A notice that somebody who left signs with all that was kept, put where the next entry stands: a relay may tell him where."""
    body = gone.make_statement("notice", {"text": "forged", "language": "en"}, now, object_id=os.urandom(16))
    (person, device), head, epoch = gone.me, current.board.head, gone.board.epoch
    assert head is not None
    place = Place("board", head.seq + 1, head.hash, STATEMENT, epoch.number, now)
    publisher = Approval(person, device, sign_publication(gone.device.sign, place, body, gone.collective))
    statement = Statement(body, [Approval(person, device, approve(gone.device.sign, body))], publisher)
    blob = seal_statement(statement, place, epoch.secret, gone.collective)
    return make_entry(place, blob, gone.moderator_gate().seed, gone.collective)


async def posted(stage: Stage, device: Moderator, entry: Entry) -> str:
    """What the relay says to an entry that this device posts with the gate it knows."""
    async with RelayClient(stage.url, lambda: stage_now(stage)) as relay:
        try:
            await relay.append(device.collective, "board", [entry], device.moderator_gate())
        except RelayRefused as error:
            return error.code
    return "taken"


def newest_announcement(device: Member) -> Entry:
    return [entry for entry in device.entries if entry.place.kind == ANNOUNCEMENT][-1]


def opened_by(device: Member, entries: list[Entry]) -> int:
    """How many of these statements any secret of this device opens."""
    statements = [entry for entry in entries if entry.place.kind == STATEMENT and entry.blob is not None]
    assert statements, "there is nothing to try"
    count = 0
    for entry in statements:
        for secret in device.secrets.values():
            try:
                open_statement(entry.blob or b"", entry.place, secret, device.collective)
            except Refused:
                continue
            count += 1
    return count


def nothing_of_it_is_readable(stage: Stage) -> None:
    """Searches the relay's files, what it printed, and every byte that passed between it and the devices."""
    places = {str(path.relative_to(stage.folder)): path.read_bytes() for path in stage.data.rglob("*") if path.is_file()}
    places |= {path.name: path.read_bytes() for path in stage.relay_outputs}
    places |= {f"connection {i}": seen for i, seen in enumerate(stage.recorder.seen)}
    assert sum(map(len, places.values())) > 1_000_000, "too little was recorded for this to mean anything"
    lowered = {place: data.lower() for place, data in places.items()}
    found = []
    for name, canary in CANARIES.items():
        for form in forms_of(canary):
            found += [f"{name} in {place}" for place, data in places.items() if form in data]
        found += [f"{name} in {place}" for place, data in lowered.items() if canary.lower().encode() in data]
    assert found == []


def test_the_search_for_canaries_finds_them_in_every_form() -> None:
    """The search would be worth nothing if it could not find what is there."""
    for canary in CANARIES.values():
        for lead in range(4):
            raw = os.urandom(lead) + canary.encode() + os.urandom(5)
            for stands in (raw, raw.hex().encode(), base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
                assert any(form in stands for form in forms_of(canary))
        assert any(form in canary.encode("utf-16") for form in forms_of(canary))


def test_a_relay_restored_from_the_middle_becomes_whole_again(stage: Stage) -> None:
    """A copy from the middle is put back: devices bring back what it lost, a moderator says whole, and everything works on."""
    ana, bea, cleo = three_moderators(stage)
    dina, eve = stage.person(CANARIES["dina"]), stage.person(CANARIES["eve"])
    dina.joins(ana.invites())
    first = reports(dina, stage.folder, canary_report())
    ana.sync()
    copy = stage.folder / "monday.copy"
    stage.parasol("backup", "--data", str(stage.data), "--to", str(copy))

    # What happens after the copy is what the relay loses.
    code = bea.invites()
    eve.joins(code)
    bea.sync()
    assert eve.sync()["ready"]
    alert = publishes(ana, bea, cleo, first, CANARIES["text"])
    second = reports(dina, stage.folder, canary_report())
    for person in (ana, bea, cleo, dina):
        person.sync()
    before = eve.sync()["head"]

    stage.parasol("restore", "--data", str(stage.data), "--from", str(copy), expect=2)  # the relay runs: refused
    stage.stop()
    stage.parasol("restore", "--data", str(stage.data), "--from", str(copy))
    stage.start()

    assert eve.ask("sync")["healing"] is True
    for person in (dina, bea, cleo, ana):
        person.run("sync")
    whole = ana.ask("sync", "--whole")
    assert whole["healing"] is False
    for person in (ana, bea, cleo, dina, eve):
        synced = person.sync()
        assert (synced["head"], synced["refused"], synced["healing"]) == (before, [], False)
    assert [a["id"] for a in eve.ask("alerts")["alerts"]] == [alert]

    # Board, log, desk and mail are usable.
    assert {r["id"] for r in bea.ask("desk", "list", "--all")["reports"]} == {first, second}
    bea.ask("desk", "claim", second)
    bea.ask("desk", "ask", second, "-", stdin=CANARIES["question"])
    assert dina.ask("reports", "show", second)["messages"][-1]["text"] == CANARIES["question"]
    dina.ask("reports", "answer", second, stdin=CANARIES["answer"])
    assert cleo.ask("desk", "show", second)["answers"] == [CANARIES["answer"]]
    newest = publishes(bea, cleo, ana, second, CANARIES["amended"])
    assert {a["id"] for a in eve.ask("alerts")["alerts"]} == {alert, newest}
    fay = stage.person(CANARIES["fay"])
    assert fay.joins(cleo.invites())["ready"] is False
    cleo.sync()
    assert fay.sync()["ready"] is True
    assert {a["id"] for a in fay.ask("alerts")["alerts"]} == {alert, newest}
    nothing_of_it_is_readable(stage)


def test_a_removal_a_replant_and_an_invite_that_the_copy_does_not_have_hold_after_the_restore(stage: Stage) -> None:
    """Boxes stand in no chain, so nobody can post them again: moderators' devices write them anew."""
    ana, bea, cleo = three_moderators(stage)
    dina, eve, fay = (stage.person(CANARIES[name]) for name in ("dina", "eve", "fay"))
    for person in (dina, eve, fay):
        person.joins(ana.invites())
    ana.sync()
    for person in (dina, eve, fay):
        assert person.sync()["ready"]
    copy = stage.folder / "monday.copy"
    stage.parasol("backup", "--data", str(stage.data), "--to", str(copy))

    # After the copy: fay is removed, then the keys are made anew without cleo. Eve sleeps through both; dina has her new keys already.
    ana.ask("remove", fay.name)
    bea.ask("remove", fay.name)
    ana.ask("remove", cleo.name)
    assert bea.ask("remove", cleo.name)["removed"] is True
    ana.sync()
    dina.sync()
    code = bea.invites()

    stage.stop()
    stage.parasol("restore", "--data", str(stage.data), "--from", str(copy))
    stage.start()
    for person in (dina, bea, ana):
        assert person.ask("sync")["healing"] is True
    assert ana.ask("sync", "--whole")["healing"] is False
    head = ana.sync()["head"]
    for person in (bea, dina, eve):
        synced = person.sync()
        assert (synced["head"], synced["refused"], synced["healing"]) == (head, [], False)
    for person in (fay, cleo):
        assert person.ask("sync", expect=3)["error"] == "NotAddressed"
    gwen = stage.person("Gwen")
    gwen.joins(code)
    ana.sync()
    assert gwen.sync()["ready"] is True

    # Nobody has anything to do now: then a sync writes nothing, and wakes nobody who watches.
    for person in (ana, bea):
        person.sync()
    collective = vault_of(ana).collective
    before = asyncio.run(version_of(stage, collective))
    for person in (ana, bea, dina, eve, gwen):
        person.sync()
    assert asyncio.run(version_of(stage, collective)) == before


async def version_of(stage: Stage, collective: bytes) -> int:
    """The number that the relay counts up whenever something is new."""
    async with RelayClient(stage.url, lambda: stage_now(stage)) as relay:
        return (await relay.newest(collective)).version
