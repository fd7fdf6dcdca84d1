"""A full disk refuses changes, in words that help, and takes nothing with it."""

import shutil
import subprocess
import sys

import pytest

IN_A_SMALL_DISK = 'mount -t tmpfs -o size=256k none "$1" && shift && exec "$@"'


def run(kind, folder, *before):
    """Run the program that lives through it, in a process of its own."""
    program = [*before, sys.executable, "-m", "tests.faults.full_disk", kind, folder]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't limit the size of a file")
def test_a_limit_on_the_size_of_files_loses_nothing_acknowledged(tmp_path):
    run("limit", tmp_path)


def test_a_full_disk_loses_nothing_acknowledged_and_is_lived_through(tmp_path):
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount"]
    mount = [*own_mounts, "sh", "-c", IN_A_SMALL_DISK, "sh", tmp_path]
    if not shutil.which("unshare") or subprocess.run([*mount, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk to fill")
    run("disk", tmp_path, *mount)
