"""Keeping parts alive: start in order, start again what ended, stop in the opposite order."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.backoff import pause_before_restart
from deploy.child import Child
from deploy.logs import keep_small, last_lines
from deploy.part import Part

READY_SECONDS = 60.0
LOOK_SECONDS = 0.2


class NotReady(Exception):
    """A part did not become ready, or a step failed; the message is a sentence for the operator."""


@dataclass
class Place:
    """A part, its running program, and when it may start again."""

    part: Part
    child: Child | None
    last_pause: float | None = None
    starts_at: float = 0.0


class Watch:
    """Starts parts and keeps them running until somebody asks to stop."""

    def __init__(
        self,
        environ: Mapping[str, str],
        folder: Path,
        log_folder: Path,
        say: Callable[[str], None],
        pause: Callable[[float | None, float], float] = pause_before_restart,
    ) -> None:
        self.environ = dict(environ)
        self.folder = folder
        self.log_folder = log_folder
        self.say = say
        self.pause = pause
        self.places: list[Place] = []
        self.stop_asked = 0

    def ask_to_stop(self) -> None:
        """Note the wish; a second one does not wait for anybody."""
        self.stop_asked += 1

    def start(self, part: Part) -> None:
        """Start a part and wait until it is ready; raises NotReady."""
        place = Place(part, self._launch(part))
        self.places.append(place)
        deadline = time.monotonic() + READY_SECONDS
        while not (place.child and place.child.is_running() and part.is_ready()):
            if self.stop_asked:
                return
            if time.monotonic() > deadline:
                raise NotReady(
                    f"{part.name} is not ready after {READY_SECONDS:.0f} seconds.{self._end_of(part)}"
                )
            self.look()
            time.sleep(LOOK_SECONDS)

    def run(self, step: Part) -> None:
        """Run a step to its end; raises NotReady where it fails. Ended at once when a stop is asked."""
        child = Child(step, self.environ, self.folder, self.log_folder)
        while child.is_running() and not self.stop_asked:
            self.look()
            time.sleep(LOOK_SECONDS)
        if self.stop_asked:
            child.stop()
            return
        how = child.how_it_ended()
        if child.clear_away() != 0:
            raise NotReady(f"{step.name} failed ({how}).{self._end_of(step)}")
        self.say(f"{step.name} done.")

    def look(self) -> None:
        """Clear away what ended, start what is due."""
        for place in self.places:
            if place.child is not None:
                self._see_whether_it_ended(place, place.child)
            elif time.monotonic() >= place.starts_at and not self.stop_asked:
                place.child = self._launch(place.part)

    def keep_logs_small(self) -> None:
        """Bound every log of a part that runs."""
        for place in self.places:
            if place.child is not None:
                keep_small(place.child.log)

    def stop(self) -> None:
        """Stop every part, the last started first."""
        while self.places:
            child = self.places.pop().child
            if child is not None:
                self._end(child)
                self.say(f"{child.part.name} stopped.")

    def _end(self, child: Child) -> None:
        child.ask_to_end()
        deadline = time.monotonic() + child.part.stop_seconds
        while child.is_running() and time.monotonic() < deadline and self.stop_asked < 2:
            time.sleep(0.05)
        child.clear_away()

    def _launch(self, part: Part) -> Child:
        child = Child(part, self.environ, self.folder, self.log_folder)
        self.say(f"{part.name} started (process {child.pid}).")
        return child

    def _see_whether_it_ended(self, place: Place, child: Child) -> None:
        how = child.how_it_ended()
        if how is None:
            return
        child.clear_away()
        place.child = None
        place.last_pause = self.pause(place.last_pause, child.lived)
        place.starts_at = time.monotonic() + place.last_pause
        self.say(
            f"{place.part.name} ended ({how}); it starts again in {place.last_pause:.0f} s. Its log: {child.log}"
        )

    def _end_of(self, part: Part) -> str:
        path = self.log_folder / f"{part.name}.log"
        return f" The end of {path}:\n{last_lines(path)}"
