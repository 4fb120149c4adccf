"""Work in several processes, a piece at a time, without holding all of it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")
AHEAD = 4
"""So many pieces wait for each process."""


def in_processes(work: Callable[[Piece], Result], pieces: Iterable[Piece], processes: int) -> Iterator[Result]:
    """What comes of each piece, in their order. With one process, or a single piece, all of it is done here."""
    ahead = iter(pieces)
    first = list(islice(ahead, 2))
    if processes == 1 or len(first) < 2:
        yield from map(work, chain(first, ahead))
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque()
        for piece in chain(first, ahead):
            waiting.append(pool.submit(work, piece))
            if len(waiting) >= AHEAD * processes:
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)


def in_chunks(things: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """So many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk
