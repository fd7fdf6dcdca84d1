"""The commands of the README for machines without make are the ones that the Makefile runs."""

import re
import tomllib
from pathlib import Path

import pytest

ALSO_FOR_THE_SHELL = re.compile(r"(echo|touch|\$\(PYTHON\) -c) ")


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


def on_windows(repository: Path, *targets: str) -> list[str]:
    """Give what the Makefile runs for these targets, as it is typed on Windows."""
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    typed = []
    for target in targets:
        rule = re.search(rf"^{re.escape(target)}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        assert rule, target
        for recipe in rule[1].replace("\\\n", " ").splitlines():
            command = recipe.strip().removeprefix("@").removeprefix("exec ")
            if not ALSO_FOR_THE_SHELL.match(command):
                typed.append(command)
    words = {
        "$(PYTHON) -m venv --clear $(VENV)": "py -3.11 -m venv .venv",
        "$(PIP)": r".venv\Scripts\python -m pip",
        "$(BIN)/": ".venv\\Scripts\\",
        " $(ARGS)": "",
    }
    for ours, theirs in words.items():
        typed = [command.replace(ours, theirs) for command in typed]
    return typed


def test_windows_starts_and_tests_the_bot_as_make_does(repository, readme):
    start, test = re.findall(r"^```bat\n(.*?)```$", readme, re.DOTALL | re.MULTILINE)

    assert start.splitlines() == on_windows(repository, "$(CREATED)", "$(READY_TO_RUN)", "run")
    installs_the_bot_again = start.splitlines()[2]
    assert test.splitlines() == [
        command
        for command in on_windows(repository, "$(READY_TO_TEST)", "test")
        if command != installs_the_bot_again
    ]


def test_uv_is_asked_for_groups_and_a_command_that_exist(repository, readme):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))

    assert "`uv run groepsmaat run`" in readme
    assert "groepsmaat" in project["project"]["scripts"]
    assert set(re.findall(r"--group (\w+)", readme)) == set(project["dependency-groups"])


def test_the_oldest_python_named_is_the_oldest_that_is_allowed(repository, readme):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = project["project"]["requires-python"].removeprefix(">=")

    assert f"Python {oldest} of nieuwer" in readme
    assert f"py -{oldest} -m venv" in readme
