"""A phone is lost; its 12 words bring it back on another, with real processes, sockets and files; and the relay saw nothing of it."""

from __future__ import annotations

import shutil

from tests.journeys.conftest import Person, Stage, forms_of

ALIASES = ("CanaryAliasAna", "CanaryAliasDina")
NOTICE = "canary-notice-after-the-loss"


def founded(stage: Stage) -> Person:
    return stage.founded("CanaryKestrel", ALIASES[0])


def seen_by_the_relay(stage: Stage) -> bytes:
    kept = [path.read_bytes() for path in [*stage.data.rglob("*"), *stage.relay_outputs] if path.is_file()]
    return b"\n".join([*kept, *stage.recorder.seen])


def test_a_member_and_then_the_only_moderator_lose_their_phones(stage: Stage) -> None:
    ana = founded(stage)
    dina = stage.person(ALIASES[1])
    dina.joins(ana.invites())
    first = dina.ask("recovery-words")
    assert first["elsewhere"] is False, "nobody has let her in yet"
    ana.sync()
    dina.sync()
    words = dina.ask("recovery-words")
    assert words == first | {"elsewhere": True}
    assert "parasol recover" in dina.run("recovery-words").out

    # ---- she loses it; somebody writes; the words bring her back
    shutil.rmtree(dina.home)
    ana.ask("notice", "send", stdin=NOTICE)
    again = stage.person("another phone")
    back = again.ask("recover", "--relay", stage.url, stdin=" ".join(words["words"]))
    assert (back["alias"], back["name"], back["moderates"]) == (dina.name, "CanaryKestrel", False)
    assert NOTICE in again.run("notice").out
    assert again.ask("recovery-words") == words, "it is the same device, and can be lost again"
    assert {m["alias"] for m in ana.ask("members")["members"]} == set(ALIASES), "she is nobody new"

    # ---- the founder, who alone moderates, loses hers too
    hers = ana.ask("recovery-words")
    assert hers["elsewhere"] is True
    shutil.rmtree(ana.home)
    ana = stage.person("ana's other phone")
    assert ana.ask("recover", "--relay", stage.url, stdin=" ".join(hers["words"]).upper())["moderates"] is True
    eve = stage.person("eve")
    eve.joins(ana.invites())
    ana.sync()
    assert eve.sync()["ready"] is True, "whom she invites comes in"
    assert {m["alias"] for m in ana.ask("members")["members"]} == {*ALIASES, "eve"}

    # ---- the relay
    seen = seen_by_the_relay(stage).lower()
    assert len(seen) > 100_000
    for secret in (*ALIASES, NOTICE, "CanaryKestrel", " ".join(words["words"]), " ".join(hers["words"])):
        assert not any(form in seen or form.lower() in seen for form in forms_of(secret))


def test_words_that_bring_nobody_back_leave_nothing_behind(stage: Stage) -> None:
    founded(stage)
    nobody = stage.person("nobody")
    for words, said in (
        ("abandon " * 11 + "about", "nothing is kept under these words"),
        ("about " + "abandon " * 11, "do not belong together"),
        ("parasol " + "abandon " * 11, "word 1 is not one"),
        ("abandon", "these are 1"),
    ):
        done = nobody.run("recover", "--relay", stage.url, stdin=words, expect=2)
        assert said in done.err and "abandon" not in done.err + done.out
        assert not nobody.home.exists() or not list(nobody.home.glob("*.sqlite"))


def test_somebody_removed_is_told_so_and_nothing_is_left_behind(stage: Stage) -> None:
    ana = founded(stage)
    dina = stage.person(ALIASES[1])
    dina.joins(ana.invites())
    ana.sync()
    dina.sync()
    words = " ".join(dina.ask("recovery-words")["words"])
    assert ana.ask("remove", dina.name, "--yes")["removed"] is True
    done = stage.person("another phone").run("recover", "--relay", stage.url, stdin=words, expect=3)
    assert "you may have been removed" in done.err


def test_a_phone_that_belongs_to_a_collective_already_is_left_alone(stage: Stage) -> None:
    ana = founded(stage)
    words = " ".join(ana.ask("recovery-words")["words"])
    assert "belongs to a collective already" in ana.run("recover", "--relay", stage.url, stdin=words, expect=2).err


def test_a_second_device_is_let_in_beside_the_first(stage: Stage) -> None:
    """Two processes at once: one shows a code, the other digits. Nothing of it can be read where the relay is."""
    ana = founded(stage)
    ana.sync()
    first = ana.begins("add-device")
    code = first.says("Code: ")
    second = stage.person("ana's laptop").begins("add-device", "--here", "--relay", stage.url)
    second.types(code)
    digits = second.says("Type these digits on the other device: ")
    first.types(digits)
    assert second.ends()["moderates"] is True
    assert first.ends() == {"handed_over": True}
    eve = stage.person("eve")
    eve.joins(stage.person("ana's laptop").invites())
    ana.sync()
    assert eve.sync()["ready"] is True, "whom the second invites, the first lets in"
    seen = seen_by_the_relay(stage)
    assert not any(form in seen for secret in (ALIASES[0], code, code.replace("-", "")) for form in forms_of(secret))
