"""The house's own rules: who may import whom, what no file may hold, and that secrets have no readable face."""

from __future__ import annotations

import ast
import importlib
import json
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import crypto
from crypto.secrets import Secret

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("crypto", "alerts", "storage", "relay", "bot", "rehearsal", "commands", "server", "cli")

#: What can read. The relay, its storage and the bot reach none of it, not even through others.
READERS = ("alerts", "crypto.sealing", "crypto.epochs", "crypto.keytree", "crypto.invites", "crypto.vault")

#: Put together here, so that this file does not hold what it looks for.
SLASH = "/"
REGISTRIES = (".".join(("pypi", "org")), ".".join(("pythonhosted", "org")), ".".join(("npmjs", "org")), ".".join(("deb", "debian", "org")))
MACHINE_PATHS = (SLASH + "work" + SLASH, ".." + SLASH + "shared")


def files(pattern: str = "*") -> list[Path]:
    """The project's files as git knows them, new ones included, ignored ones not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pattern],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return [path for path in (ROOT / name for name in listed.split("\0") if name) if path.is_file()]


def python_files(*rooms: str) -> list[Path]:
    """The Python files of these rooms; of the whole project if none is named."""
    return [path for path in files("*.py") if not rooms or path.relative_to(ROOT).with_suffix("").parts[0] in rooms]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


# ---- who may import whom ------------------------------------------------------------------------------------------


def imports(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module that ``tree`` names in an import, wherever it stands, as absolute names.

    ``from a import b`` gives ``a`` and ``a.b``: whether ``b`` is a module is not seen here, and asking for too much is safe.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def modules() -> dict[str, Path]:
    """The project's modules by their dotted names."""
    found = {}
    for path in python_files(*ROOMS):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(module: str) -> set[str]:
    path = modules()[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    named = set(imports(tree_of(path), package))
    # Importing a.b.c runs a and a.b too.
    return named | {name.rsplit(".", depth)[0] for name in named for depth in range(1, name.count(".") + 1)}


def reach(start: str) -> set[str]:
    """Every module that loading ``start``, or the whole room ``start``, can lead to."""
    reached: set[str] = set()
    ahead = [name for name in modules() if name == start or name.startswith(start + ".")]
    while ahead:
        module = ahead.pop()
        if module not in reached:
            reached.add(module)
            ahead += imports_of(module) & modules().keys()
            reached |= imports_of(module) - modules().keys()
    return reached


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def test_the_reader_of_imports_sees_every_form() -> None:
    source = "import a.b\nfrom .c import d\nfrom .. import e\ndef later():\n    from f import g\n"
    assert set(imports(ast.parse(source), "room.inner")) == {"a.b", "room.inner.c", "room.inner.c.d", "room", "room.e", "f", "f.g"}


def test_the_import_contracts_hold() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


@pytest.mark.parametrize("room", ["server", "relay", "storage", "bot"])
def test_the_relay_and_the_bot_reach_nothing_that_can_read(room: str) -> None:
    assert room in modules(), f"{room} is gone, and with it what this test is for"
    assert sorted(name for name in reach(room) if any(within(name, reader) for reader in READERS)) == []


def test_loading_the_relay_loads_nothing_that_can_read() -> None:
    """The same once more by running it: whatever way a module is loaded, it would stand in ``sys.modules``."""
    program = f"import server, sys; print([name for name in {READERS!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr


def test_the_relay_knows_no_room_above_it_or_beside_it_but_storage() -> None:
    assert sorted({name.split(".")[0] for name in reach("server")} & {"alerts", "bot", "rehearsal", "commands", "cli"}) == []


@pytest.mark.parametrize("forbidden", ["time", "datetime", "random", "socket", "aiohttp", "aiosqlite", "sqlite3", "telegram"])
def test_crypto_has_no_clock_no_network_no_sql_and_no_weak_randomness(forbidden: str) -> None:
    room = [module for module in modules() if within(module, "crypto")]
    assert room
    assert [module for module in room if any(within(name, forbidden) for name in imports_of(module))] == []


def test_alerts_touches_files_in_home_only() -> None:
    """No ``open()``, and of ``os`` nothing but the system's randomness, in any other module of the room."""
    found = []
    for path in python_files("alerts"):
        for node in ast.walk(tree_of(path)) if path.stem != "home" else ():
            match node:
                case ast.Call(func=ast.Name(id="open")):
                    found.append(f"{name_of(path)}:{node.lineno}")
                case ast.Attribute(value=ast.Name(id="os"), attr=of_os) if of_os != "urandom":
                    found.append(f"{name_of(path)}:{node.lineno}")
                case ast.ImportFrom(module="os", names=names) if any(alias.name != "urandom" for alias in names):
                    found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_alerts_reaches_the_network_in_sync_only() -> None:
    """Of ``urllib`` only what takes addresses apart; the import contract forbids the rest of the network."""
    room = [module for module in modules() if within(module, "alerts") and module != "alerts.sync"]
    assert room
    assert [module for module in room if any(within(name, "urllib.request") for name in imports_of(module))] == []


# ---- what every file is like --------------------------------------------------------------------------------------


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in python_files() if not ast.get_docstring(tree_of(path))] == []


def test_only_the_command_line_the_benchmarks_and_the_scripts_print() -> None:
    """Elsewhere a print is a log line that nobody decided on."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("crypto", "alerts", "storage", "relay", "bot", "server")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_no_room_asserts_what_it_was_given() -> None:
    """``python -O`` removes asserts; input is refused with a named error."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(*ROOMS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assert)
    ]
    assert found == []


def test_no_file_is_longer_than_one_idea() -> None:
    assert [name_of(path) for path in python_files() if len(path.read_text(encoding="utf-8").splitlines()) > 600] == []


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    """The project stands alone: it says what it needs by name, and the reader's own settings say where that comes from."""
    found = []
    for path in files():
        text = path.read_bytes()
        wanted = REGISTRIES if path == ROOT / ".ci" / "run" else REGISTRIES + MACHINE_PATHS
        found += [f"{name_of(path)}: {needle}" for needle in wanted if needle.encode() in text]
    assert found == []


def test_every_dependency_is_pinned_and_has_hashes() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-node.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        assert lines
        assert [line.split()[0] for line in lines if not re.match(r"[a-z0-9._-]+==\S+ ", line) or "--hash=sha256:" not in line] == []


def test_the_mini_apps_packages_are_pinned_and_have_hashes() -> None:
    packages = json.loads((ROOT / "miniapp" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, one in packages.items() if name and "integrity" not in one] == []
    wanted = json.loads((ROOT / "miniapp" / "package.json").read_text(encoding="utf-8"))
    versions = wanted["dependencies"] | wanted["devDependencies"]
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in versions if f"`{name}`" not in reasons] == []


def test_every_dependency_has_its_reason() -> None:
    """docs/dependencies.md names each package that pyproject.toml asks for."""
    asked = re.findall(r'^    "([a-z0-9-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert asked
    assert [name for name in asked if f"| `{name}` |" not in reasons] == []


# ---- the twins ----------------------------------------------------------------------------------------------------

#: What stands in ``miniapp/src/crypto`` and has no twin in ``crypto/``, each with its reason.
WITHOUT_TWIN = {
    "ahead": "verifies with the platform's own signatures, many at once and off the page's thread (ADR 0016); Python's library is fast enough",
    "bytes": "compares and joins, which Python's byte strings do by themselves",
    "cbor": "reads and writes the one encoding; Python takes a library for it, in crypto/wire.py (docs/dependencies.md)",
    "platform": "what the browser itself says of signatures, for `ahead` and the workers it is made for; Python has no such platform",
}


def twin_of(stem: str) -> str:
    """A Python module's name as TypeScript spells it: ``one_idea`` is ``oneIdea``."""
    return re.sub(r"_([a-z0-9])", lambda letter: letter[1].upper(), stem)


def test_a_twins_name_is_spelled_as_its_language_spells_it() -> None:
    assert [twin_of(stem) for stem in ("wire", "base32", "one_idea", "of_two_words")] == ["wire", "base32", "oneIdea", "ofTwoWords"]


def test_crypto_is_the_same_file_for_file_in_both_languages() -> None:
    """A file of one side alone is logic that no shared vector compares: it gets its twin, or a reason why it needs none."""
    room = ROOT / "miniapp" / "src" / "crypto"
    ours = {twin_of(path.stem) for path in python_files("crypto") if path.name != "__init__.py"}
    theirs = {path.relative_to(room).with_suffix("").as_posix() for path in files("miniapp/src/crypto/*")}
    assert ours and theirs
    assert sorted(ours - theirs) == [], "in crypto/ alone"
    assert sorted(theirs - ours) == sorted(WITHOUT_TWIN), "in miniapp/src/crypto alone, or no longer"


# ---- documents ----------------------------------------------------------------------------------------------------


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path in files("*.md"):
        for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
            file, _, _ = target.partition("#")
            if file and "://" not in file and not (path.parent / file).exists():
                broken.append(f"{name_of(path)} -> {target}")
    assert broken == []


def test_decisions_are_numbered_once_and_listed() -> None:
    folder = ROOT / "docs" / "adr"
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert len({name[:4] for name in decisions}) == len(decisions)
    assert [name for name in decisions if f"]({name})" not in index] == []


# ---- secrets ------------------------------------------------------------------------------------------------------


def kinds_of_secret(kind: type[Secret] = Secret) -> Iterator[type[Secret]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from kinds_of_secret(narrower)


for _module in pkgutil.iter_modules(crypto.__path__):
    importlib.import_module(f"crypto.{_module.name}")


@pytest.mark.parametrize("kind", list(kinds_of_secret()))
def test_a_secret_has_no_readable_face(kind: type[Secret]) -> None:
    value = bytes(65 + place % 58 for place in range(kind.size))
    secret = kind(value)
    for face in (repr(secret), str(secret), f"{secret}", repr([secret]), repr({"key": secret})):
        assert f"<{kind.__name__}>" in face
        assert value.decode() not in face and value.hex() not in face
    assert not hasattr(secret, "__dict__") or value not in vars(secret).values()
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        hash(secret)
