"""The index of the search, its full text, and the work of filling it from what happened before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQLITE = (
    # Words are letters and figures of ASCII already: the engine has nothing to do but to cut at blanks.
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "words, content='search_entry', content_rowid='id', tokenize='ascii')",
    "CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN"
    " INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER search_entry_changed AFTER UPDATE OF words ON search_entry BEGIN"
    " INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
)
POSTGRESQL = (
    "ALTER TABLE search_entry ADD COLUMN search_words tsvector"
    " GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX ix_search_entry_search_words ON search_entry USING gin (search_words)",
)
BEGINNINGS = (
    "initiatives.created",
    "participants.delegation_accredited",
    "drafting.revision_issued",
    "review.round_planned",
    "review.contribution_handed_in",
    "decisions.proposed",
    "publishing.item_published",
)
"""What makes everything anew that there is to find: the workers do it for what happened before."""
LATER = (
    "initiatives.changed",
    "participants.office_taken",
    "participants.office_ended",
    "participants.seat_taken",
    "participants.seat_ended",
    "review.round_closed",
    "review.comment_answered",
    "decisions.declined",
    "decisions.opened",
    "decisions.silence_broken",
    "decisions.closed",
    "decisions.withdrawn",
    "decisions.late_objection_received",
)
"""What makes anew what is made anew already: noted as done."""


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("scope_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("object_id", sa.String(length=40), nullable=False),
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_from", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('text', 'mandate', 'decision', 'position', 'comment', 'answer', 'covering', 'round',"
            " 'people', 'earlier')",
            name=op.f("ck_search_entry_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audience.id"], name=op.f("fk_search_entry_audience_id_audience")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_search_entry_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint(
            "source",
            "scope_id",
            "kind",
            "object_id",
            name=op.f("uq_search_entry_source_scope_id_kind_object_id"),
        ),
    )
    op.create_index("ix_search_entry_readers", "search_entry", ["initiative_id", "audience_id"])
    op.create_index(op.f("ix_search_entry_audience_id"), "search_entry", ["audience_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    _follow(BEGINNINGS, "waiting")
    _follow(LATER, "done")


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE reaction = 'index'")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_words")
    op.drop_table("search_entry")


def _follow(events: tuple[str, ...], state: str) -> None:
    """One row of the outbox for each event that happened, as if it happened today."""
    statement = sa.text(
        "INSERT INTO outbox (chain, sequence, event, reaction, state, attempts, created_at, due_at)"
        " SELECT leaf.chain, leaf.sequence, body.action, 'index', :state, 0, leaf.at, leaf.at"
        " FROM journal_leaf AS leaf JOIN journal_body AS body"
        " ON body.chain = leaf.chain AND body.sequence = leaf.sequence"
        " WHERE body.action IN :events AND body.body IS NOT NULL"
    )
    op.execute(statement.bindparams(sa.bindparam("events", events, expanding=True), state=state))
