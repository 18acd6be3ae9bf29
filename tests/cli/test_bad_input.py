"""Whatever is wrong, a command says one clear sentence, ends with the right status, shows no trace, and loses nothing."""

from __future__ import annotations

import http.server
import json
import os
import re
import resource
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alerts.relay_words import words_for
from alerts.report import example_report
from relay import problems
from relay.routes import ROUTES
from storage.folder import new_founding_code

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "a passphrase for these tests"
#: A code whose check symbol is right, and which nobody has made.
UNKNOWN_CODE = "0000-0000-0000-0000-0000-0000-000"


class Machine:
    """A folder, a relay in it, and one member's vault; commands run as processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.relay: subprocess.Popen[str] | None = None

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "PYTHON"))}
        return kept | {
            "PARASOL_PASSPHRASE": PASSPHRASE,
            "PARASOL_VAULT_COST": "least",
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(self.folder.parent / "pycache"),
            "HOME": str(self.folder),
        } | more  # fmt: skip

    def run(
        self, *arguments: str, stdin: str | bytes = b"", before: Callable[[], None] | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        run = subprocess.run(
            [sys.executable, "-m", "cli", *arguments],
            input=data, capture_output=True, cwd=self.folder, env=self.environment(**environment), timeout=120, preexec_fn=before,
        )  # fmt: skip
        return subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())

    def good(self, *arguments: str, stdin: str = "") -> str:
        run = self.run(*arguments, stdin=stdin)
        assert run.returncode == 0, run.stderr
        return run.stdout

    def start(self) -> None:
        self.relay = subprocess.Popen(
            [sys.executable, "-m", "cli", "serve", "--data", str(self.folder / "relay"), "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment(), cwd=self.folder,
        )  # fmt: skip
        assert self.relay.stdout is not None
        self.url = self.relay.stdout.readline().split()[-1]

    def stop(self) -> None:
        if self.relay is not None:
            self.relay.terminate()
            self.relay.communicate(timeout=30)
            self.relay = None


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A founded collective with a relay that runs."""
    made = Machine(tmp_path_factory.mktemp("cli"))
    try:
        made.start()
        code = made.good("founding-code", "--data", str(made.folder / "relay"))
        made.good("--home", "home", "found", "--relay", made.url, "--name", "Kestrel", stdin=code)
        yield made
    finally:
        made.stop()


@pytest.fixture
def html() -> Iterator[str]:
    """Something at an address that is no relay: it answers every question with a page."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>Welcome to nginx!</html>")

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def refusing() -> Iterator[Callable[[bytes], str]]:
    """A relay that says no to everything with this problem document; the function gives its address."""
    servers = []

    def start(problem: bytes) -> str:
        class No(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(403)
                self.send_header("Content-Type", "application/problem+json")
                self.end_headers()
                self.wfile.write(problem)

            do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                pass

        servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), No))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def closed_port() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    return f"http://127.0.0.1:{port}"


def is_one_sentence(run: subprocess.CompletedProcess[str], status: int, part: str) -> None:
    """One line on standard error, with these words; this status; nothing on standard output; no trace."""
    lines = [line for line in run.stderr.splitlines() if line]
    assert (run.returncode, len(lines)) == (status, 1), run.stderr
    assert re.search(part, lines[0]), lines[0]
    assert lines[0].startswith("parasol: ") and len(lines[0]) < 500
    assert run.stdout == "" and "Traceback" not in run.stderr


def report_file(folder: Path, text: str | bytes) -> str:
    file = folder / "bad-report.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


#: What stands in the file, and what the sentence says.
BAD_REPORTS = {
    "broken JSON": ('{"kinds": ["assault"', "not JSON: look at line 1, column 21"),
    "JSON of another kind": ("[1, 2]", "must be a map of fields"),
    "an unknown field": ('{"kinds": ["assault"], "colour_of_sky": "grey"}', "there is no field 'colour_of_sky'"),
    "no kind": ('{"area": "Harbour"}', "kinds is required"),
    "an unknown kind": ('{"kinds": ["sneezing"]}', "kinds must be a list of: assault"),
    "a bad number": ('{"kinds": ["assault"], "phone": "07"}', "its length is wrong"),
    "10 MB": (b'{"kinds": ["assault"], "happened": "' + b"x" * 10_000_000 + b'"}', "the report is too large; at most 512 KiB"),
    "longer than a report can be": (json.dumps({"kinds": ["assault"], "happened": "é" * 60_000, "pattern": "é" * 4000}), "too long by"),
    "not text": (b"\xff\xfe\x00", "not text in UTF-8"),
    "nesting without end": ("[" * 100_000, "not JSON that can be read"),
    "nothing": ("", "not JSON"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_REPORTS)
def test_a_report_that_cannot_be_read_is_one_sentence_and_is_not_repeated(machine: Machine, case: str) -> None:
    """Bad files end with 2; what stood in them is not shown again, and no half report is kept."""
    text, part = BAD_REPORTS[case]
    run = machine.run("--home", "home", "report", "--file", report_file(machine.folder, text))
    is_one_sentence(run, 2, part)
    assert json.loads(machine.good("--home", "home", "reports", "--json"))["reports"] == []


def test_a_file_that_is_not_there(machine: Machine) -> None:
    is_one_sentence(machine.run("--home", "home", "report", "--file", "nowhere.json"), 2, "cannot be read")


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("", "nothing was given"),
        ("ABC", "a code has 27 letters and digits; this one has 3"),
        ("U" * 27, "no U"),
        ("0000-0000-0000-0000-0000-0000-001", "compare it again"),
        (UNKNOWN_CODE, "not good any more"),
    ],
)
def test_a_wrong_code_says_what_is_wrong_and_leaves_no_vault(machine: Machine, code: str, part: str) -> None:
    """A wrong code costs nothing: the same folder joins later with the right one."""
    run = machine.run("--home", "newcomer", "join", "--relay", machine.url, stdin=code)
    is_one_sentence(run, 2, part)
    assert code == "" or code not in run.stderr
    assert not (machine.folder / "newcomer" / "vault.sqlite").exists()


def test_a_wrong_founding_code_is_bad_input(machine: Machine) -> None:
    run = machine.run("--home", "founder", "found", "--relay", machine.url, "--name", "N", stdin=UNKNOWN_CODE)
    is_one_sentence(run, 2, "does not know this founding code, or it was used already")
    assert not (machine.folder / "founder" / "vault.sqlite").exists()


@pytest.mark.parametrize("country", ["UK", "xx", "44", "Britain", ""])
def test_a_home_country_without_telephone_numbers_is_refused_before_anything_is_made(machine: Machine, country: str) -> None:
    """Numbers as one dials them at home would not be understood, and nobody would be told."""
    code = machine.good("founding-code", "--data", str(machine.folder / "relay"))
    run = machine.run("--home", "nowhere", "found", "--relay", machine.url, "--name", "N", "--country", country, stdin=code)
    is_one_sentence(run, 2, "the United Kingdom is GB")
    assert not (machine.folder / "nowhere").exists()


def test_a_founding_code_for_a_folder_where_no_relay_ran_is_refused_and_makes_nothing(machine: Machine) -> None:
    """A name with a typo in it would get a folder of its own, and a code that no relay takes."""
    is_one_sentence(machine.run("founding-code", "--data", "relya"), 2, "no relay has run on this folder yet; is its name right")
    assert not (machine.folder / "relya").exists()


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ([], "--relay URL, --name N, PARASOL_PASSPHRASE_FILE; and the code on standard input, or --code-file F"),
        (["--relay", "http://127.0.0.1:1", "--code-file", "code.txt"], "missing: --name N, PARASOL_PASSPHRASE_FILE$"),
    ],
)
def test_where_nobody_can_be_asked_all_that_a_founding_lacks_is_named_at_once(machine: Machine, given: list[str], missing: str) -> None:
    run = machine.run("--home", "founder", "found", *given, PARASOL_PASSPHRASE="", before=os.setsid)
    is_one_sentence(run, 2, missing)


def test_a_restore_keeps_what_it_replaces(machine: Machine) -> None:
    """Beside the database, and named; with --yes it is gone; a copy that is none leaves nothing behind."""
    new_founding_code(machine.folder / "restored")
    machine.good("backup", "--data", "restored", "--to", "restored.copy")
    (machine.folder / "none.copy").write_bytes(b"nothing")
    assert machine.run("restore", "--data", "restored", "--from", "none.copy").returncode == 2
    assert list((machine.folder / "restored").glob("*.replaced-*")) == []
    kept = json.loads(machine.good("restore", "--data", "restored", "--from", "restored.copy", "--json"))["kept"]
    assert (machine.folder / kept).is_file()
    assert json.loads(machine.good("restore", "--data", "restored", "--from", "restored.copy", "--yes", "--json"))["kept"] is None


def test_a_doctor_who_is_shown_nothing_says_so(machine: Machine) -> None:
    run = machine.run("doctor")
    assert run.returncode == 2 and "Nothing of a deployment was looked at" in run.stdout


def test_other_names_that_people_try(machine: Machine) -> None:
    assert machine.good("--home", "home", "rules", "--server", machine.url) == machine.good("--home", "home", "charter")
    assert "areas here" in machine.run("--home", "home", "alerts", "--area", "Moon").stderr


def test_a_wrong_passphrase(machine: Machine) -> None:
    run = machine.run("--home", "home", "alerts", PARASOL_PASSPHRASE="another")
    is_one_sentence(run, 2, "does not open|passphrase")


def test_no_passphrase_and_nobody_to_ask(machine: Machine) -> None:
    """Without a terminal the command does not wait for ever; it says what to set."""
    run = machine.run("--home", "home", "alerts", PARASOL_PASSPHRASE="", before=os.setsid)
    is_one_sentence(run, 2, "set PARASOL_PASSPHRASE_FILE")


def test_an_empty_passphrase_file(machine: Machine) -> None:
    (machine.folder / "empty").write_text("")
    run = machine.run("--home", "home", "alerts", PARASOL_PASSPHRASE_FILE=str(machine.folder / "empty"))
    is_one_sentence(run, 2, "is empty")


def test_a_settings_file_that_is_no_toml(machine: Machine) -> None:
    folder = machine.folder / "elsewhere"
    folder.mkdir()
    (folder / "parasol.toml").write_text("relay is https://relay.example")
    run = machine.run("--home", str(folder), "join", stdin=UNKNOWN_CODE)
    is_one_sentence(run, 2, "not TOML")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["chekc"], "no command 'chekc'; did you mean `parasol check`"),
        (["check", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["florp"], "no command 'florp'; `parasol --help` lists all commands"),
        (["--home", "home", "invite", "--expires", "soon"], "90m, 72h or 7d"),
        (["--home", "home", "desk", "show"], "which one"),
        (["--home", "home", "desk", "show", "zzzz"], "no report and no alert has this id"),
        (["--home", "home", "desk", "show", "!"], "only letters and digits"),
        (["--home", "home", "reports", "show", "zzzz"], "no report of yours has this id"),
        (["--home", "home", "alerts", "--topic", "Moon"], "areas here"),
        (["--home", "home", "promote", "Nobody"], "nobody here has this name"),
        (["--home", "home", "charter", "set", "--alert-quorum", "0"], "from 1 to 64"),
        (["--home", "home", "charter", "set"], "nothing is changed"),
        (["--home", "home", "charter", "set", "--country", "uk"], "no telephone numbers of UK are known; .* the United Kingdom is GB"),
        (["--home", "home", "charter", "set", "--country", "Britain"], "a country is two letters"),
        (["--home", "nobody", "alerts"], "no vault on this device yet"),
        (["serve", "--data", "relay2", "--listen", "nowhere"], "--listen looks like"),
        (["serve", "--data", "relay2", "--listen", "127.0.0.1:99999"], "from 0 to 65535"),
        (["serve"], "--data DIR"),
        (["backup", "--data", "relay", "--to", "bad-report.json"], "exists already"),
        (["restore", "--data", "relay", "--from", "nowhere"], "does not exist"),
        (["--home", "h", "join", "--relay", "relay.example"], "begins with https://"),
    ],
)
def test_wrong_use_is_one_sentence(machine: Machine, arguments: list[str], part: str) -> None:
    report_file(machine.folder, "{}")
    is_one_sentence(machine.run(*arguments, stdin=UNKNOWN_CODE), 2, part)


def test_with_json_an_error_is_a_document_too(machine: Machine) -> None:
    """Programs read the error where they read the answer; people read it on standard error."""
    run = machine.run("--home", "nobody", "alerts", "--json")
    assert run.returncode == 2
    found = json.loads(run.stdout)
    assert found["error"] == "BadInput" and "no vault" in found["detail"] and len(run.stderr.splitlines()) == 1


def test_a_port_in_use(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        is_one_sentence(machine.run("serve", "--data", "relay2", "--listen", f"127.0.0.1:{port}"), 2, f"port {port} is in use")


def test_a_second_relay_on_the_same_data(machine: Machine) -> None:
    is_one_sentence(machine.run("serve", "--data", "relay", "--listen", "127.0.0.1:0"), 2, "a relay is running on this data folder")


def test_a_page_where_a_relay_should_be(machine: Machine, html: str) -> None:
    is_one_sentence(machine.run("--home", "home", "sync", "--relay", html), 4, "no Parasol relay at this address")
    is_one_sentence(machine.run("--home", "newcomer", "join", "--relay", html, stdin=UNKNOWN_CODE), 4, "no Parasol relay at this address")


def test_a_page_where_somebody_founds(machine: Machine, html: str) -> None:
    """Nothing is founded there; at the right address it goes on."""
    code = machine.good("founding-code", "--data", str(machine.folder / "relay"))
    run = machine.run("--home", "founder", "found", "--relay", html, "--name", "Plover", stdin=code)
    is_one_sentence(run, 4, "no Parasol relay at this address")
    machine.good("--home", "founder", "found", "--relay", machine.url, "--name", "Plover", stdin=code)
    machine.good("--home", "founder", "sync")


def test_a_page_where_somebody_reports(machine: Machine, html: str) -> None:
    """Her report waits, and goes out when the relay is there."""
    code = machine.good("--home", "home", "invite").split("\n")[0]
    machine.good("--home", "reports-to-a-page", "join", "--relay", machine.url, "--alias", "Eve", stdin=code)
    report = json.dumps(example_report())
    run = machine.run("--home", "reports-to-a-page", "--relay", html, "report", "--file", "-", "--json", stdin=report)
    told = json.loads(run.stdout)
    assert (run.returncode, told["sent"], told["receipt"]["waiting"]) == (4, False, True)
    machine.good("--home", "reports-to-a-page", "sync")
    listed = json.loads(machine.good("--home", "home", "desk", "list", "--json"))["reports"]
    assert told["report"] in [one["id"] for one in listed]


PROBLEMS = {
    "a lie": ({"code": "storage-full", "detail": "LIES: call\n+1 555 0100"}, 4, "no room is left on the relay's disk"),
    "a code nobody knows": ({"code": "some-new-code", "detail": "LIES"}, 4, r"the relay said no \(some-new-code\)"),
    "a sentence as a code": ({"code": "LIES: type your passphrase at example.com", "detail": ""}, 4, "makes no sense"),
    "lines as a code": ({"code": "no\nLIES"}, 4, "makes no sense"),
    "a code without end": ({"code": "l" * 41}, 4, "makes no sense"),
    "no code": ({"detail": "LIES"}, 4, "makes no sense"),
    "a list": (["LIES"], 4, "makes no sense"),
}  # fmt: skip


@pytest.mark.parametrize("case", PROBLEMS)
def test_a_relay_puts_no_words_into_our_mouth(machine: Machine, refusing: Callable[[bytes], str], case: str) -> None:
    problem, status, part = PROBLEMS[case]
    run = machine.run("--home", "home", "sync", "--relay", refusing(json.dumps(problem).encode()))
    is_one_sentence(run, status, part)
    assert "LIES" not in run.stderr


def test_every_no_of_the_relay_has_words() -> None:
    """What the relay's interface names, and what it says of anything: no code is left to itself."""
    said = {code for route in ROUTES for code in route.codes} | {code for _, _, code, _ in problems._ANSWERS}
    for source in ("server.py", "relay/gatekeeper.py"):
        said |= set(re.findall(r'Problem\(\d+, "([a-z-]+)"', (ROOT / source).read_text()))
    ours = {
        "gap", "broken-chain", "wrong-shape", "wrong-blob", "wrong-epoch", "time-went-back", "no-such-method", "no-such-route", "not-burnable",
        "not-allowed", "no-such-box",
    }  # fmt: skip
    assert {code for code in said if words_for(code) == f"the relay said no ({code})"} <= ours, "only what this software never brings about"
    assert said & {"busy", "too-slow", "old-epoch", "storage-full"}


def test_a_page_does_not_become_the_relay_that_is_remembered(machine: Machine, html: str) -> None:
    machine.run("--home", "home", "sync", "--relay", html)
    machine.good("--home", "home", "sync")


def test_the_relay_away(machine: Machine) -> None:
    is_one_sentence(machine.run("--home", "home", "sync", "--relay", closed_port()), 4, "cannot be reached")


@pytest.mark.parametrize("arguments", [["alerts"], ["check", "07700 900999"], ["reports"]])
def test_reading_goes_on_without_the_relay(machine: Machine, arguments: list[str]) -> None:
    """What the vault holds is shown, with a warning beside it; the status is 0."""
    run = machine.run("--home", "home", "--relay", closed_port(), *arguments)
    assert run.returncode == 0
    assert "! No connection to your collective. Could not ask for news. This is from " in run.stderr + run.stdout


def test_a_report_without_the_relay_is_kept_and_sent_later(machine: Machine) -> None:
    """Nothing is lost: it waits in the vault, and the next sync sends it."""
    home = "reporter"
    code = machine.good("--home", "home", "invite").split("\n")[0]
    machine.good("--home", home, "join", "--relay", machine.url, "--alias", "Dina", stdin=code)
    run = machine.run("--home", home, "--relay", closed_port(), "report", "--file", "-", "--json", stdin=json.dumps(example_report()))
    assert run.returncode == 4
    told = json.loads(run.stdout)
    assert told["sent"] is False and told["receipt"]["waiting"] is True
    machine.good("--home", home, "sync")
    listed = json.loads(machine.good("--home", "home", "desk", "list", "--json"))["reports"]
    assert told["report"] in [one["id"] for one in listed]


def limited(size: int) -> Callable[[], None]:
    """Files of this process can be no larger: what a full disk looks like to whoever writes."""

    def limit() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_loses_nothing(machine: Machine) -> None:
    """Writing fails with one sentence, and afterwards the vault is as it was."""
    before = json.loads(machine.good("--home", "home", "reports", "--json"))["reports"]
    big = json.dumps(example_report() | {"happened": "x" * 50_000})
    run = machine.run("--home", "home", "report", "--file", "-", stdin=big, before=limited(8192))
    assert run.returncode == 2 and "Traceback" not in run.stderr
    assert re.search("disk is full|cannot be (read|written)", run.stderr), run.stderr
    assert json.loads(machine.good("--home", "home", "reports", "--json"))["reports"] == before


class SmallDisk:
    """A disk of a megabyte and a half, of which as much can be left as a test wants."""

    def __init__(self, at: Path) -> None:
        self.at = at

    def leave(self, room: int) -> None:
        filler = self.at / "filler"
        filler.unlink(missing_ok=True)
        free = os.statvfs(self.at).f_bavail * os.statvfs(self.at).f_frsize
        filler.write_bytes(bytes(max(0, free - room)))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A real one, in memory. Only root may mount it."""
    at = tmp_path / "disk"
    at.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(at)], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield SmallDisk(at)
    finally:
        subprocess.run(["umount", str(at)], check=True)


FULL = "this device's disk is full; nothing was lost, make room and try again"


@pytest.mark.parametrize("room", [0, 20_000, 60_000])
def test_who_joins_on_a_full_disk_can_join_when_there_is_room(machine: Machine, small_disk: SmallDisk, room: int) -> None:
    """Nothing is left behind that would be in the way, and the code is still good."""
    code = machine.good("--home", "home", "invite").split("\n")[0]
    home = str(small_disk.at / "home")
    small_disk.leave(room)
    run = machine.run("--home", home, "join", "--relay", machine.url, "--alias", "Fay", stdin=code)
    assert (run.returncode, run.stderr) == (2, f"parasol: {FULL}\n")
    assert not os.path.exists(home) or os.listdir(home) == []
    small_disk.leave(1_400_000)
    machine.good("--home", home, "join", "--relay", machine.url, "--alias", "Fay", stdin=code)


def test_what_is_there_can_be_read_on_a_full_disk(machine: Machine, small_disk: SmallDisk) -> None:
    code = machine.good("--home", "home", "invite").split("\n")[0]
    home = str(small_disk.at / "home")
    machine.good("--home", home, "join", "--relay", machine.url, "--alias", "Gwen", stdin=code)
    small_disk.leave(0)
    for command in (["alerts"], ["check", "07700 900999"], ["words"], ["charter"], ["resources"]):
        run = machine.run("--home", home, *command)
        assert run.returncode == 0 and run.stdout, (command, run.stderr)
        assert f"What is new cannot be kept: {FULL}. This is from " in run.stderr + run.stdout, command
    run = machine.run("--home", home, "report", "--file", "-", stdin=json.dumps(example_report()))
    assert (run.returncode, run.stderr) == (2, f"parasol: {FULL}\n")
    small_disk.leave(800_000)
    assert json.loads(machine.good("--home", home, "reports", "--json"))["reports"] == []


def test_a_full_disk_at_the_relays_backup(machine: Machine) -> None:
    run = machine.run("backup", "--data", "relay", "--to", "small.copy", before=limited(4096))
    is_one_sentence(run, 2, "no room|could not be written|cannot be opened or written")
    assert not (machine.folder / "small.copy").exists()


def test_a_reader_that_has_seen_enough(machine: Machine) -> None:
    """``parasol … | head`` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "cli", "report", "--example"], stdout=writing, stderr=subprocess.PIPE, env=machine.environment(), cwd=ROOT
    )  # fmt: skip
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_fault_of_the_software_shows_no_trace(machine: Machine, tmp_path: Path) -> None:
    """Whatever happens inside, she reads one sentence; with PARASOL_DEBUG=1 a developer reads the trace."""
    broken = "import runpy, commands.reading as r; r.search.check = None; import cli, sys; sys.exit(cli.main(['--home', 'home', 'check', 'x123456']))"
    for debug, trace in (("0", False), ("1", True)):
        run = subprocess.run(
            [sys.executable, "-c", broken], capture_output=True, text=True, env=machine.environment(PARASOL_DEBUG=debug), cwd=machine.folder
        )  # fmt: skip
        assert run.returncode == 1
        assert "something went wrong inside parasol (TypeError)" in run.stderr
        assert ("Traceback" in run.stderr) is trace


def test_ctrl_c_is_quiet(machine: Machine) -> None:
    """Interrupted while it waits for the vault: status 130, and not a word."""
    import fcntl
    import signal
    import time

    with (machine.folder / "home" / "busy").open("rb+") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)
        run = subprocess.Popen(
            [sys.executable, "-m", "cli", "--home", "home", "alerts"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=machine.environment(), cwd=machine.folder,
        )  # fmt: skip
        # It has opened the file it then waits for.
        while not any(os.path.realpath(f"/proc/{run.pid}/fd/{fd}").endswith("/busy") for fd in os.listdir(f"/proc/{run.pid}/fd")):
            assert run.poll() is None
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"")


def test_every_command_has_help_with_an_example() -> None:
    import cli

    for name, command in cli._COMMANDS.items():
        run = subprocess.run([sys.executable, "-m", "cli", name, "--help"], capture_output=True, text=True, cwd=ROOT, env={**os.environ})
        assert run.returncode == 0 and command.example in run.stdout and "--json" in run.stdout
