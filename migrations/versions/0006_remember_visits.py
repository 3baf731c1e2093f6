"""When somebody was last here, and a way to what happened since."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visit",
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("before_at < began_at", name=op.f("ck_visit_before_is_earlier")),
        sa.CheckConstraint("seen_at >= began_at", name=op.f("ck_visit_begins_first")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_visit_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_visit")),
    )
    op.create_index("ix_journal_leaf_chain_at", "journal_leaf", ["chain", "at"])


def downgrade() -> None:
    op.drop_index("ix_journal_leaf_chain_at", table_name="journal_leaf")
    op.drop_table("visit")
