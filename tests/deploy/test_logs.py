from __future__ import annotations

from pathlib import Path

from deploy.logs import keep_small, last_lines, log_path


def test_a_log_past_its_size_is_emptied_in_place_and_one_older_is_kept(tmp_path: Path) -> None:
    path = log_path(tmp_path, "web")
    with path.open("ab", buffering=0) as open_by_a_program:
        open_by_a_program.write(b"x" * 200)
        keep_small(path, largest=100)
        open_by_a_program.write(b"after")
    assert path.read_bytes() == b"after"
    assert (tmp_path / "web.log.1").read_bytes() == b"x" * 200


def test_a_small_log_is_left_alone(tmp_path: Path) -> None:
    path = log_path(tmp_path, "web")
    path.write_text("short")
    keep_small(path, largest=100)
    assert path.read_text() == "short"
    assert not (tmp_path / "web.log.1").exists()


def test_the_last_lines_of_a_log_that_is_not_there_are_empty(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "none.log") == ""


def test_the_last_lines_are_the_last(tmp_path: Path) -> None:
    path = tmp_path / "web.log"
    path.write_text("\n".join(str(number) for number in range(100)))
    assert last_lines(path, 2) == "98\n99"
