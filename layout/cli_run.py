"""One issue worked on here, several side by side in processes of their own.

Whatever happens to one, the others are finished: an exception is caught where it is
raised, and an issue whose process dies takes nobody with it.
"""

import multiprocessing
import signal
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy to import, and not needed to say --help
    from layout.pipeline import Outcome


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the engine did not foresee."""

    kind: str
    """Name of the exception; empty where the whole process was lost."""
    details: str
    """The traceback, for --debug."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one issue."""

    target: Path
    """As the user named it."""
    end: "Outcome | Fault"
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether the issue can go to press as far as this command can tell."""
        return not isinstance(self.end, Fault) and self.end.ok


Work = Callable[[Path], "Outcome"]
"""What is done to each issue; it must bear being sent to another process."""


def perform(work: Work, target: Path) -> Result:
    """Do *work*, whatever comes of it."""
    begin = time.perf_counter()
    try:
        end: Outcome | Fault = work(target)
    except Exception as error:  # noqa: BLE001 - the last place where any can be caught
        end = Fault(type(error).__name__, traceback.format_exc())
    return Result(target, end, time.perf_counter() - begin)


def perform_all(
    work: Work, targets: list[Path], jobs: int, finished: Callable[[Result], None]
) -> list[Result]:
    """Results of *work* on *targets* in their order, at most *jobs* at a time.

    *finished* hears of each as it is done. One target, or one job, needs no process.
    """
    results: dict[Path, Result] = {}

    def keep(result: Result) -> None:
        results[result.target] = result
        finished(result)

    if min(jobs, len(targets)) == 1:
        for target in targets:
            keep(perform(work, target))
    else:
        for target in _side_by_side(work, targets, jobs, keep):
            # One of these broke the pool; alone, the guilty one harms no other.
            if _side_by_side(work, [target], 1, keep):
                keep(Result(target, Fault("", ""), 0))
    return [results[target] for target in targets]


def _side_by_side(
    work: Work, targets: list[Path], jobs: int, keep: Callable[[Result], None]
) -> list[Path]:
    """Work on *targets* in a pool; those it did not get through because a process died."""
    # Started afresh, not forked: alike on every system, and no lock is inherited held.
    context = multiprocessing.get_context("spawn")
    lost: set[Path] = set()
    with ProcessPoolExecutor(
        min(jobs, len(targets)), mp_context=context, initializer=_leave_interrupts_to_parent
    ) as pool:
        futures = {pool.submit(perform, work, target): target for target in targets}
        try:
            for future in as_completed(futures):
                if isinstance(future.exception(), BrokenProcessPool):
                    lost.add(futures[future])
                else:
                    keep(future.result())
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise
    return [target for target in targets if target in lost]


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
