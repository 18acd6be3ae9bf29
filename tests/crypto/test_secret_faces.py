"""Secrets have no readable face: not alone, not inside what holds them, not in an error."""

from __future__ import annotations

import base64
import copy
import dataclasses
import inspect
import json
import logging
import operator
import pickle
import traceback
from typing import Any

import pytest

from crypto import boxes, device, epochs, errors, handover, invites, keytree, recovery, sealing, secrets, vault
from crypto import bundle as bundle_room
from crypto.bundle import Bundle
from crypto.context import Purpose, derive
from crypto.errors import WrongLength
from crypto.secrets import Secret

KINDS = [kind for _, kind in inspect.getmembers(secrets, inspect.isclass) if issubclass(kind, Secret)]
MARK = bytes.fromhex("5ec3e75ec3e75ec3e75ec3e75ec3e75ec3e75ec3e75ec3e75ec3e75ec3e75ec3")


def marked(kind: type[Secret]) -> Secret:
    return kind(MARK[: kind.size])


def faces(value: bytes) -> list[str]:
    """How these bytes could show in a text."""
    return [
        value.hex(),
        value.hex().upper(),
        base64.b64encode(value).decode(),
        repr(value)[2:-1],
        str(list(value))[1:-1],
        str(int.from_bytes(value)),
    ]


def shows(text: str, size: int = 32) -> bool:
    # Eight bytes of it are enough to be called a leak.
    return any(face in text for part in (MARK[:size], MARK[:8]) for face in faces(part))


def test_the_check_sees_a_leak() -> None:
    assert all(shows(f"key={face}!") for face in faces(MARK))
    assert shows(repr({"key": MARK}))


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_shows_its_kind_alone(kind: type[Secret]) -> None:
    secret = marked(kind)
    face = f"<{kind.__name__}>"
    shown = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret!r}",
        f"{secret!s}",
        f"{secret!a}",
        operator.mod("%s", secret),
        operator.mod("%r", secret),
        format(secret),
    ]
    assert shown == [face] * len(shown)
    assert [repr([secret]), repr({"k": secret}), str((secret,))] == [f"[{face}]", f"{{'k': {face}}}", f"({face},)"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_is_not_pickled_copied_hashed_or_made_json(kind: type[Secret]) -> None:
    secret = marked(kind)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(secret, protocol)
        assert not shows(str(caught.value))
    attempts: list[Any] = [copy.copy, copy.deepcopy, hash, json.dumps, bytes, len, iter, list, lambda s: f"{s:>40}"]
    for attempt in attempts:
        with pytest.raises(TypeError) as caught:
            attempt(secret)
        assert not shows("".join(traceback.format_exception(caught.value)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_of_the_wrong_length_or_type_is_refused_without_showing_it(kind: type[Secret]) -> None:
    values: list[Any] = [MARK[: kind.size - 1], MARK + b"\x00", b"", MARK.hex(), bytearray(MARK[: kind.size]), None]
    for value in values:
        with pytest.raises(WrongLength) as caught:
            kind(value)
        assert not shows(str(caught.value) + repr(caught.value))


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_are_equal_if_kind_and_bytes_are(kind: type[Secret]) -> None:
    assert marked(kind) == marked(kind)
    assert marked(kind) != kind(bytes(kind.size))
    assert [other for other in KINDS if other is not kind and other.size == kind.size and marked(kind) == marked(other)] == []
    assert marked(kind) != MARK[: kind.size]
    assert marked(kind).reveal() == MARK[: kind.size]


@pytest.mark.parametrize("kind", KINDS)
def test_random_secrets_differ(kind: type[Secret]) -> None:
    assert kind.random() != kind.random()


def bundle() -> Bundle:
    return Bundle(1, secrets.TreeSeed(MARK), secrets.GateSeed(MARK), secrets.NotesKey(MARK))


def belongings() -> recovery.Belongings:
    return recovery.Belongings(bytes(32), "fern", 1, bytes(32), 1, 1 << 20, {1: secrets.NodeKey(MARK)}, bundle())


def holders() -> list[Any]:
    seed = secrets.SigningSeed(MARK)
    return [
        bundle(),
        device.Device(seed, secrets.KemSeed(MARK), secrets.BoxSecret(MARK)),
        epochs.Previous(bytes(32), secrets.EpochSecret(MARK)),
        invites.Invite(bytes(32), secrets.AeadKey(MARK), seed, bytes(32)),
        invites.Welcome(bytes(32), 1, secrets.EpochSecret(MARK), bytes(32), True),
        boxes.PathKeys(1, 1 << 20, {1: secrets.NodeKey(MARK)}, bytes(32)),
        boxes.SignedBundle(bundle(), bytes(32)),
        handover.Handover(secrets.DeviceEntropy(MARK[:16]), belongings(), True, None),
        belongings(),
    ]


@pytest.mark.parametrize("holder", holders(), ids=lambda holder: type(holder).__name__)
def test_what_holds_secrets_does_not_show_them(holder: Any) -> None:
    assert not shows(repr(holder) + str(holder) + f"{holder}" + repr(vars(type(holder)).get("__doc__")))
    with pytest.raises(TypeError):
        pickle.dumps(holder)
    with pytest.raises(TypeError):
        dataclasses.asdict(holder)


def test_every_type_that_holds_secrets_is_among_those_checked() -> None:
    rooms = [boxes, bundle_room, device, epochs, handover, invites, keytree, recovery, sealing, vault]
    holding = {
        name
        for room in rooms
        for name, member in inspect.getmembers(room, dataclasses.is_dataclass)
        if any(kind in str(field.type) for field in dataclasses.fields(member) for kind in [k.__name__ for k in KINDS] + ["Bundle"])
    }
    assert holding == {type(holder).__name__ for holder in holders()}


def test_an_open_vault_and_its_records_show_nothing() -> None:
    records = vault.Records(secrets.DataKey(MARK))
    assert not shows(repr(records) + str(records))
    assert not any(isinstance(value, bytes | str) for value in vars(records).values())


def test_errors_and_their_tracebacks_show_nothing() -> None:
    attempts: list[Any] = [
        lambda: sealing.open_(secrets.AeadKey(MARK), MARK, MARK * 3),
        lambda: sealing.open_once(secrets.AeadKey(MARK), MARK, MARK),
        lambda: sealing.open_sealed(secrets.KemSeed(MARK), MARK, MARK * 40),
        lambda: sealing.seal_to(MARK * 38, MARK, MARK),
        lambda: keytree.decode_path_keys(1 << 20, MARK),
        lambda: invites.read_code(MARK.hex()),
        lambda: device.from_words(MARK.hex()),
        lambda: derive(secrets.AeadKey, secrets.AeadKey(MARK), Purpose.NODE, None, 1.5),
        lambda: vault.open_lock(MARK, MARK.hex()),
        lambda: bundle().check({}, bytes(32)),
    ]
    for attempt in attempts:
        with pytest.raises(errors.ParasolError) as caught:
            attempt()
        # The lines of this file stand in a traceback, but what was in its variables does not.
        text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=False).format())
        assert not shows(text + str(caught.value) + repr(caught.value) + repr(caught.value.__cause__) + repr(caught.value.args))


def test_a_log_line_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("parasol.test").warning("holding %s and %r", secrets.DataKey(MARK), bundle())
    assert "<DataKey>" in caplog.text
    assert not shows(caplog.text)
