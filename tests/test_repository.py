"""What may not stand in any file of the repository, and what the lock files must hold."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

MACHINE_PATH = re.compile(r"(?<![\w.}~/-])(?:/(?:work|root|tmp|home)\b|[A-Z]:\\Users\b)")
INDEX_HOST = re.compile(
    r"\b(?:py[p]i|npm[j]s)\.\w+\b|python[h]osted|(?:index-url|find-links)[ =]+(?:https?|file):"
)
REQUIREMENT = re.compile(
    r"(?P<name>[a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(?P<version>[0-9][\w.]*)(?: ; [^\\]+)? \\"
)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
RUN_OF_WORDS = 8


@pytest.fixture(scope="module")
def texts(repository: Path) -> dict[str, str]:
    """Return the text of every file that git knows or would take in, by its path."""
    if not (repository / ".git").exists():
        pytest.skip("this folder is not a git checkout, so nobody knows which files count")
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not on this machine, so nobody knows which files count")
    listed = subprocess.run(
        [git, "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = {}
    for name in filter(None, listed.split("\0")):
        path = repository / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            found[name] = content.decode("utf-8")
    return found


@pytest.fixture(scope="module")
def locks(repository: Path) -> dict[str, dict[str, str]]:
    """Return what each lock file pins: versions by name."""
    found = {}
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (repository / name).read_text(encoding="utf-8")
        pins = filter(None, map(REQUIREMENT.fullmatch, text.splitlines()))
        found[name] = {pin["name"]: pin["version"] for pin in pins}
    return found


def lines_with(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    """Name each line on which the pattern stands ("README.md:12: ...")."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def runs_of_words(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give every run of eight words with the line on which it begins; only letters count."""
    words = [
        (word, number)
        for number, line in enumerate(text.lower().splitlines(), 1)
        for word in re.findall(r"[^\W\d_]+", line)
    ]
    for start in range(len(words) - RUN_OF_WORDS + 1):
        run = words[start : start + RUN_OF_WORDS]
        yield tuple(word for word, _ in run), run[0][1]


def borrowed(texts: dict[str, str], official: str) -> list[str]:
    """Name each place where our files share a run of eight words with the official text."""
    theirs = {run for run, _ in runs_of_words(official)}
    return [
        f"{name}:{line}: {' '.join(run)}"
        for name, text in texts.items()
        for run, line in runs_of_words(text)
        if run in theirs
    ]


def test_no_file_names_a_folder_of_somebodys_machine(texts):
    assert lines_with(MACHINE_PATH, texts) == []


def test_no_file_names_a_package_index(texts):
    assert lines_with(INDEX_HOST, texts) == []


def test_no_sentence_is_taken_from_the_schools_official_text(texts, shared):
    official = (shared / "protocol" / "official.txt").read_text(encoding="utf-8")

    assert borrowed(texts, official) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, "open('/" + "tmp/case.json')"),
        (MACHINE_PATH, "cd /" + "work/main"),
        (MACHINE_PATH, "C:" + r"\Users\somebody"),
        (INDEX_HOST, "--index-" + "url https://example.org/simple"),
        (INDEX_HOST, "https://py" + "pi.org/simple"),
    ],
)
def test_a_line_that_tells_of_a_machine_is_found(pattern, line):
    assert lines_with(pattern, {"a.txt": f"first\n{line}"}) == [f"a.txt:2: {line}"]


def test_paths_that_every_debian_or_website_has_are_no_machine():
    innocent = "/usr/bin/chromium /run/secrets/token https://school.example/home ./tmp/x $X/work"

    assert lines_with(MACHINE_PATH, {"a.txt": innocent}) == []


def test_a_borrowed_sentence_is_found_across_lines_and_capitals():
    official = "Eén twee drie vier\nvijf zes zeven acht negen."

    assert borrowed({"a.txt": "Nul.\nTWEE, drie vier vijf zes\nzeven acht negen"}, official) == [
        "a.txt:2: twee drie vier vijf zes zeven acht negen"
    ]
    assert borrowed({"a.txt": "twee drie vier vijf zes zeven acht tien"}, official) == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_pinned_packages_and_their_hashes_only(repository, name):
    lines = (repository / name).read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not (REQUIREMENT.fullmatch(line) or HASH.fullmatch(line))]
    unhashed = [
        line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if REQUIREMENT.fullmatch(line) and not HASH.fullmatch(after)
    ]

    assert strange == []
    assert unhashed == []


def test_the_tests_run_on_the_packages_that_the_bot_runs_on(locks):
    assert locks["requirements.lock"].items() <= locks["requirements-dev.lock"].items()


def test_the_lock_files_hold_what_the_project_asks_for(repository, locks):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    for_running = [*project["project"]["dependencies"], *groups["build"]]
    asked = {
        "requirements.lock": for_running,
        "requirements-dev.lock": [*for_running, *groups["dev"]],
    }

    for name, requirements in asked.items():
        pinned = {
            re.sub(r"\[.*\]", "", package).lower().replace(".", "-"): version
            for package, version in (each.split("==") for each in requirements)
        }
        assert pinned.items() <= locks[name].items(), "run `make lock`"
