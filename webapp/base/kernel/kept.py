"""What cannot change any more, kept in the memory of this process (docs/adr/0010-kept-in-memory.md)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Answers by their questions, those asked for last.

    A question must name everything on which its answer depends, the reader's rights included. Nothing is ever
    taken back here: where something changes, it is another question.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def get(self, question: K, make: Callable[[], V]) -> V:
        """The answer, made where it is not kept. Two threads may make the same one; either is as good."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        made = make()
        with self._lock:
            self._answers[question] = made
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return made
