"""``python -m layout`` is ``banxin``: started and ended without work that does nobody any good."""

import gc
import os
import sys

from layout.cli import main

SELDOM = 50_000
"""Objects made before the collector looks for cycles: imports make thousands that all stay."""


def run() -> None:
    """Run the command and end the process.

    Taking every object apart at the end is a good part of a short command's time, and
    serves nothing: files are closed by then, and what was printed is flushed here.
    """
    gc.set_threshold(SELDOM)
    try:
        status = main()
    except SystemExit as exit_:
        status = exit_.code if isinstance(exit_.code, int) else 2
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


if __name__ == "__main__":  # the processes of a pool import this too
    run()
