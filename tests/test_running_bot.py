"""The bot as a running process: from start to stop, with others at its data, on a full disk."""

import contextlib
import csv
import itertools
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.processes import RunningBot, groepsmaat, printed, refused, running, surroundings
from tests.school import EXAMPLE
from tests.stories.test_reporting import USUAL

if sys.platform == "win32":
    pytest.skip("Windows has no signals to stop a service with", allow_module_level=True)

import resource

DATA = Path("example-school", "data")

STORY = "Iemand uit 8A schrijft dat hij mij gaat slaan"


def soon(holds: Callable[[], bool], within: float = 10.0) -> None:
    """Wait until something is true of another process."""
    until = time.monotonic() + within
    while not holds():
        assert time.monotonic() < until, "It did not happen in time."
        time.sleep(0.05)


# From start to stop


def test_the_example_school_starts_without_configuration_stops_cleanly_and_goes_on(tmp_path):
    with running(tmp_path) as bot:
        healthy = {"ok": True, "trouble": "", "owed": 0, "too_few_readers": [], "telegram": None}
        assert bot.asks("/healthz") == (200, healthy)
        assert bot.says("noor-bakker", "/help", "o1") == (200, {"ok": True})
        soon(lambda: len(bot.texts("noor-bakker")) > 1)
        said = bot.texts("noor-bakker")
        with bot.listening():
            code, log = bot.stops(signal.SIGTERM)
    assert (code, log) == (0, "")
    assert said[0] == "/help"

    with running(tmp_path) as bot:
        assert bot.texts("noor-bakker") == said
        # A repeat of what was taken before the stop is neither shown nor answered twice.
        assert bot.says("noor-bakker", "/help", "o1") == (200, {"ok": True})
        assert bot.says("noor-bakker", "/taal", "o2") == (200, {"ok": True})
        soon(lambda: len(bot.texts("noor-bakker")) > len(said) + 1)
        assert bot.texts("noor-bakker")[: len(said) + 1] == [*said, "/taal"]
        code, log = bot.stops(signal.SIGINT)
    assert (code, log) == (0, "")


@pytest.fixture(scope="module")
def school(tmp_path_factory) -> Iterator[tuple[Path, RunningBot]]:
    """Give a folder and the bot that runs in it; no test here changes who is at school."""
    folder = tmp_path_factory.mktemp("running")
    with running(folder) as bot:
        yield folder, bot


def test_a_second_bot_on_the_same_data_is_refused_and_harms_nothing(school):
    folder, bot = school

    told = refused(folder, "run", "--port", "0")

    assert str(folder / DATA) in told
    assert told.count("\n") == 1
    assert bot.asks("/healthz")[0] == 200


def test_a_school_of_its_own_runs_with_the_key_that_was_made_for_it(tmp_path):
    (tmp_path / "config.toml").write_text(
        '[school]\nname = "De Linde"\nphone = "010 000 00 00"\n'
        "[data]\nfolder = 'data'\nkey_file = 'master.key'\n[local]\nchat = false\n",
        encoding="utf-8",
    )
    ours = ("--config", "config.toml")
    printed(tmp_path, "key", *ours)

    with running(tmp_path, *ours) as bot:
        assert bot.asks("/healthz")[0] == 200
        for page in ("/", "/api/school", "/api/rooms", "/api/events"):
            assert bot.asks(page)[0] == 404
        printed(tmp_path, *without("1001", tmp_path), "--apply", *ours)
        told = json.loads(printed(tmp_path, "invite", "7B", "--json", *ours))
        assert len(told["codes"]) == 5
        code, log = bot.stops()
    assert code == 0
    assert "Nobody can reach the bot" in log
    assert not (tmp_path / "example-school").exists()


def test_a_port_in_use_is_told_in_a_sentence(school, tmp_path):
    _, bot = school
    port = bot.address.rpartition(":")[2]

    done = groepsmaat(tmp_path, "run", "--port", port)

    assert (done.returncode, done.stdout) == (1, "")
    assert f"127.0.0.1 port {port}" in done.stderr
    assert "choose another one in [local] port" in done.stderr
    assert done.stderr.count("\n") == 1


# The command line beside a running bot


def test_codes_are_given_out_by_the_running_bot(school):
    folder, _ = school

    told = json.loads(printed(folder, "invite", "7B", "--json"))

    assert [row["name"] for row in told["codes"]] == ["Daan Jansen", "Jayden Pinas"]


def test_the_log_of_cases_is_verified_by_the_running_bot(school):
    folder, _ = school

    assert printed(folder, "case", "verify-log").startswith("The log has no lines yet.")


@pytest.fixture(scope="module")
def reported(tmp_path_factory) -> Iterator[tuple[Path, RunningBot]]:
    """Give a folder and the bot that runs in it, with a report that its handler has read."""
    folder = tmp_path_factory.mktemp("reported")
    with running(folder) as bot:
        bot.says("noor-bakker", f"/meld {STORY}", "o1")
        settled(bot)
        taps = itertools.count()
        answers = {f"meld:{question}:{answer}" for question, answer in USUAL.items()}
        while bot.taps("noor-bakker", answers, f"t{next(taps)}"):
            settled(bot)
        bot.says("ingrid-de-wit", "/zaak 1", "o2")
        settled(bot)
        assert any(STORY in text for text in bot.texts("ingrid-de-wit"))
        yield folder, bot


def settled(bot: RunningBot) -> None:
    soon(lambda: bot.asks("/healthz")[1]["owed"] == 0)


def test_a_dossier_is_made_beside_the_running_bot_which_tells_the_handler(reported):
    folder, bot = reported

    done = groepsmaat(folder, "case", "export", "1", "--output", "stuk.pdf")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The dossier is in stuk.pdf.")
    assert (folder / "stuk.pdf").stat().st_mode & 0o777 == 0o600
    words = " ".join(
        "".join(p.extract_text() for p in PdfReader(folder / "stuk.pdf").pages).split()
    )
    assert STORY in words
    assert "Ingrid de Wit Heeft de zaak bekeken." in words
    assert "Heeft een dossier laten maken. Gevraagd op de opdrachtregel" in words
    assert "Noor" not in words
    settled(bot)
    told = [text for text in bot.texts("ingrid-de-wit") if "is een dossier gemaakt" in text]
    assert len(told) == 1
    [head] = re.findall(r"Controlesom van regel \d+ ((?:[0-9a-f]{8} ?){8})", words)
    verified = groepsmaat(folder, "case", "verify-log", "--head", head)
    assert (verified.returncode, verified.stderr) == (0, "")
    assert "The line with the checksum you gave is among them." in verified.stdout


def test_a_dossier_that_nobody_gets_beside_the_running_bot_leaves_no_file(reported):
    folder, bot = reported
    before = bot.texts("ingrid-de-wit")

    missing = groepsmaat(folder, "case", "export", "9")
    there = groepsmaat(folder, "case", "export", "1", "--output", "example-school")

    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == "There is no case 9 to make a dossier of.\n"
    assert there.returncode == 1
    assert "is there already" in there.stderr
    assert not (folder / "zaak-9.pdf").exists()
    settled(bot)
    assert bot.texts("ingrid-de-wit") == before


def test_figures_are_reckoned_beside_the_running_bot(reported):
    folder, _ = reported

    told = groepsmaat(folder, "case", "figures")
    done = groepsmaat(folder, "case", "figures", "--json")

    assert (told.returncode, told.stderr) == (0, "")
    assert "reports: fewer than 5" in told.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert all(school["reports"] in {0, "fewer than 5"} for school in json.loads(done.stdout))
    wrong = groepsmaat(folder, "case", "figures", "--year", "ooit")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert re.fullmatch(r"'ooit' is no school year\. Write it as \d{4}-\d{4}\.\n", wrong.stderr)


def test_a_refusal_of_the_running_bot_is_the_same_sentence(school, tmp_path):
    folder, _ = school

    told = refused(folder, "invite", "9Z")

    assert told == "There is no class '9Z'. Known classes: 7B, 8A.\n"
    assert refused(tmp_path, "invite", "9Z") == told


def test_another_key_gives_no_entrance_to_the_running_bot(school, tmp_path):
    folder, bot = school
    shutil.copytree(folder / "example-school", tmp_path / "example-school")
    (tmp_path / "example-school" / "master.key").unlink()
    printed(tmp_path, "key")
    shutil.copy(tmp_path / "example-school" / "master.key", folder / "other.key")
    (folder / "other.toml").write_text(
        '[school]\nname = "De Linde"\nphone = "010 000 00 00"\n'
        f"[data]\nfolder = '{DATA}'\nkey_file = 'other.key'\n",
        encoding="utf-8",
    )

    told = refused(folder, "invite", "7B", "--config", "other.toml")

    assert told == (
        f"The running bot at {bot.address} answered 403. Does it run with this configuration?\n"
    )


def without(number: str, folder: Path) -> tuple[str, ...]:
    """Write the school's files without one pupil; gives them as arguments of an import."""
    for name in ("pupils", "contacts", "staff"):
        with (EXAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if name == "staff" or row[0] != number]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    files = ("pupils.csv", "--contacts", "contacts.csv", "--staff", "staff.csv")
    return ("roster", "import", *files)


def test_a_roster_loaded_beside_a_running_bot_is_carried_out_at_once(tmp_path):
    loading = without("1001", tmp_path)
    with running(tmp_path) as bot:
        shown = printed(tmp_path, *loading)
        assert "7B-01 is gone from class 7B" in shown
        assert "noor-bakker" in bot.members("groep-7B")

        assert printed(tmp_path, *loading, "--apply").endswith("Done.\n")
        soon(lambda: "noor-bakker" not in bot.members("groep-7B"))
        soon(lambda: bot.asks("/healthz")[1]["owed"] == 0)
        told = [text for text in bot.texts("anouk-hendriks") if "7B" in text]
        assert len(told) == 1
        assert printed(tmp_path, *loading, "--apply").startswith("Nothing changes.")
        assert bot.stops() == (0, "")


def test_what_follows_from_a_roster_loaded_beside_no_bot_is_done_once_by_the_next_one(tmp_path):
    printed(tmp_path, "invite", "--staff")
    done = groepsmaat(tmp_path, *without("1001", tmp_path), "--apply")
    assert (done.returncode, done.stderr) == (0, "")

    with running(tmp_path) as bot:
        soon(lambda: "noor-bakker" not in bot.members("groep-7B"))
        soon(lambda: bot.asks("/healthz")[1]["owed"] == 0)
        told = [text for text in bot.texts("anouk-hendriks") if "7B" in text]
        assert len(told) == 1
        assert bot.stops() == (0, "")


# The chat in a terminal


def test_one_talks_through_a_pipe_until_the_input_ends(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        heard = iter(chat.stdout.readline, "")
        number = next(line for line in heard if "Noor Bakker" in line).partition(".")[0].strip()
        chat.stdin.write(f"{number}\nmag ik een foto van een ander plaatsen?\n")
        chat.stdin.flush()
        assert any(line.startswith("Bot: ") and "(8.6" in line for line in heard)
        _, log = chat.communicate(timeout=30)
    assert (chat.returncode, log) == (0, "")


@pytest.fixture
def _hears_ctrl_c() -> Iterator[None]:
    """Let processes started here hear SIGINT, also where this one was started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_hears_ctrl_c")
def test_ctrl_c_ends_the_chat_while_it_waits_for_a_key(tmp_path):
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        env=surroundings(),
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as chat:
        try:
            assert chat.stdout is not None
            assert any("Noor Bakker" in line for line in iter(chat.stdout.readline, ""))
            chat.send_signal(signal.SIGINT)
            _, log = chat.communicate(timeout=30)
        finally:
            chat.kill()
            os.close(keyboard)
            os.close(terminal)
    assert (chat.returncode, log) == (130, "")


# A full disk


@contextmanager
def under_a_limit(
    folder: Path,
) -> Iterator[tuple[RunningBot, Callable[[], None], Callable[[], None]]]:
    """Run the bot, and let the system refuse its files to grow."""
    with running(folder) as bot:
        number = bot.process.pid
        before = resource.prlimit(number, resource.RLIMIT_FSIZE)

        def fill() -> None:
            resource.prlimit(number, resource.RLIMIT_FSIZE, (1, before[1]))

        def make_room() -> None:
            resource.prlimit(number, resource.RLIMIT_FSIZE, before)

        yield bot, fill, make_room


MOUNTED = 'mount -t tmpfs -o size=2m none "$1" && cd "$1" && shift && exec "$@"'


@contextmanager
def on_a_small_disk(
    folder: Path,
) -> Iterator[tuple[RunningBot, Callable[[], None], Callable[[], None]]]:
    """Run the bot on a tiny disk of its own, and fill that."""
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount"]
    through = [*own_mounts, "sh", "-c", MOUNTED, "sh", str(folder)]
    if not shutil.which("unshare") or subprocess.run([*through, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk to fill")
    with running(folder, through=through) as bot:
        # The mount is seen by that process only.
        ballast = Path(f"/proc/{bot.process.pid}/root{folder}/ballast")

        def fill() -> None:
            with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 256)

        yield bot, fill, ballast.unlink


@pytest.mark.parametrize("live", [under_a_limit, on_a_small_disk])
def test_on_a_full_disk_the_person_hears_it_and_nothing_is_lost(tmp_path, live):
    with live(tmp_path) as (bot, fill, make_room):
        assert bot.says("noor-bakker", "/help", "o1")[0] == 200
        soon(lambda: len(bot.texts("noor-bakker")) > 1 and not bot.asks("/healthz")[1]["owed"])
        before = bot.texts("noor-bakker")

        fill()
        long = "mag ik een foto van een ander plaatsen? " * 200
        for origin in ("o2", "o3"):
            status, told = bot.says("noor-bakker", long, origin)
            assert (status, told["ok"]) == (503, False)
        assert bot.texts("noor-bakker") == before

        make_room()
        assert bot.says("noor-bakker", "mag ik een foto van een ander plaatsen?", "o2")[0] == 200
        soon(lambda: len(bot.texts("noor-bakker")) == len(before) + 2)
        after = bot.texts("noor-bakker")
        assert after[: len(before)] == before
        assert "(8.6" in after[-1]
        code, log = bot.stops()
    assert code == 0
    assert "foto" not in log
    assert "make room" in log
