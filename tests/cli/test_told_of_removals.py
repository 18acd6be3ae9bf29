"""`parasol sync` tells a moderator of a member who is to be taken off the list and waits for her word."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_bad_input import Machine


def test_sync_names_who_is_to_be_taken_off_to_whoever_has_not_agreed(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.start()
    try:
        code = machine.good("founding-code", "--data", str(tmp_path / "relay"))
        machine.good("--home", "ana", "found", "--relay", machine.url, "--name", "Kestrel", "--alias", "Ana", stdin=code)
        for name in ("Bea", "Cleo", "Dina"):
            more = [] if name == "Dina" else ["--moderator"]
            invite = json.loads(machine.good("--home", "ana", "invite", *more, "--json"))["code"]
            machine.good("--home", name, "join", "--relay", machine.url, "--alias", name, stdin=invite)
            machine.good("--home", "ana", "sync")
            if more:
                machine.good("--home", "ana", "promote", name)
                machine.good("--home", name, "sync")
        machine.good("--home", "ana", "remove", "Dina", "--yes")
        assert json.loads(machine.good("--home", "ana", "sync", "--json"))["removals"] == []
        said = machine.good("--home", "Bea", "sync")
        assert "Dina: 1 of 2 agree to take her off the list. To agree: parasol remove Dina" in said
        assert "removals" in json.loads(machine.good("--home", "Cleo", "sync", "--json"))
    finally:
        machine.stop()
