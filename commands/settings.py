"""Settings: options first, then the environment (``PARASOL_…``), then ``parasol.toml`` in the home or the folder one is in."""

from __future__ import annotations

import argparse
import os
import re
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from crypto.errors import BadInput, StorageFailed
from crypto.vault import Cost

FILE: Final = "parasol.toml"


class Settings:
    """Answers *what is this set to?*; nothing is kept here that was not set by somebody."""

    def __init__(self, options: argparse.Namespace, environment: Mapping[str, str]) -> None:
        self._options = vars(options)
        self._environment = environment
        self._file: dict[str, str] | None = None

    @property
    def home(self) -> Path:
        """The directory of this device's vault."""
        given = self._options.get("home") or self._environment.get("PARASOL_HOME")
        return Path(given).expanduser() if given else Path.home() / ".parasol"

    def get(self, name: str) -> str | None:
        """A setting, from the first place that has it; ``None`` if none has.

        Raises:
            BadInput: ``parasol.toml`` is not TOML.
        """
        return self.option(name) or self._environment.get(f"PARASOL_{name.upper()}") or self._from_file().get(name)

    def option(self, name: str) -> str | None:
        """What was given as an option, and nowhere else."""
        given = self._options.get(name)
        return None if given is None else str(given)

    def _from_file(self) -> dict[str, str]:
        if self._file is None:
            self._file = {}
            for path in (self.home / FILE, Path(FILE)):
                try:
                    text = path.read_text(encoding="utf-8")
                except FileNotFoundError:
                    continue
                except (OSError, UnicodeDecodeError):
                    raise BadInput(f"{FILE} cannot be read") from None
                try:
                    self._file = {key.replace("-", "_"): str(value) for key, value in tomllib.loads(text).items()} | self._file
                except tomllib.TOMLDecodeError:
                    raise BadInput(f'{FILE} is not TOML; a line looks like: relay = "https://relay.example"') from None
        return self._file

    def passphrase(self) -> str | None:
        """The passphrase, if the environment or a file has it; ``None`` if a person has to be asked.

        Raises:
            BadInput: the file cannot be read, or is empty.
        """
        if (name := self.get("passphrase_file")) is not None:
            try:
                lines = Path(name).expanduser().read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                raise BadInput("the file with the passphrase cannot be read") from None
            if not lines or not lines[0]:
                raise BadInput("the file with the passphrase is empty")
            return lines[0]
        return self._environment.get("PARASOL_PASSPHRASE") or None

    def clock(self) -> int:
        """Unix seconds. ``PARASOL_CLOCK_OFFSET`` shifts it, for tests that cannot wait for three days."""
        try:
            return int(time.time()) + int(self._environment.get("PARASOL_CLOCK_OFFSET", "0"))
        except ValueError:
            raise BadInput("PARASOL_CLOCK_OFFSET is a number of seconds") from None

    def vault_cost(self) -> Cost | None:
        """The least allowed cost if a test asks for it; ``None`` measures this machine."""
        return Cost() if self._environment.get("PARASOL_VAULT_COST") == "least" else None

    @property
    def language(self) -> str:
        """The language of whoever sits at the terminal, as the system says it: two or three letters; ``en`` if it says none."""
        said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := self._environment.get(name))), "")
        found = re.match(r"[a-z]{2,3}(?![a-z])", said)
        return found.group() if found else "en"

    @property
    def debug(self) -> bool:
        return self._environment.get("PARASOL_DEBUG") == "1"


def data_folder(settings: Settings) -> Path:
    """The relay's data folder.

    Raises:
        BadInput: it is set nowhere.
    """
    given = settings.get("data")
    if given is None:
        raise BadInput("say where the relay keeps its data: --data DIR")
    return Path(given).expanduser()


def read_file(name: str, *, most: int, what: str) -> bytes:
    """A file's bytes.

    Args:
        most: bytes; what is larger is not read.
        what: what people call it, for the messages.

    Raises:
        BadInput: it cannot be read, or is larger.
    """
    try:
        with Path(name).expanduser().open("rb") as handle:
            data = handle.read(most + 1)
    except OSError:
        raise BadInput(f"{what} cannot be read; is the name right?") from None
    if len(data) > most:
        raise BadInput(f"{what} is too large; at most {most // 1024} KiB are read")
    return data


def keep_to_oneself() -> None:
    """Whatever this process writes is for its owner alone.

    Raises:
        StorageFailed: the system does not let us.
    """
    try:
        os.umask(0o077)
    except OSError:
        raise StorageFailed("files cannot be kept private on this machine") from None
