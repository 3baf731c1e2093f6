"""What a person chooses about the own account."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("appearance", sa.String(length=10), nullable=False, server_default="device")
        )
        batch_op.create_check_constraint(
            op.f("ck_person_appearance"), "appearance IN ('device', 'light', 'dark')"
        )


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_person_appearance"), type_="check")
        batch_op.drop_column("appearance")
