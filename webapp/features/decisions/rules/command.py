"""`decisions evaluate FILE`: the outcome of a published record, without a database or a server."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from .evaluate import evaluate
from .faults import DOCUMENT, Fault, FaultCode, InvalidRecordError
from .outcome import to_json
from .record import read_record

STANDARD_INPUT: Final = "-"
EVALUATED: Final = 0
NOT_VALID: Final = 2


def run(source: str, stdin: BinaryIO, stdout: BinaryIO, stderr: BinaryIO) -> int:
    """Write the outcome and return 0, or one line per fault to `stderr` and return 2."""
    try:
        outcome = to_json(evaluate(read_record(_read(source, stdin))))
    except InvalidRecordError as error:
        stderr.write("".join(f"{fault}\n" for fault in error.faults).encode("utf-8"))
        stderr.flush()
        return NOT_VALID
    stdout.write(outcome)
    stdout.flush()
    return EVALUATED


def _read(source: str, stdin: BinaryIO) -> bytes:
    try:
        return stdin.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InvalidRecordError((Fault(DOCUMENT, FaultCode.CANNOT_BE_READ, reason),)) from error
