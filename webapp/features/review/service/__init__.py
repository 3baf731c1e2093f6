"""Every change of review rounds, contributions and comments."""

from webapp.features.review.service.answers import answer, conclude_round
from webapp.features.review.service.contributions import hand_in
from webapp.features.review.service.drafts import (
    CommentText,
    add_comment,
    edit_comment,
    remove_comment,
    save_statement,
)
from webapp.features.review.service.rounds import close_round, open_round, plan_round, remind

__all__ = [
    "CommentText",
    "add_comment",
    "answer",
    "close_round",
    "conclude_round",
    "edit_comment",
    "hand_in",
    "open_round",
    "plan_round",
    "remind",
    "remove_comment",
    "save_statement",
]
