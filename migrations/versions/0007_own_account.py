"""What a person chooses about the own account, second factors, devices, changes of address, recoveries."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
ID = sa.String(length=13)


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("appearance", sa.String(length=10), nullable=False, server_default="device")
        )
        batch_op.add_column(sa.Column("delivery_email", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("second_factor_at", MOMENT, nullable=True))
        batch_op.create_check_constraint(
            op.f("ck_person_appearance"), "appearance IN ('device', 'light', 'dark')"
        )
    with op.batch_alter_table("sign_in_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("proved_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("last_used_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("browser", sa.String(length=20), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("system", sa.String(length=20), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("device_hash", sa.String(length=64), nullable=True))
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delivery_email", sa.String(length=254), nullable=True))
    op.create_table(
        "sign_in_step",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_step_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_step")),
    )
    op.create_table(
        "authenticator",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("sealed_secret", sa.Text(), nullable=False),
        sa.Column("last_counter", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_authenticator_person_id_person")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_authenticator")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recovery_code_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_recovery_code_code_hash")),
    )
    op.create_table(
        "passkey",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_used_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_passkey_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    op.create_table(
        "passkey_challenge",
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("challenge", sa.String(length=120), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.CheckConstraint(
            "purpose IN ('register', 'enter', 'prove')", name=op.f("ck_passkey_challenge_purpose")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_passkey_challenge_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey_challenge")),
    )
    op.create_table(
        "address_change",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("old_address", sa.String(length=254), nullable=False),
        sa.Column("new_address", sa.String(length=254), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("undo_until", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.CheckConstraint("kind IN ('sign_in', 'delivery')", name=op.f("ck_address_change_kind")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_address_change_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address_change")),
    )
    op.create_table(
        "account_recovery",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("started_by", ID, nullable=False),
        sa.Column("initiative_id", ID, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_account_recovery_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["started_by"], ["person.id"], name=op.f("fk_account_recovery_started_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_recovery")),
    )
    for table in ("sign_in_step", "recovery_code", "passkey", "address_change", "account_recovery"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_person_id"), ["person_id"], unique=False)
    # From now on a new password is told by mail; of those that were set before, nobody is told any more.
    op.execute(
        "INSERT INTO outbox (chain, sequence, event, reaction, state, attempts, created_at, due_at)"
        " SELECT leaf.chain, leaf.sequence, body.action, 'notify', 'done', 0, leaf.at, leaf.at"
        " FROM journal_leaf AS leaf JOIN journal_body AS body"
        " ON body.chain = leaf.chain AND body.sequence = leaf.sequence"
        " WHERE body.action = 'people.password_set' AND body.body IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE event = 'people.password_set' AND reaction = 'notify'")
    for table in (
        "account_recovery",
        "address_change",
        "passkey_challenge",
        "passkey",
        "recovery_code",
        "authenticator",
        "sign_in_step",
    ):
        op.drop_table(table)
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_column("delivery_email")
    with op.batch_alter_table("sign_in_session", schema=None) as batch_op:
        for name in ("device_hash", "system", "browser", "last_used_at", "proved_at"):
            batch_op.drop_column(name)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_person_appearance"), type_="check")
        for name in ("second_factor_at", "delivery_email", "appearance"):
            batch_op.drop_column(name)
