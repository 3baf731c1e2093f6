"""Gzip (RFC 1952) for text answers, so that a text page stays under 100 kB on the wire."""

from __future__ import annotations

import secrets
import struct
import zlib

from flask import Flask, Response, request

SMALLEST = 500
"""Bytes below which compressing saves nothing."""
LEVEL_OF_PAGES = 4
"""Pages are compressed for each request: beyond this level time grows faster than size shrinks."""
LEVEL_OF_FILES = 9
KINDS = frozenset(
    {
        "text/html",
        "text/css",
        "text/javascript",
        "text/plain",
        "application/json",
        "application/xml",
        "image/svg+xml",
    }
)
LONGEST_PADDING = 64


def init_app(app: Flask) -> None:
    """Compress answers for whoever accepts it."""
    app.after_request(compressed)


def compressed(response: Response) -> Response:
    """The same answer, gzipped where that is possible and worth it."""
    if response.mimetype not in KINDS:
        return response
    response.vary.add("Accept-Encoding")
    if (
        response.is_streamed
        or response.direct_passthrough
        or response.status_code in (204, 206, 304)
        or "Content-Encoding" in response.headers
        or request.accept_encodings.quality("gzip") <= 0
    ):
        return response
    body = response.get_data()
    if len(body) < SMALLEST:
        return response
    padding = secrets.randbelow(LONGEST_PADDING)
    response.set_data(gzipped(body, LEVEL_OF_PAGES, padding))
    mark_gzipped(response)
    return response


def mark_gzipped(response: Response) -> None:
    """Say that the body is gzipped; the entity tag becomes weak, because the bytes differ (RFC 9110, 8.8.1)."""
    response.headers["Content-Encoding"] = "gzip"
    tag, _weak = response.get_etag()
    if tag is not None:
        response.set_etag(tag, weak=True)


def gzipped(body: bytes, level: int, padding: int = 0) -> bytes:
    """One gzip member, with a file name of `padding` letters in its header.

    The name hides the exact length of a page, from which a page that repeats what was typed could leak its
    secrets to somebody who counts bytes (the BREACH attack).
    """
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    flags = 8 if padding else 0
    name = b"a" * padding + b"\0" if padding else b""
    head = b"\x1f\x8b\x08" + bytes((flags,)) + b"\0\0\0\0\0\xff" + name
    tail = struct.pack("<LL", zlib.crc32(body), len(body) & 0xFFFFFFFF)
    return head + deflate.compress(body) + deflate.flush() + tail
