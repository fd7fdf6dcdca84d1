"""How long the bot takes from its start until it is ready, and the memory it then holds."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

STARTS = 5

REPOSITORY = Path(__file__).resolve().parents[2]


def rows() -> list[tuple[str, str]]:
    """Start the example school several times on the same data; the first start founds it."""
    with tempfile.TemporaryDirectory() as folder:
        first, _ = start_once(Path(folder))
        later = [start_once(Path(folder)) for _ in range(STARTS)]
    floor = statistics.median(import_once() for _ in range(STARTS))
    ready = statistics.median(seconds for seconds, _ in later)
    memory = statistics.median(megabytes for _, megabytes in later)
    return [
        ("first start until ready, the school is founded", f"{first:.2f} s"),
        (f"start until ready, median of {STARTS}", f"{ready:.2f} s"),
        ("importing its libraries alone", f"{floor:.2f} s"),
        ("beside its libraries alone", f"{ready / floor:.2f}"),
        ("resident memory when ready", f"{memory:.0f} MB"),
    ]


def start_once(folder: Path) -> tuple[float, float]:
    """Start the bot, wait until it says that it is ready, and stop it; seconds and megabytes."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", "0"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - began
        megabytes = psutil.Process(process.pid).memory_info().rss / 1e6
        process.terminate()
    if "ready" not in line:
        raise RuntimeError("The bot did not start; run it by hand to see why.")
    return seconds, megabytes


def import_once() -> float:
    """Import the libraries the bot stands on, in a fresh process; seconds."""
    libraries = "telegram.ext, aiohttp.web, pydantic, tinydb, apscheduler, cryptography, Stemmer"
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {libraries}"], check=True)
    return time.perf_counter() - began
