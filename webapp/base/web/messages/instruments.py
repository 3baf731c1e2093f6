"""Sentences of the instruments feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

INSTRUMENTS: Sentences = {
    "notation.unclosed_bracket": Message(
        _l(
            "The bracket at “%(near)s” is opened and never closed. Close it with ], or write \\[ for the character itself."
        )
    ),
    "notation.nested_bracket": Message(
        _l(
            "The bracket at “%(near)s” is opened inside another one. Close the first, or write \\[ for the character."
        )
    ),
    "notation.stray_bracket": Message(
        _l(
            "The bracket at “%(near)s” closes what was never opened. Open it with [, or write \\] for the character."
        )
    ),
    "notation.unclosed_emphasis": Message(
        _l("The emphasis at “%(near)s” has no end. End it with *, or write \\* for the character itself.")
    ),
    "notation.empty_emphasis": Message(
        _l(
            "There are no words between the two * at “%(near)s”. Write words there, or \\* for the character itself."
        )
    ),
    "symbol.too_long": Counted(
        "The document symbol is %(length)s characters long; at most %(limit)s character fits.",
        "The document symbol is %(length)s characters long; at most %(limit)s characters fit.",
        by="limit",
    ),
    "symbol.malformed": Message(
        _l(
            "“%(stem)s” cannot be a document symbol. Write capital letters, figures and slashes, as in MAC/VP/2026/1."
        )
    ),
    "snapshot.malformed": Message(
        _l("This text was not exported by Concord, or it was changed since. Nothing was taken over.")
    ),
    "instruments.symbol_taken": Message(
        _l(
            "Another text has the document symbol %(stem)s. A symbol is never given twice; choose another one."
        )
    ),
    "instruments.no_bearers": Message(_l("Choose at least one bearer.")),
    "instruments.no_beneficiary": Message(_l("Write towards whom the responsibility is.")),
    "instruments.no_action": Message(_l("Write in a few words what is to be done.")),
    "instruments.no_phases": Message(_l("Choose at least one phase.")),
    "instruments.no_strength": Message(_l("Choose how strongly it binds.")),
    "instruments.strength_differs": Message(
        _l("The sentence says “%(words)s”. Choose the strength that it has, or change the sentence.")
    ),
    "instruments.one_leads": Message(_l("Only one bearer can lead.")),
    "instruments.lead_not_bearer": Message(_l("Who leads must be one of the bearers.")),
    "instruments.bearer_twice": Message(_l("Name each bearer once.")),
    "instruments.element_not_empty": Counted(
        "It still holds %(provisions)s provision. Move or remove it first.",
        "It still holds %(provisions)s provisions. Move or remove them first.",
        by="provisions",
    ),
}
