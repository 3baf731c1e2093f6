"""The database itself refuses to change the journal; a body and its salt may only be erased, together."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANGED = "an entry of the journal cannot be changed or taken away"
ALTERED = "body and salt of an entry can only be erased, together"

# SQLite runs no DELETE trigger for a row that INSERT OR REPLACE takes away, hence the two on INSERT.
SQLITE = {
    "journal_leaf_update": ("UPDATE ON journal_leaf", "", CHANGED),
    "journal_leaf_delete": ("DELETE ON journal_leaf", "", CHANGED),
    "journal_leaf_replace": (
        "INSERT ON journal_leaf",
        "EXISTS (SELECT 1 FROM journal_leaf WHERE chain = NEW.chain AND sequence = NEW.sequence)",
        CHANGED,
    ),
    "journal_body_update": (
        "UPDATE ON journal_body",
        "NOT (NEW.body IS NULL AND NEW.salt IS NULL AND NEW.chain IS OLD.chain"
        " AND NEW.sequence IS OLD.sequence AND NEW.audience_id IS OLD.audience_id"
        " AND NEW.action IS OLD.action AND NEW.object_id IS OLD.object_id)",
        ALTERED,
    ),
    "journal_body_delete": ("DELETE ON journal_body", "", CHANGED),
    "journal_body_replace": (
        "INSERT ON journal_body",
        "EXISTS (SELECT 1 FROM journal_body WHERE chain = NEW.chain AND sequence = NEW.sequence)",
        CHANGED,
    ),
}

POSTGRESQL = (
    f"""
    CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '{CHANGED}';
    END $$
    """,
    f"""
    CREATE FUNCTION journal_only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
            OR (NEW.chain, NEW.sequence, NEW.audience_id, NEW.action, NEW.object_id)
                IS DISTINCT FROM (OLD.chain, OLD.sequence, OLD.audience_id, OLD.action, OLD.object_id)
        THEN
            RAISE EXCEPTION '{ALTERED}';
        END IF;
        RETURN NEW;
    END $$
    """,
    "CREATE TRIGGER journal_leaf_row BEFORE UPDATE OR DELETE ON journal_leaf"
    " FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
    "CREATE TRIGGER journal_leaf_all BEFORE TRUNCATE ON journal_leaf"
    " FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
    "CREATE TRIGGER journal_body_update BEFORE UPDATE ON journal_body"
    " FOR EACH ROW EXECUTE FUNCTION journal_only_erase()",
    "CREATE TRIGGER journal_body_delete BEFORE DELETE ON journal_body"
    " FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
    "CREATE TRIGGER journal_body_all BEFORE TRUNCATE ON journal_body"
    " FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in POSTGRESQL:
            op.execute(statement)
        return
    for name, (event, condition, words) in SQLITE.items():
        when = f" WHEN {condition}" if condition else ""
        op.execute(f"CREATE TRIGGER {name} BEFORE {event}{when} BEGIN SELECT RAISE(ABORT, '{words}'); END")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION journal_refuse() CASCADE")
        op.execute("DROP FUNCTION journal_only_erase() CASCADE")
        return
    for name in SQLITE:
        op.execute(f"DROP TRIGGER {name}")
