"""What co-chairs published, and from when everybody may read it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "publication",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("item_id", sa.String(length=13), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.String(length=13), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "(kind = 'mandate') = (content IS NOT NULL)", name=op.f("ck_publication_content")
        ),
        sa.CheckConstraint("kind IN ('revision', 'outcome', 'mandate')", name=op.f("ck_publication_kind")),
        sa.CheckConstraint("published_at >= acted_at", name=op.f("ck_publication_not_before_the_act")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_publication_initiative_id_initiative")
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["person.id"], name=op.f("fk_publication_published_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index("ix_publication_visible", ["initiative_id", "published_at"], unique=False)
        batch_op.create_index(
            "uq_publication_item",
            ["kind", "item_id"],
            unique=True,
            sqlite_where=sa.text("kind <> 'mandate'"),
            postgresql_where=sa.text("kind <> 'mandate'"),
        )


def downgrade() -> None:
    op.drop_table("publication")
