"""The picture of the growth: a bar for each step, on a scale of factors, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10

from tests.benchmarks.goals import GROWTH
from tests.benchmarks.growth import Grown

LINE, NAMES, BARS, FIGURES = 34, 210, 380, 130
"""Height of a line, widths of the three columns."""
LEAST, MOST = 0.5, 20.0
"""Ends of the scale, which is logarithmic: a page that grows as its matter does ends at 10."""


def growth_picture(grown: Sequence[Grown]) -> str:
    """The CPU of the text page where one thing is more, as a factor of the base's."""
    height = LINE * (len(grown) + 2)
    width = NAMES + BARS + FIGURES
    title = "CPU of the text page where one thing is more or less, to the base"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="14">',
        f'<title id="title">{escape(title)}</title>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    parts += _scale(height)
    for place, one in enumerate(grown):
        parts += _bar(place, one)
    return "\n".join([*parts, "</svg>", ""])


def _at(factor: float) -> float:
    held = min(max(factor, LEAST), MOST)
    return NAMES + BARS * (log10(held) - log10(LEAST)) / (log10(MOST) - log10(LEAST))


def _scale(height: int) -> list[str]:
    parts = []
    for factor, words in ((1.0, "as the base"), (10.0, "ten times")):
        x = _at(factor)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{LINE}" y2="{height - 8}" stroke="#999"/>')
        parts.append(f'<text x="{x:.1f}" y="22" text-anchor="middle" fill="#444">{words}</text>')
    x = _at(GROWTH)
    parts.append(
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{LINE}" y2="{height - 8}" stroke="#999" stroke-dasharray="4 4"/>'
    )
    return parts


def _bar(place: int, one: Grown) -> list[str]:
    y = LINE * (place + 1) + 8
    begin, end = sorted((_at(1), _at(one.factor)))
    name = f"{one.step.what} ×{one.step.times:g}"
    return [
        f'<text x="0" y="{y + 14}" fill="#111">{escape(name)}</text>',
        f'<rect x="{begin:.1f}" y="{y}" width="{max(end - begin, 2):.1f}" height="18" fill="#2b5c8a"/>',
        f'<text x="{NAMES + BARS + 12}" y="{y + 14}" fill="#111">×{one.factor:.2f}, {one.measured.cpu_ms:.1f} ms</text>',
    ]
