"""What `parasol reports agree` asks of a person before it speaks for her: that it showed her this very text (protocol §8.3)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from alerts.alert import example_alert, validate_alert
from alerts.contents import content_hash
from alerts.posts import make_report
from alerts.receipt import Receipt
from commands.device import Work
from commands.reporting import _looked, _text_read
from crypto.errors import NotAllowed
from tests.cli.test_read_before_signing import Person

TOPICS = [{"id": "north", "name": "North"}]


def text(words: str) -> dict[str, Any]:
    told = example_alert() | {"areas": ["north"], "text": words}
    return validate_alert(told, policy={}, topics=TOPICS, now=1_800_000_000, collective=bytes(32), country="GB")


def shows(receipt: Receipt, words: str, time: int) -> bytes:
    """A letter with a text comes."""
    content = text(words)
    body = {"kind": "preview", "time": time, "text": "", "status": "shown", "question": None, "preview": content}
    receipt.take(bytes(16), body, bytes([time]) * 32, time)
    return content_hash(content)


def work(*answers: bool) -> Work:
    device = SimpleNamespace(board=SimpleNamespace(charter=SimpleNamespace(topics=TOPICS)))
    session = SimpleNamespace(save=lambda: None)
    return cast(Work, SimpleNamespace(context=SimpleNamespace(terminal=Person(*answers)), device=device, session=session))


@pytest.fixture
def receipt() -> Receipt:
    return make_report({"kinds": ["assault"]}, head=bytes(32), now=0, collective=bytes(32))[1]


def test_a_script_agrees_only_to_what_was_shown_last(receipt: Receipt) -> None:
    with pytest.raises(NotAllowed, match="have not shown you a text"):
        _text_read(work(), receipt)
    first = shows(receipt, "a white van", 1)
    with pytest.raises(NotAllowed, match="never shown here"):
        _text_read(work(), receipt)
    _looked(work(), [receipt])
    assert _text_read(work(), receipt) == first
    second = shows(receipt, "a blue van", 2)
    with pytest.raises(NotAllowed, match="another than the one you were shown"):
        _text_read(work(), receipt)
    _looked(work(), [receipt])
    assert _text_read(work(), receipt) == second


def test_a_person_reads_it_and_is_asked(receipt: Receipt) -> None:
    name = shows(receipt, "a white van", 1)
    yes, no = work(True), work(False)
    assert _text_read(yes, receipt) == name
    assert any("a white van" in line for line in cast(Any, yes).context.terminal.said)
    with pytest.raises(NotAllowed, match="nothing was done"):
        _text_read(no, receipt)


def test_what_was_shown_last_outlives_the_command(receipt: Receipt) -> None:
    name = shows(receipt, "a white van", 1)
    _looked(work(), [receipt])
    assert _text_read(work(), Receipt.from_state(receipt.state())) == name
