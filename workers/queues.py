"""The queues, each with what runs in it. A worker listens to all of them."""

OUTBOX = "outbox"
"""Reactions to events."""
CLOCK = "clock"
"""What is due at a moment: opening, reminding, closing."""
MAIL = "mail"
"""Handing mails to the mail server."""
UPKEEP = "upkeep"
"""Signs of life, clearing away, repairing."""

QUEUES = (OUTBOX, CLOCK, MAIL, UPKEEP)

ROUTES = {
    "workers.outbox.*": {"queue": OUTBOX},
    "workers.review.*": {"queue": CLOCK},
    "workers.decisions.*": {"queue": CLOCK},
    "workers.notifications.*": {"queue": MAIL},
    "workers.search.*": {"queue": UPKEEP},
    "workers.upkeep.*": {"queue": UPKEEP},
}
"""Which queue a task goes to."""
