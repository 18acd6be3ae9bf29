"""`docs/commands.md` names every command, every word after one, every option and every exit status that there is."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

import cli

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(cli._COMMANDS))
def test_a_command_stands_in_the_document_with_all_its_words(name: str) -> None:
    parser = argparse.ArgumentParser(add_help=False)
    cli._COMMANDS[name].arguments(parser)
    words = {word for action in parser._actions for word in action.option_strings or action.choices or ()}
    assert f"`{name}" in DOCUMENT and [word for word in words if word not in DOCUMENT] == []


def test_every_exit_status_stands_in_the_document() -> None:
    for status in (0, 1, *cli._STATUS.values(), cli._INTERRUPTED):
        assert f"| {status} |" in DOCUMENT
