"""The pages of the matrix."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.factories.cast import Cast
from tests.features.drafting.acts import Draft
from tests.features.review.text import Move, close_round, hand_in, open_round, write
from tests.features.review.text import TextUnderReview as Text
from tests.support.statements import counted_statements
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.instruments import service
from webapp.features.instruments.rules.drafting import ProvisionDraft, Responsibility, Share
from webapp.features.instruments.rules.enums import Phase, Strength

SignIn = Callable[[str], FlaskClient]
PAGE = "/i/mac/responsibilities"
OURS = f"{PAGE}/ours"


def assign(
    draft: Draft,
    action: str,
    bearers: tuple[str, ...],
    *,
    theme: str = "warning",
    phase: Phase = Phase.PREPAREDNESS,
    strength: Strength = Strength.SHOULD,
) -> str:
    """Add a responsibility that nobody leads to the rolling text."""
    responsibility = Responsibility(
        bearers=tuple(Share(draft.cast.bearers[name]) for name in bearers),
        beneficiary="migrants at sea",
        action=action,
        theme_id=draft.cast.themes[theme],
        phases=(phase,),
        strength=strength,
    )
    with unit_of_work() as work:
        chair = draft.cast.actor("chair_phl", work.session)
        place = draft.cast.initiative_id
        draft_of = ProvisionDraft(f"They {strength} {action}.", responsibility)
        return service.add_provision(
            work, chair, place, draft.instrument_id, draft.principle, draft_of, after=None
        ).id


def shown(client: FlaskClient, path: str = PAGE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


@pytest.fixture
def assigned(draft: Draft) -> Draft:
    """A revision with an overlap, a gap that nobody has and a gap with "may"; papers are well kept."""
    assign(draft, "sound the siren", ("States of origin", "Relief organisations"), strength=Strength.SHALL)
    assign(
        draft, "carry warnings", ("Relief organisations",), phase=Phase.POST_CRISIS, strength=Strength.SHOULD
    )
    draft.issue()
    return draft


def test_before_the_zero_draft_the_page_says_so(draft: Draft, client_for: SignIn) -> None:
    for path in (PAGE, OURS):
        assert "No revision is issued yet" in shown(client_for("head_mwuf"), path)
    assert "Open the rolling text" in shown(client_for("chair_phl"))


def test_the_totals_are_a_sentence_whose_numbers_are_doors(assigned: Draft, client_for: SignIn) -> None:
    page = shown(client_for("head_obs"))
    assert 'The zero draft names <a href="#table">3 responsibilities</a>.' in page
    assert '<a href="#gaps">One gap</a>: nobody is named, or only with “may”.' in page
    assert '<a href="#overlaps">One overlap</a>: several bearers, and nobody leads.' in page


def test_an_entry_says_strength_number_action_and_status(assigned: Draft, client_for: SignIn) -> None:
    page = shown(client_for("head_obs"))
    entry = 'should <a href="/i/mac/text/0#p1.3">1.3</a> <span lang="en" dir="ltr">return passports</span>'
    assert page.count(entry) == 4
    assert page.count('<span class="small soft">· leads</span>') == 2
    assert "not discussed</span></li>" in page


def test_gaps_and_overlaps_are_marked_with_words_and_listed(assigned: Draft, client_for: SignIn) -> None:
    page = shown(client_for("head_obs"))
    assert page.count('<li class="over"><span class="word">overlap: nobody leads</span>') == 2
    assert '<td class="gap"><span class="word">gap: nobody</span><ul><li>warning</li></ul></td>' in page
    assert "<b>warning, emergency response</b> <span>Nobody is named.</span>" in page
    assert "States of origin, Relief organisations: each shall, and nobody leads." in page


def test_what_is_only_permitted_is_marked_as_a_gap(draft: Draft, client_for: SignIn) -> None:
    assign(draft, "fly kites", ("Employers",), strength=Strength.MAY)
    draft.issue()
    page = shown(client_for("head_obs"))
    assert '<li class="gap"><span class="word">gap: only “may”</span> may' in page
    assert "Only “may”:" in page
    assert '<td class="gap"><span class="word">gap: only “may”</span><ul>' in shown(
        client_for("head_obs"), f"{PAGE}?rows=themes"
    )


def test_the_rows_may_be_themes(assigned: Draft, client_for: SignIn) -> None:
    page = shown(client_for("head_obs"), f"{PAGE}?rows=themes")
    assert "Responsibilities by theme and phase" in page
    assert '<th scope="row">papers and proof</th>' in page
    assert "· Employers (leads), States of origin" in page
    assert "not in the mandate" in page


def test_one_theme_alone(assigned: Draft, client_for: SignIn) -> None:
    client = client_for("head_obs")
    page = shown(client, f"{PAGE}?theme=papers+and+proof")
    assert "return passports" in page
    assert "sound the siren" not in page
    assert "On the theme “papers and proof”, the zero draft names" in page
    assert "No gap. No overlap." in page
    assert client.get(f"{PAGE}?theme=the+moon").status_code == 404


def test_a_superseded_revision_keeps_its_matrix_without_today_s_statuses(
    assigned: Draft, client_for: SignIn
) -> None:
    assign(assigned, "keep watch", ("Employers",), phase=Phase.EMERGENCY_RESPONSE)
    assigned.issue()
    client = client_for("head_obs")
    old, new = shown(client, f"{PAGE}?revision=0"), shown(client)
    assert "This revision is superseded." in old
    assert "keep watch" not in old
    assert 'class="status' not in old
    assert "keep watch" in new
    assert "No gap." in new
    assert client.get(f"{PAGE}?revision=7").status_code == 404
    assert client.get(f"{PAGE}?instrument=none").status_code == 404


def test_the_rolling_text_does_not_show(assigned: Draft, client_for: SignIn) -> None:
    assign(assigned, "canary in the rolling text", ("Employers",))
    assigned.propose()
    for who in ("head_mwuf", "chair_phl"):
        for path in (PAGE, f"{PAGE}?rows=themes", OURS):
            assert "canary" not in shown(client_for(who), path)


def test_an_outsider_finds_no_matrix(assigned: Draft, client_for: SignIn) -> None:
    for path in (PAGE, OURS):
        assert client_for("outsider").get(path).status_code == 404


def test_what_would_be_ours_is_what_our_constituency_bears(assigned: Draft, client_for: SignIn) -> None:
    page = shown(client_for("head_mwuf"), OURS)
    assert "The zero draft gives two responsibilities to bearers of your constituency." in page
    assert "Relief organisations" in page
    assert "with others, and nobody leads: States of origin, Relief organisations" in page
    assert "return passports" not in page
    employers = shown(client_for("head_empl"), OURS)
    assert "return passports" in employers
    assert "Towards: their workers" in employers


def test_who_has_no_delegation_is_not_asked_what_would_be_ours(assigned: Draft, client_for: SignIn) -> None:
    client = client_for("officer_free")
    assert "What would be ours" not in shown(client)
    assert client.get(OURS).location == PAGE


def test_comments_on_a_marked_provision_are_counted_for_whoever_may_read_them(
    cast: Cast, draft: Draft, client_for: SignIn, moved_clock: Move
) -> None:
    siren = assign(draft, "sound the siren", ("States of origin", "Employers"))
    revision = draft.issue()
    under_review = Text(draft.instrument_id, revision.id, (siren, draft.papers))
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, siren, "Say who leads.")
    own = shown(client_for("head_mwuf"))
    assert "1 comment" in own
    assert "Propose a responsibility in your delegation’s contribution to round 1" in own
    assert "1 comment" not in shown(client_for("head_iom"))
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    page = shown(client_for("head_iom"))
    assert re.search(rf'<a href="/i/mac/text/0\?open={siren}#p1\.\d">1 comment</a>', page)
    assert "Propose a responsibility" not in page


def statements_again(client: FlaskClient) -> list[str]:
    """What the pages ask when they are opened once more, with what is kept in memory."""
    paths = (PAGE, f"{PAGE}?rows=themes", OURS)
    for path in paths:
        shown(client, path)
    with counted_statements() as statements:
        for path in paths:
            shown(client, path)
    return statements


def test_the_number_of_statements_does_not_grow_with_the_text(assigned: Draft, client_for: SignIn) -> None:
    client = client_for("head_obs")
    short = statements_again(client)
    for place in range(20):
        assign(assigned, f"act {place}", ("States of origin", "Employers", "Relief organisations"))
    assigned.issue()
    long = statements_again(client)
    assert len(long) == len(short), "\n".join(long)


def test_the_pages_are_valid_html(assigned: Draft, client_for: SignIn) -> None:
    found = {
        (who, path): faults(client_for(who).get(path).text)
        for who in ("head_mwuf", "chair_phl", "officer_free")
        for path in (PAGE, f"{PAGE}?rows=themes", f"{PAGE}?theme=warning", OURS)
        if (who, path) != ("officer_free", OURS)
    }
    assert {key: one for key, one in found.items() if one} == {}
