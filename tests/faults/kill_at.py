"""Kill a program just before the Nth thing it does to the outside world.

    python -m tests.faults.kill_at N [IMPORT...] -- MODULE ARGUMENTS...

runs MODULE as `python -m MODULE ARGUMENTS...` would, and sends SIGKILL to itself just before the
Nth call that writes, syncs, renames, removes or cuts a file, or that sends on a socket; in any
thread. With N = 0 it only counts, and prints the count to standard error at the end:

    calls: 42

Modules named before the `--` are imported first, at full speed and uncounted.

The calls are seen by Python's profiler, so nothing of the program is replaced. Not seen: what C
code does by itself (`open(...).write`, TLS sockets, a lock file).
"""

import atexit
import contextlib
import importlib
import os
import runpy
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

FILE_CALLS = frozenset(
    getattr(os, name)
    for name in (
        *("write", "writev", "pwrite", "pwritev", "sendfile", "fsync", "fdatasync"),
        *("replace", "rename", "unlink", "remove", "rmdir", "mkdir", "link"),
        *("ftruncate", "truncate"),
    )
    if hasattr(os, name)
)
SOCKET_CALLS = frozenset({"send", "sendall", "sendto", "sendmsg"})


class Calls:
    """Notes the calls, and does something before each."""

    def __init__(self, before: Callable[[int], None]) -> None:
        """Take what is to be done: it gets the number of the call, from 1."""
        self.names: list[str] = []
        self._before = before
        self._lock = threading.Lock()

    @property
    def on_files(self) -> list[str]:
        """The calls on files, in order; a loop also sends on a socket, to wake itself."""
        return [name for name in self.names if name not in SOCKET_CALLS]

    def watch(self) -> None:
        """Look at this thread, and at every thread that starts from now on."""
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)

    def stop(self) -> None:
        """Look away again; threads that run by now are still looked at."""
        sys.setprofile(None)
        threading.setprofile(None)

    def _profile(self, _frame: FrameType, event: str, called: object) -> None:
        if event != "c_call":
            return
        name = getattr(called, "__name__", "")
        if name in SOCKET_CALLS:
            if not isinstance(getattr(called, "__self__", None), socket.socket):
                return
        elif called not in FILE_CALLS:
            return
        with self._lock:
            self.names.append(name)
            self._before(len(self.names))


def kill_before(nth: int) -> Calls:
    """Let this process be killed just before its Nth call; never with 0."""

    def kill(number: int) -> None:
        if number == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    calls = Calls(kill)
    calls.watch()
    return calls


@contextlib.contextmanager
def noted() -> Iterator[Calls]:
    """Note the calls of this thread, and of the threads that start within."""
    calls = Calls(lambda _number: None)
    calls.watch()
    try:
        yield calls
    finally:
        calls.stop()


def main(arguments: list[str]) -> None:
    """Run the module that the arguments name, and kill it where they say."""
    if "--" not in arguments[1:-1]:
        sys.exit("Usage: python -m tests.faults.kill_at N [IMPORT...] -- MODULE ARGUMENTS...")
    nth, *imports = arguments[: arguments.index("--")]
    module, *rest = arguments[arguments.index("--") + 1 :]
    for name in imports:
        importlib.import_module(name)
    sys.argv = [module, *rest]
    if int(nth) == 0:
        atexit.register(lambda: sys.stderr.write(f"calls: {len(calls.names)}\n"))
    calls = kill_before(int(nth))
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
