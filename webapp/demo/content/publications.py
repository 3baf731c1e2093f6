"""What the demo's co-chairs published: the mandate, both revisions, and the outcome on principle 1."""

from __future__ import annotations

from webapp.demo.content.shapes import Publication, When

PUBLICATIONS = (
    Publication("mandate", "", "reyes", When(-48, 9)),
    Publication("revision", "zero_draft", "whitfield", When(-48, 9, 30)),
    Publication("revision", "rev_1", "reyes", When(-14, 11)),
    Publication("outcome", "principle_1", "whitfield", When(-5, 16)),
)
