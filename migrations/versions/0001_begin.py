"""Every table of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audience",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audience")),
    )
    op.create_table(
        "clock_offset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_clock_offset_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_offset")),
    )
    op.create_table(
        "heartbeat",
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_heartbeat")),
    )
    op.create_table(
        "idempotency_key",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_idempotency_key")),
    )
    with op.batch_alter_table("idempotency_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotency_key_at"), ["at"], unique=False)

    op.create_table(
        "initiative",
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("mandate", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("outside_scope", sa.Text(), nullable=False),
        sa.Column("timetable", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sa.UniqueConstraint("slug", name=op.f("uq_initiative_slug")),
    )
    op.create_table(
        "journal_head",
        sa.Column("chain", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "journal_leaf",
        sa.Column("chain", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("chain", "sequence", name=op.f("pk_journal_leaf")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("reaction", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'done', 'failed')", name=op.f("ck_outbox_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("chain", "sequence", "reaction", name=op.f("uq_outbox_chain_sequence_reaction")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_due", ["state", "due_at"], unique=False)

    op.create_table(
        "person",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_person_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("address", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_attempt_address_at", ["address", "at"], unique=False)
        batch_op.create_index("ix_sign_in_attempt_email_at", ["email", "at"], unique=False)

    op.create_table(
        "space_log",
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space_log")),
    )
    with op.batch_alter_table("space_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_space_log_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "audience_space",
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("space", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audience.id"], name=op.f("fk_audience_space_audience_id")),
        sa.PrimaryKeyConstraint("audience_id", "space", name=op.f("pk_audience_space")),
    )
    with op.batch_alter_table("audience_space", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audience_space_space"), ["space"], unique=False)

    op.create_table(
        "bearer",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("constituency", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "constituency IN ('state', 'international_organisation', 'civil_society', 'private_sector')",
            name=op.f("ck_bearer_constituency"),
        ),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_bearer_initiative_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bearer")),
        sa.UniqueConstraint("initiative_id", "name", name=op.f("uq_bearer_initiative_id_name")),
    )
    with op.batch_alter_table("bearer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bearer_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("constituency", sa.String(length=30), nullable=False),
        sa.Column("standing", sa.String(length=10), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("accredited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "constituency IN ('state', 'international_organisation', 'civil_society', 'private_sector')",
            name=op.f("ck_delegation_constituency"),
        ),
        sa.CheckConstraint("standing IN ('member', 'observer')", name=op.f("ck_delegation_standing")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_delegation_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("initiative_id", "code", name=op.f("uq_delegation_initiative_id_code")),
        sa.UniqueConstraint("initiative_id", "name", name=op.f("uq_delegation_initiative_id_name")),
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("chain", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("notice", sa.String(length=60), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("person_id", sa.String(length=13), nullable=True),
        sa.Column("initiative_id", sa.String(length=13), nullable=True),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("formal", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("give_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint("channel IN ('inbox', 'mail')", name=op.f("ck_delivery_channel")),
        sa.CheckConstraint(
            "state IN ('waiting', 'claimed', 'sent', 'failed', 'suppressed')", name=op.f("ck_delivery_state")
        ),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_delivery_initiative_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_delivery_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint(
            "chain",
            "sequence",
            "notice",
            "recipient",
            "channel",
            name=op.f("uq_delivery_chain_sequence_notice_recipient_channel"),
        ),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index("ix_delivery_due", ["channel", "state", "due_at"], unique=False)
        batch_op.create_index("ix_delivery_inbox", ["person_id", "channel", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "instrument",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("symbol_stem", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_instrument_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("symbol_stem", name=op.f("uq_instrument_symbol_stem")),
    )
    with op.batch_alter_table("instrument", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instrument_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "journal_body",
        sa.Column("chain", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object_id", sa.String(length=20), nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chain", "sequence"],
            ["journal_leaf.chain", "journal_leaf.sequence"],
            name=op.f("fk_journal_body_chain_sequence"),
        ),
        sa.PrimaryKeyConstraint("chain", "sequence", name=op.f("pk_journal_body")),
    )
    with op.batch_alter_table("journal_body", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_body_audience_id"), ["audience_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_journal_body_object_id"), ["object_id"], unique=False)

    op.create_table(
        "office",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint("kind IN ('co_chair', 'secretariat')", name=op.f("ck_office_kind")),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_office_initiative_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_office_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_office_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_office_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_office_held_once",
            ["initiative_id", "person_id", "kind"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "one_time_link",
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_one_time_link_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_link")),
    )
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_in_session",
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_session_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_session")),
    )
    with op.batch_alter_table("sign_in_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_session_person_id"), ["person_id"], unique=False)

    op.create_table(
        "theme",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("phases", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_theme_initiative_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("initiative_id", "name", name=op.f("uq_theme_initiative_id_name")),
    )
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "element",
        sa.Column("instrument_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "kind IN ('preamble', 'definition', 'scope', 'principle', 'guideline', 'practice', 'annex')",
            name=op.f("ck_element_kind"),
        ),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_element_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_element")),
    )
    with op.batch_alter_table("element", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_element_instrument_id"), ["instrument_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=True),
        sa.Column("seat_role", sa.String(length=10), nullable=True),
        sa.Column("office_kind", sa.String(length=15), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("invited_by", sa.String(length=13), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "(seat_role IS NOT NULL AND delegation_id IS NOT NULL AND office_kind IS NULL) OR (seat_role IS NULL AND office_kind IS NOT NULL)",
            name=op.f("ck_invitation_seat_or_office"),
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_invitation_delegation_id")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_invitation_initiative_id")
        ),
        sa.ForeignKeyConstraint(["invited_by"], ["person.id"], name=op.f("fk_invitation_invited_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "revision",
        sa.Column("instrument_id", sa.String(length=13), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("symbol", sa.String(length=80), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(length=13), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(length=13), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=13), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "(state = 'issued') = (issued_at IS NOT NULL AND ordinal IS NOT NULL AND symbol IS NOT NULL)",
            name=op.f("ck_revision_issued_whole"),
        ),
        sa.CheckConstraint(
            "(state IN ('declined', 'withdrawn')) = (ended_at IS NOT NULL)", name=op.f("ck_revision_ended")
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'issued', 'declined', 'withdrawn')", name=op.f("ck_revision_state")
        ),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_revision_confirmed_by")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("fk_revision_ended_by")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_revision_instrument_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name=op.f("fk_revision_proposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("instrument_id", "ordinal", name=op.f("uq_revision_instrument_id_ordinal")),
        sa.UniqueConstraint("symbol", name=op.f("uq_revision_symbol")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_revision_instrument_id"), ["instrument_id"], unique=False)
        batch_op.create_index(
            "uq_revision_one_proposed",
            ["instrument_id"],
            unique=True,
            sqlite_where=sa.text("state = 'proposed'"),
            postgresql_where=sa.text("state = 'proposed'"),
        )

    op.create_table(
        "seat",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("focal_point_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint("role IN ('head', 'alternate', 'delegate', 'adviser')", name=op.f("ck_seat_role")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_seat_delegation_id")),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_seat_initiative_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_seat_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_seat_one_focal_point",
            ["delegation_id"],
            unique=True,
            sqlite_where=sa.text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
            postgresql_where=sa.text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
        )
        batch_op.create_index(
            "uq_seat_one_per_initiative",
            ["initiative_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "decision",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("instrument_id", sa.String(length=13), nullable=True),
        sa.Column("revision_id", sa.String(length=13), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("subject_kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", sa.String(length=13), nullable=True),
        sa.Column("provision_ids", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("rule_key", sa.String(length=60), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proposed_by", sa.String(length=13), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(length=13), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.String(length=10), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("announced_by", sa.String(length=13), nullable=True),
        sa.Column("moved_times", sa.Integer(), nullable=False),
        sa.Column("awaits_chairs", sa.Boolean(), nullable=False),
        sa.Column("pending_act", sa.String(length=20), nullable=True),
        sa.Column("pending_reason", sa.Text(), nullable=True),
        sa.Column("pending_by", sa.String(length=13), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_decision_closed_whole")
        ),
        sa.CheckConstraint("(state = 'closed') = (ended IS NOT NULL)", name=op.f("ck_decision_ended_whole")),
        sa.CheckConstraint(
            "ended IS NULL OR ended IN ('deadline', 'broken', 'chairs')", name=op.f("ck_decision_ended")
        ),
        sa.CheckConstraint("kind IN ('indication', 'silence', 'call')", name=op.f("ck_decision_kind")),
        sa.CheckConstraint(
            "pending_act IS NULL OR (pending_act IN ('withdraw', 'declare_agreed') AND state = 'open')",
            name=op.f("ck_decision_pending_act"),
        ),
        sa.CheckConstraint(
            "result IS NULL OR result IN ('passed', 'failed', 'undecided')", name=op.f("ck_decision_result")
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'declined', 'open', 'closed', 'withdrawn')", name=op.f("ck_decision_state")
        ),
        sa.CheckConstraint(
            "subject_kind IN ('provision', 'element', 'instrument', 'question')",
            name=op.f("ck_decision_subject_kind"),
        ),
        sa.CheckConstraint(
            "(pending_act IS NULL) = (pending_by IS NULL AND pending_reason IS NULL)",
            name=op.f("ck_decision_pending_whole"),
        ),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR confirmed_by <> proposed_by", name=op.f("ck_decision_second_chair")
        ),
        sa.ForeignKeyConstraint(["announced_by"], ["person.id"], name=op.f("fk_decision_announced_by")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_decision_confirmed_by")),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=op.f("fk_decision_initiative_id")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_decision_instrument_id")),
        sa.ForeignKeyConstraint(["pending_by"], ["person.id"], name=op.f("fk_decision_pending_by")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name=op.f("fk_decision_proposed_by")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_decision_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("initiative_id", "number", name=op.f("uq_decision_initiative_id_number")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index("ix_decision_state", ["state", "closes_at"], unique=False)

    op.create_table(
        "provision",
        sa.Column("instrument_id", sa.String(length=13), nullable=False),
        sa.Column("element_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("bearers", sa.Text(), nullable=False),
        sa.Column("beneficiary", sa.String(length=300), nullable=False),
        sa.Column("action", sa.String(length=300), nullable=False),
        sa.Column("theme_id", sa.String(length=13), nullable=True),
        sa.Column("phases", sa.Text(), nullable=False),
        sa.Column("strength", sa.String(length=10), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.String(length=25), nullable=False),
        sa.Column("status_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint("kind IN ('text', 'responsibility')", name=op.f("ck_provision_kind")),
        sa.CheckConstraint(
            "status IN ('not_discussed', 'open', 'bracketed', 'agreed', 'agreed_ad_referendum', 'reopened', 'adopted')",
            name=op.f("ck_provision_status"),
        ),
        sa.ForeignKeyConstraint(["element_id"], ["element.id"], name=op.f("fk_provision_element_id")),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_provision_instrument_id")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_provision_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provision")),
    )
    with op.batch_alter_table("provision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_provision_element_id"), ["element_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_provision_instrument_id"), ["instrument_id"], unique=False)

    op.create_table(
        "review_round",
        sa.Column("initiative_id", sa.String(length=13), nullable=False),
        sa.Column("instrument_id", sa.String(length=13), nullable=False),
        sa.Column("revision_id", sa.String(length=13), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_by", sa.String(length=13), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "(state = 'concluded') = (concluded_at IS NOT NULL)", name=op.f("ck_review_round_concluded")
        ),
        sa.CheckConstraint("(state = 'planned') = (opened_at IS NULL)", name=op.f("ck_review_round_opened")),
        sa.CheckConstraint(
            "(state IN ('closed', 'concluded')) = (closed_at IS NOT NULL)",
            name=op.f("ck_review_round_closed"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'open', 'closed', 'concluded')", name=op.f("ck_review_round_state")
        ),
        sa.CheckConstraint("closes_at > opens_at", name=op.f("ck_review_round_closes_after_opening")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_review_round_initiative_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_review_round_instrument_id")
        ),
        sa.ForeignKeyConstraint(["planned_by"], ["person.id"], name=op.f("fk_review_round_planned_by")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_review_round_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_round")),
        sa.UniqueConstraint("initiative_id", "number", name=op.f("uq_review_round_initiative_id_number")),
    )
    with op.batch_alter_table("review_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_round_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index("ix_review_round_state", ["state"], unique=False)

    op.create_table(
        "contribution",
        sa.Column("round_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("covering_statement", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_contribution_delegation_id")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["review_round.id"], name=op.f("fk_contribution_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
        sa.UniqueConstraint("round_id", "delegation_id", name=op.f("uq_contribution_round_id_delegation_id")),
    )
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contribution_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "decision_extension",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=13), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_decision_extension_by")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_extension_decision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_extension")),
    )
    with op.batch_alter_table("decision_extension", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_extension_decision_id"), ["decision_id"], unique=False)

    op.create_table(
        "decision_notice",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("person_id", sa.String(length=13), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_notice_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_decision_notice_delegation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_notice_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_notice")),
        sa.UniqueConstraint(
            "decision_id", "person_id", name=op.f("uq_decision_notice_decision_id_person_id")
        ),
    )
    with op.batch_alter_table("decision_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_notice_decision_id"), ["decision_id"], unique=False)

    op.create_table(
        "decision_reminder",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_reminder_decision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_reminder")),
        sa.UniqueConstraint(
            "decision_id", "step", "closes_at", name=op.f("uq_decision_reminder_decision_id_step_closes_at")
        ),
    )
    with op.batch_alter_table("decision_reminder", schema=None) as batch_op:
        batch_op.create_index("ix_decision_reminder_due", ["due_at"], unique=False)

    op.create_table(
        "draft_comment",
        sa.Column("round_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("provision_id", sa.String(length=13), nullable=True),
        sa.Column("author_id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("words_start", sa.Integer(), nullable=True),
        sa.Column("words_end", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "kind IN ('general', 'substantive', 'editorial')", name=op.f("ck_draft_comment_kind")
        ),
        sa.ForeignKeyConstraint(["audience_id"], ["audience.id"], name=op.f("fk_draft_comment_audience_id")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_draft_comment_author_id")),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_draft_comment_delegation_id")
        ),
        sa.ForeignKeyConstraint(
            ["provision_id"], ["provision.id"], name=op.f("fk_draft_comment_provision_id")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["review_round.id"], name=op.f("fk_draft_comment_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_comment")),
    )
    with op.batch_alter_table("draft_comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_comment_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_draft_comment_round_id"), ["round_id"], unique=False)

    op.create_table(
        "elector",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("constituency", sa.String(length=30), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_elector_decision_id")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_elector_delegation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_elector")),
        sa.UniqueConstraint(
            "decision_id", "delegation_id", name=op.f("uq_elector_decision_id_delegation_id")
        ),
    )
    with op.batch_alter_table("elector", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_elector_decision_id"), ["decision_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_elector_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "position",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("option", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ad_referendum", sa.Date(), nullable=True),
        sa.Column("concerns", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.String(length=13), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_position_decision_id")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_position_delegation_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_position_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint(
            "decision_id",
            "delegation_id",
            "sequence",
            name=op.f("uq_position_decision_id_delegation_id_sequence"),
        ),
    )
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_decision_id"), ["decision_id"], unique=False)

    op.create_table(
        "review_reminder",
        sa.Column("round_id", sa.String(length=13), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["review_round.id"], name=op.f("fk_review_reminder_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_reminder")),
        sa.UniqueConstraint("round_id", "step", name=op.f("uq_review_reminder_round_id_step")),
    )
    with op.batch_alter_table("review_reminder", schema=None) as batch_op:
        batch_op.create_index("ix_review_reminder_due", ["due_at"], unique=False)

    op.create_table(
        "revision_provision",
        sa.Column("revision_id", sa.String(length=13), nullable=False),
        sa.Column("provision_id", sa.String(length=13), nullable=False),
        sa.Column("element_id", sa.String(length=13), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["element_id"], ["element.id"], name=op.f("fk_revision_provision_element_id")
        ),
        sa.ForeignKeyConstraint(
            ["provision_id"], ["provision.id"], name=op.f("fk_revision_provision_provision_id")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_revision_provision_revision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision_provision")),
        sa.UniqueConstraint("revision_id", "number", name=op.f("uq_revision_provision_revision_id_number")),
        sa.UniqueConstraint(
            "revision_id", "provision_id", name=op.f("uq_revision_provision_revision_id_provision_id")
        ),
    )
    with op.batch_alter_table("revision_provision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_revision_provision_provision_id"), ["provision_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_revision_provision_revision_id"), ["revision_id"], unique=False)

    op.create_table(
        "statement",
        sa.Column("decision_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("revision_id", sa.String(length=13), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=13), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "kind IN ('explanation', 'interpretative_declaration', 'reservation', 'dissociation', 'late_objection')",
            name=op.f("ck_statement_kind"),
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_statement_by")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_statement_decision_id")),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_statement_delegation_id")
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_statement_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_decision_id"), ["decision_id"], unique=False)
        batch_op.create_index(
            "uq_statement_one_reservation",
            ["decision_id", "delegation_id"],
            unique=True,
            sqlite_where=sa.text("kind = 'reservation'"),
            postgresql_where=sa.text("kind = 'reservation'"),
        )

    op.create_table(
        "comment",
        sa.Column("round_id", sa.String(length=13), nullable=False),
        sa.Column("contribution_id", sa.String(length=13), nullable=False),
        sa.Column("delegation_id", sa.String(length=13), nullable=False),
        sa.Column("draft_id", sa.String(length=13), nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("provision_id", sa.String(length=13), nullable=True),
        sa.Column("author_id", sa.String(length=13), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("register_number", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=15), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("words_start", sa.Integer(), nullable=True),
        sa.Column("words_end", sa.Integer(), nullable=True),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disposition", sa.String(length=30), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=13), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.CheckConstraint(
            "disposition IS NULL OR disposition IN ('accepted', 'accepted_with_modification', 'partly_accepted', 'not_accepted', 'noted', 'carried_over', 'outside_the_mandate', 'duplicate', 'withdrawn')",
            name=op.f("ck_comment_disposition"),
        ),
        sa.CheckConstraint("kind IN ('general', 'substantive', 'editorial')", name=op.f("ck_comment_kind")),
        sa.CheckConstraint(
            "(disposition IS NULL) = (answered_at IS NULL)", name=op.f("ck_comment_answered_whole")
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_comment_answered_by")),
        sa.ForeignKeyConstraint(["audience_id"], ["audience.id"], name=op.f("fk_comment_audience_id")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_comment_author_id")),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_comment_contribution_id")
        ),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_comment_delegation_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft_comment.id"], name=op.f("fk_comment_draft_id")),
        sa.ForeignKeyConstraint(["provision_id"], ["provision.id"], name=op.f("fk_comment_provision_id")),
        sa.ForeignKeyConstraint(["round_id"], ["review_round.id"], name=op.f("fk_comment_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("contribution_id", "number", name=op.f("uq_comment_contribution_id_number")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_audience_id"), ["audience_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_contribution_id"), ["contribution_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index("ix_comment_round_provision", ["round_id", "provision_id"], unique=False)
        batch_op.create_index(
            "ix_comment_unanswered",
            ["round_id"],
            unique=False,
            sqlite_where=sa.text("disposition IS NULL"),
            postgresql_where=sa.text("disposition IS NULL"),
        )

    op.create_table(
        "contribution_version",
        sa.Column("contribution_id", sa.String(length=13), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handed_in_by", sa.String(length=13), nullable=False),
        sa.Column("audience_id", sa.String(length=32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audience.id"], name=op.f("fk_contribution_version_audience_id")
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_contribution_version_contribution_id")
        ),
        sa.ForeignKeyConstraint(
            ["handed_in_by"], ["person.id"], name=op.f("fk_contribution_version_handed_in_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_version")),
        sa.UniqueConstraint(
            "contribution_id", "number", name=op.f("uq_contribution_version_contribution_id_number")
        ),
    )
    with op.batch_alter_table("contribution_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contribution_version_contribution_id"), ["contribution_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("contribution_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contribution_version_contribution_id"))

    op.drop_table("contribution_version")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_comment_unanswered",
            sqlite_where=sa.text("disposition IS NULL"),
            postgresql_where=sa.text("disposition IS NULL"),
        )
        batch_op.drop_index("ix_comment_round_provision")
        batch_op.drop_index(batch_op.f("ix_comment_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_comment_contribution_id"))
        batch_op.drop_index(batch_op.f("ix_comment_audience_id"))

    op.drop_table("comment")
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_statement_one_reservation",
            sqlite_where=sa.text("kind = 'reservation'"),
            postgresql_where=sa.text("kind = 'reservation'"),
        )
        batch_op.drop_index(batch_op.f("ix_statement_decision_id"))

    op.drop_table("statement")
    with op.batch_alter_table("revision_provision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_revision_provision_revision_id"))
        batch_op.drop_index(batch_op.f("ix_revision_provision_provision_id"))

    op.drop_table("revision_provision")
    with op.batch_alter_table("review_reminder", schema=None) as batch_op:
        batch_op.drop_index("ix_review_reminder_due")

    op.drop_table("review_reminder")
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_position_decision_id"))

    op.drop_table("position")
    with op.batch_alter_table("elector", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_elector_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_elector_decision_id"))

    op.drop_table("elector")
    with op.batch_alter_table("draft_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_comment_round_id"))
        batch_op.drop_index(batch_op.f("ix_draft_comment_delegation_id"))

    op.drop_table("draft_comment")
    with op.batch_alter_table("decision_reminder", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_reminder_due")

    op.drop_table("decision_reminder")
    with op.batch_alter_table("decision_notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_notice_decision_id"))

    op.drop_table("decision_notice")
    with op.batch_alter_table("decision_extension", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_extension_decision_id"))

    op.drop_table("decision_extension")
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contribution_delegation_id"))

    op.drop_table("contribution")
    with op.batch_alter_table("review_round", schema=None) as batch_op:
        batch_op.drop_index("ix_review_round_state")
        batch_op.drop_index(batch_op.f("ix_review_round_initiative_id"))

    op.drop_table("review_round")
    with op.batch_alter_table("provision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provision_instrument_id"))
        batch_op.drop_index(batch_op.f("ix_provision_element_id"))

    op.drop_table("provision")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_state")
        batch_op.drop_index(batch_op.f("ix_decision_initiative_id"))

    op.drop_table("decision")
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_seat_one_per_initiative",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_seat_one_focal_point",
            sqlite_where=sa.text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
            postgresql_where=sa.text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_seat_person_id"))
        batch_op.drop_index(batch_op.f("ix_seat_delegation_id"))

    op.drop_table("seat")
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_revision_one_proposed",
            sqlite_where=sa.text("state = 'proposed'"),
            postgresql_where=sa.text("state = 'proposed'"),
        )
        batch_op.drop_index(batch_op.f("ix_revision_instrument_id"))

    op.drop_table("revision")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_initiative_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("element", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_element_instrument_id"))

    op.drop_table("element")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_initiative_id"))

    op.drop_table("theme")
    with op.batch_alter_table("sign_in_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_session_person_id"))

    op.drop_table("sign_in_session")
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_link_person_id"))

    op.drop_table("one_time_link")
    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_office_held_once",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_office_person_id"))
        batch_op.drop_index(batch_op.f("ix_office_initiative_id"))

    op.drop_table("office")
    with op.batch_alter_table("journal_body", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_body_object_id"))
        batch_op.drop_index(batch_op.f("ix_journal_body_audience_id"))

    op.drop_table("journal_body")
    with op.batch_alter_table("instrument", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instrument_initiative_id"))

    op.drop_table("instrument")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_initiative_id"))
        batch_op.drop_index("ix_delivery_inbox")
        batch_op.drop_index("ix_delivery_due")

    op.drop_table("delivery")
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegation_initiative_id"))

    op.drop_table("delegation")
    with op.batch_alter_table("bearer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bearer_initiative_id"))

    op.drop_table("bearer")
    with op.batch_alter_table("audience_space", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audience_space_space"))

    op.drop_table("audience_space")
    with op.batch_alter_table("space_log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_space_log_delegation_id"))

    op.drop_table("space_log")
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_attempt_email_at")
        batch_op.drop_index("ix_sign_in_attempt_address_at")

    op.drop_table("sign_in_attempt")
    op.drop_table("person")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    op.drop_table("journal_leaf")
    op.drop_table("journal_head")
    op.drop_table("initiative")
    with op.batch_alter_table("idempotency_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idempotency_key_at"))

    op.drop_table("idempotency_key")
    op.drop_table("heartbeat")
    op.drop_table("clock_offset")
    op.drop_table("audience")
