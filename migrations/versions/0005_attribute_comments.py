"""Under which names the comments of a round are read by others."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


ROUND = "ALTER TABLE review_round"
ATTRIBUTION = "CONSTRAINT ck_review_round_attribution CHECK (attribution IN ('full', 'constituency', 'none'))"
TOLD_APART = "CONSTRAINT ck_review_round_told_apart CHECK (attribution = 'constituency' OR told_apart IS NULL)"


def upgrade() -> None:
    # In plain SQL, which both databases understand: SQLite would build the table anew, and other tables point to it.
    op.execute(f"{ROUND} ADD COLUMN attribution VARCHAR(15) DEFAULT 'full' NOT NULL {ATTRIBUTION}")
    op.execute(f"{ROUND} ADD COLUMN told_apart VARCHAR(100) {TOLD_APART}")
    op.execute("ALTER TABLE comment ADD COLUMN public_number INTEGER")
    op.create_index("uq_comment_public_number", "comment", ["round_id", "public_number"], unique=True)
    op.create_table(
        "covering_statement",
        sa.Column("round_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audience.id"], name=op.f("fk_covering_statement_audience_id_audience")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_covering_statement_delegation_id_delegation")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["review_round.id"], name=op.f("fk_covering_statement_round_id_review_round")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covering_statement")),
        sa.UniqueConstraint("round_id", "delegation_id", name=op.f("uq_covering_statement_round_id_delegation_id")),
    )
    for column in ("audience_id", "delegation_id"):
        op.create_index(op.f(f"ix_covering_statement_{column}"), "covering_statement", [column], unique=False)


def downgrade() -> None:
    op.drop_table("covering_statement")
    op.drop_index("uq_comment_public_number", table_name="comment")
    op.execute("ALTER TABLE comment DROP COLUMN public_number")
    op.execute(f"{ROUND} DROP COLUMN told_apart")
    op.execute(f"{ROUND} DROP COLUMN attribution")
