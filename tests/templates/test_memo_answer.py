"""What the memo answers and advises: its first page, its options and what would move them."""

from __future__ import annotations

import re

import pytest

from tests.analysis.parts import counts
from tests.templates.test_duress_memo import EARLY, FROM_TO, LASTING, LATE, REST, TWO_COUNTS, memo

TWO = counts(f"offense: robbery, {FROM_TO}", f"offense: fraud, {FROM_TO}")


def test_a_proffer_says_for_which_counts_what_is_offered_does_not_show_an_element() -> None:
    found = memo(TWO_COUNTS, charges=TWO)
    assert found["proffer/offers/offer/threat"].endswith(
        "For count 2: this, by a threat that demanded it. For count 1 each thing the element needs"
        " is shown."
    )
    one = memo(TWO_COUNTS.replace("count-2", "count-1"))
    assert one["proffer/offers/offer/threat"].endswith("\tEach thing the element needs is shown.")


def test_a_proffer_names_the_part_of_a_lasting_count_that_nothing_offered_shows() -> None:
    found = memo(LATE + EARLY + REST, charges=LASTING, district="nyed")
    assert found["proffer/offers/offer/threat"].endswith(
        "For count 1: this, over the part before Rogelio Tapia’s threat of September 14, 2024."
    )


NIGHT = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-14 01:50, continuing: yes}]
opportunities:
  - {id: inn, what: an inn, when: 2026-03-14 02:02, phone: no, safe: no, watched: yes}
  - {id: night, what: a night at home, when: 2026-03-14 %s, safe: yes, watched: no}
"""
NIGHTLY = counts(
    "offense: assault, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
    "offense: firearm_possession, start: 2026-03-14 02:00, end: 2026-03-14 06:00",
)


@pytest.mark.parametrize(
    ("body", "shows"),
    [
        (NIGHT % "02:03", "Each thing the element needs is shown. It is unsupported all the same, "
                          "because a rule of law defeats it: "),
        (NIGHT % "03:00", "For count 1 each thing the element needs is shown. For count 2 a rule "
                          "of law defeats it: "),
        (re.sub("  - {id: inn.*\n", "", NIGHT % "02:03"), "That a way out was closed, or was "
                          "tried. A rule of law defeats it: "),
    ],
)  # fmt: skip
def test_a_proffer_says_of_an_element_what_defeats_it(body: str, shows: str) -> None:
    found = memo(body, charges=NIGHTLY, district="ohnd")
    told = found["proffer/offers/offer/escape"].partition("\t")[2].partition("\t")[2]
    assert told.startswith(f"{shows}a night at home (March 14, 2026). ((")
    assert ")) Where there was a reasonable, legal alternative to breaking the law, the" in told
    assert "Bailey" in told


def test_a_proffer_says_for_which_counts_the_defense_is_not_to_be_had_or_not_known() -> None:
    charges = counts(f"offense: murder, {FROM_TO}", f"offense: kidnapping, {FROM_TO}")
    found = memo(TWO_COUNTS, charges=charges)
    assert found["proffer/barred"].startswith("For count 1 the authorities found say")
    assert found["proffer/unsettled"].startswith("Whether the Ninth Circuit has the defense for")
    assert "proffer/barred" not in memo(TWO_COUNTS, charges=TWO)


OPEN = TWO_COUNTS.partition("opportunities")[0].replace(" watching: yes,", "")
"""The same with nothing that shows whether there was a way out."""


def test_a_count_that_no_demand_reaches_is_told_in_the_answer_whatever_the_answer_is() -> None:
    found = memo(OPEN, charges=TWO)
    assert found["answer/duress"].startswith("It cannot be said yet.")
    assert found["answer/reach_of_demand"].startswith(
        "The threats recorded do not reach every count. What demanded count 2 (Rogelio Tapia’s"
        " threat of March 14, 2026"
    )
    assert found["answer/reach_of_demand"].endswith(
        "does not by itself show threat of death or serious bodily injury. Whether what was"
        " demanded reached that count is not known."
    )
    assert "answer/reach_of_demand" not in memo(
        OPEN.replace(", demanded_offense: count-1", ""), charges=TWO
    )


def test_whether_what_was_demanded_reached_such_a_count_is_to_be_established() -> None:
    id = "group/task/investigation/reach_of_demand"
    assert memo(OPEN, charges=TWO)[id].startswith(
        "Establish whether what was demanded reached every count: count 2. "
    )
    assert id not in memo(OPEN, charges=TWO, proceeding="sentencing")
    assert id not in memo(OPEN.replace(", demanded_offense: count-1", ""), charges=TWO)


STOP = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], against: [client], specific: yes, watching: yes,
     when: 2026-03-14 04:00}
opportunities:
  - {id: lane, what: a stop, when: 2026-03-14 04:30, watched: yes}
  - {id: booth, what: a talk with an officer, when: 2026-03-14 05:00, watched: no,
     authority_present: yes, asked_for_help: no}
"""


def test_an_authority_that_stands_unmet_against_a_supported_defense_is_named() -> None:
    found = memo(STOP)
    assert found["answer/duress"].startswith("Probably yes.")
    told = found["answer/against"]
    assert "On no reasonable opportunity to escape, and no legal alternative: a talk with" in told
    assert "Ibarra-Pino" in told
    assert "lets any of this defeat an element by itself." in told
    assert "answer/against" not in memo(STOP.replace("asked_for_help: no", "asked_for_help: yes"))


WILLING = """\
other_acts:
  - {id: text, kind: willingness, what: She wrote that she needed money., basis: recording,
     handling: open}
  - {id: pills, kind: drugs, what: She bought pills., basis: document, handling: open}
codefendants:
  - {id: mate, basis: document, person: rolo, role: drove, status: charged,
     statements: Said that she had asked to come.}
statements:
  - {id: told, to: an agent, when: 2026-03-14 09:00, custodial: yes, warned: yes,
     summary: Said so., omits_duress: yes,
     says: [{element: threat, against: yes, text: Said that nobody made her.}]}
evidence:
  - {id: report, kind: postarrest_statement, form: writing, what: The report, witness: friend,
     offered_by: government, traits: [leaves_out_duress], about: [told]}
opportunities:
  - {id: booth, what: a talk with an officer, when: 2026-03-14 05:00, watched: no,
     authority_present: yes, asked_for_help: no}
"""


def test_acts_and_statements_of_willingness_are_the_first_weak_points() -> None:
    told = memo(WILLING)["front/heading/weak"]
    named = ["needed money", "What Ms. Ruiz told", "What Rogelio Tapia has said", "A talk with"]
    places = [told.index(words) for words in named]
    assert places == sorted(places)
    assert "bought pills" not in told


def test_a_statement_and_the_report_about_it_are_one_weak_point() -> None:
    told = memo(WILLING)["front/heading/weak"]
    assert "The report" not in told
    assert "(threat): said that nobody made her. The government can put" in told
    assert "told of no threat" in told
    assert "The report" in memo(WILLING.replace(", about: [told]", ""))["front/heading/weak"]


FIRST = "offense: murder, minimum_months: life, start: 2026-03-14"
GUN = "offense: firearm_in_crime, minimum_months: 84, start: 2026-03-14"
FLOOR = "sentencing: {floor_months: %s}\n"
ABUSE = "experts: [{id: x, name: Dr. Roe, field: battering, topic: Fear.}]\n"
TWO_WAYS = "The statute names two ways below a minimum, and coercion is neither"


def test_the_fallback_leaves_a_count_of_mandatory_life_out_of_what_a_variance_reaches() -> None:
    life = counts(FIRST, "offense: kidnapping, minimum_months: 0, start: 2026-03-14")
    told = memo(FLOOR % "life", charges=life)["answer/fallback"]
    assert "Not so on count 1: after a conviction there the minimum is life" in told
    assert "is life, the minimum of count 1: it stands only after a conviction there." in told
    assert "Not so on" not in memo(FLOOR % "120")["answer/fallback"]


def test_the_fallback_names_only_the_ways_below_a_minimum_that_reach_a_count() -> None:
    gun = memo(FLOOR % "84", charges=counts(GUN))["answer/fallback"]
    assert "The one way below it that the statute leaves open here is the government’s" in gun
    assert TWO_WAYS not in gun
    drugs = "offense: drug_trafficking, minimum_months: 120, start: 2026-03-14"
    assert (
        f"{TWO_WAYS}; that nothing else"
        in memo(FLOOR % "120", charges=counts(drugs))["answer/fallback"]
    )
    both = memo(FLOOR % "204", charges=counts(drugs, GUN))["answer/fallback"]
    assert f"{TWO_WAYS}; the second reaches count 1 alone;" in both


def test_the_fallback_names_a_count_whose_own_minimum_is_more_than_the_floor_that_was_entered() -> (
    None
):
    fraud = "offense: drug_trafficking, minimum_months: 0, start: 2026-03-14"
    told = memo(FLOOR % "0", charges=counts(fraud, GUN))["answer/fallback"]
    assert (
        "Count 2 carries a minimum of 84 months by itself, more than the floor of 0 months that "
        "counsel entered: a conviction there would bring it." in told
    )
    assert "carries" not in memo(FLOOR % "84", charges=counts(fraud, GUN))["answer/fallback"]


def test_a_departure_for_abuse_is_named_where_battering_is_recorded_alone() -> None:
    assert "subservience" not in memo(FLOOR % "120")["answer/fallback"]
    assert "subservience" in memo(FLOOR % "120" + ABUSE)["answer/fallback"]


PAST = {"proceeding": "sentencing", "dates": "{sentencing: 2026-10-27}"}
PLEA = "plea_agreement: {id: plea, stage: signed, status: signed; %s plea entered June 16}\n"


def test_after_the_day_of_sentencing_judgment_and_appeal_come_first() -> None:
    found = memo("", **PAST)
    assert "[NEED: whether a notice of appeal was filed" in found["front/heading/at_once"]
    tasks = [id for id in found if id.startswith("group/task/")]
    assert tasks[0] == "group/task/sentencing/judgment_and_appeal"
    assert "no rule on the time to appeal is in the law library" in found["answer/past"]
    ahead = memo("", proceeding="sentencing", dates="{sentencing: 2026-12-27}")
    assert not {"front/heading/at_once", tasks[0]} & ahead.keys()


def test_with_a_conditional_plea_the_memo_serves_the_appeal_too() -> None:
    charges = counts(f"offense: escape, disposition: convicted, {FROM_TO}")
    found = memo(PLEA % "conditional", proceeding="sentencing", charges=charges)
    assert "the ruling that the plea keeps is on this defense" in found["answer/convicted"]
    assert "[NEED: the ruling appealed from" in found["answer/convicted"]
    assert "group/task/sentencing/kept_ruling" in found
    plain = memo(PLEA % "a", proceeding="sentencing", charges=charges)
    assert "the appeal" not in plain["answer/convicted"]
    assert "group/task/sentencing/kept_ruling" not in plain


DECIDED = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]
codefendants:
  - {id: mate, basis: document, person: rolo, role: drove, status: charged, coercer: yes}
engagement:
  other_clients: %s
  decisions: [{id: d, decision: testify, decided: not beside Mr. Tapia, decided_on: 2026-07-28}]
"""


def test_a_decision_not_to_testify_stands_with_every_option_that_needs_the_testimony() -> None:
    found = memo(DECIDED % "none")
    for option in ("trial_common_law", "cooperation"):
        words = "On whether to testify the client has decided: not beside Mr. Tapia."
        assert words in found[f"strategy/options/option/{option}"]
        assert found[f"option/also-decided/{option}/testify"].endswith(
            "Not beside Mr. Tapia (July 28, 2026)."
        )
    assert words in found["group/task/motion/sever_from_coercer"]
    assert "On whether to testify" not in found["strategy/options/option/mitigation"]


def test_a_client_of_the_office_who_made_the_threat_stands_on_page_one_and_first() -> None:
    found = memo(DECIDED % "the office represented Mr. Tapia in 2022")
    assert found["front/heading/conflict"].startswith(
        "Conflict\tRecorded of other clients: the office represented Mr. Tapia in 2022. Rogelio"
        " Tapia made a threat here and is charged too:"
    )
    tasks = [id for id in found if id.startswith("group/task/")]
    assert tasks[0] == "group/task/advice/conflict_named"
    assert "group/task/advice/conflicts_check" not in found
    kin = DECIDED.replace("  decisions", "  waivers: signed in May\n  decisions")
    named = memo(kin % "the office represented Mr. Tapia's cousin in 2022")
    words = "The entry names Rogelio Tapia, who made a threat here and is charged too, and does not"
    assert words in named["front/heading/conflict"]
    for id in ("front/heading/conflict", "group/task/advice/conflict_named"):
        assert "Recorded of waivers: signed in May." in named[id]
    assert "a client of its own" not in named["group/task/advice/conflict_named"]
    other = memo(DECIDED % "the office represented a witness in 2022")
    assert "front/heading/conflict" not in other
    assert "group/task/advice/conflicts_check" in other


CHOSEN = """\
events:
  - {id: stop, what: She stopped at a store., when: 2026-03-14 05:00}
  - {id: given, kind: dispossession, what: She laid the pistol down., when: 2026-03-14 06:00}
statements:
  - {id: first, to: an officer, when: 2026-03-14 07:00, summary: Said that she had driven through.,
     conflicts_with: [stop]}
  - {id: other, speaker: rolo, to: an officer, when: 2026-03-14 07:00, summary: Denied it.,
     conflicts_with: [stop]}
exhibit: {mode: fre_107, events: [stop, given]}
"""


def test_a_row_that_contradicts_the_client_is_told_with_what_the_client_said() -> None:
    told = memo(CHOSEN)["exhibit/event/stop"]
    assert "It contradicts the client. What Ms. Ruiz told an officer on March 14, 2026" in told
    assert told.endswith("said that she had driven through.")
    assert "Denied it" not in told
    plain = CHOSEN.replace(",\n     conflicts_with: [stop]", "")
    assert "exhibit/event/stop" not in memo(plain)


def test_a_row_that_shows_a_weapon_given_up_concedes_a_possession_that_is_charged() -> None:
    guns = counts(f"offense: firearm_possession, {FROM_TO}")
    told = memo(CHOSEN, charges=guns)["exhibit/event/given"]
    assert "It shows the weapon given up within the period of count 1" in told
    assert "exhibit/event/given" not in memo(CHOSEN)
    late = CHOSEN.replace("2026-03-14 06:00", "2026-03-14 09:00")
    assert "concedes possession" not in memo(late, charges=guns).get("exhibit/event/given", "")


ARMED = """\
events:
  - {id: shown, kind: offense, what: She pointed a gun., when: 2026-03-14 05:00, sources: [video]}
  - {id: gave, kind: surrender, what: She laid it down., when: 2026-03-14 06:00, sources: [video]}
  - {id: held, kind: arrest, what: She was arrested., when: 2026-03-14 06:30, sources: [video]}
opportunities:
  - {id: month, what: a month at home, when: between 2026-03-01 and 2026-03-31, watched: no,
     asked_for_help: no, safe: yes}
evidence:
  - {id: video, kind: surveillance_video, form: recording, what: Video, bates: G-1%s}
exhibit: {mode: sentencing, events: [shown, gave, held]}
"""


def test_a_row_of_the_offense_and_a_surrender_with_the_weapon_concede_what_is_charged() -> None:
    guns = counts(f"offense: firearm_possession, {FROM_TO}", f"offense: assault, {FROM_TO}")
    given = ARMED % ", traits: [gave_up_weapon]"
    found = memo(given, charges=guns)
    assert (
        "recorded as the offense within the period of counts 1 and 2"
        in found["exhibit/event/shown"]
    )
    assert "given up within the period of count 1:" in found["exhibit/event/gave"]
    assert "concedes possession" not in memo(ARMED % "", charges=guns).get("exhibit/event/gave", "")
    decided = memo(given, charges=guns.replace("assault, ", "assault, disposition: convicted, "))
    assert "within the period of count 1:" in decided["exhibit/event/shown"]


def test_an_opportunity_of_weeks_is_named_where_a_row_lies_in_it_and_not_at_an_arrest() -> None:
    found = memo(ARMED % "")
    assert (
        "A month at home (March 1, 2026 to March 31, 2026): Nobody watched the client in that"
        in (found["exhibit/event/shown"])
    )
    assert "in that time" not in found.get("exhibit/event/held", "")
    short = memo((ARMED % "").replace("between 2026-03-01 and 2026-03-31", "2026-03-14 05:00"))
    assert "Escape. Nobody watched the client at this moment" in short["exhibit/event/shown"]


def test_a_row_whose_only_source_is_held_back_is_not_left_to_others() -> None:
    sealed = ", handling: sealed"
    told = memo(ARMED % sealed)["before/held/shown"]
    assert "Its only source may not be shown: Video" in told
    assert told.endswith("Until one that may be shown is entered, the exhibit is refused.")
    other = "  - {id: report, kind: document, form: writing, handling: open, what: R, bates: G-2}\n"
    both = (ARMED % sealed).replace("[video]", "[video, report]")
    both = both.replace("exhibit: {mode", other + "exhibit: {mode")
    assert "See that the others bear out the row" in memo(both)["before/held/shown"]


VICTIM = """\
trafficking:
  {id: scr, basis: client_account, screened_by: A. Pike, force: yes, victim_at_offense: yes}
experts: [{id: x, name: Dr. Roe, field: battering, topic: Fear.}]
"""


def test_that_the_client_was_a_victim_is_recorded_and_still_to_be_proved() -> None:
    told = memo(VICTIM)["option/condition/trial_section_28/victim"]
    assert told.startswith("Recorded, and to be proved. The client must have been a victim of")
    assert "it has to be proved by more than the screen." in told
    assert "Experts recorded: Dr. Roe" in told


def test_a_statute_that_came_after_the_end_of_each_count_is_said_to_have_to_reach_it() -> None:
    before = counts("offense: fraud, start: 2025-03-01, end: 2025-06-01")
    during = counts("offense: fraud, start: 2025-03-01, end: 2026-03-01")
    words = "whether it reaches an offense that began %sbefore it was law"
    assert words % "and ended " in memo(VICTIM, charges=before)["answer/statute"]
    assert words % "" in memo(VICTIM, charges=during)["answer/statute"]


KEPT = """\
evidence:
  - {id: video, kind: border_video, form: recording, what: Port video,
     preservation: {status: %s, lost_after: %s}}
"""


def test_page_one_tells_what_is_due_next_and_what_may_be_lost() -> None:
    told = memo(KEPT % ("at_risk", "2026-12-01"))["front/heading/due"]
    assert told == "Due next\tDecember 1, 2026: After it evidence may be gone: Port video."
    dated = memo("", dates="{plea: 2026-12-16, arraignment: 2026-10-01}")["front/heading/due"]
    assert "December 16, 2026: Plea hearing." in dated
    assert "October" not in dated
    for status, day in (("secured", "2026-12-01"), ("at_risk", "2026-11-01")):
        assert "front/heading/due" not in memo(KEPT % (status, day)), (status, day)


def test_page_one_leaves_out_a_notice_that_nothing_recorded_calls_for() -> None:
    ordered = "{}\n  motion_deadline: {date: 2026-12-14, order: ECF No. 4}"
    assert "Notice" not in memo("", dates=ordered)["front/heading/due"]
    called = memo(ABUSE, dates=ordered)
    assert "Notice of expert evidence of a mental condition." in called["front/heading/due"]
    assert any("calls for it yet" in text for text in memo("", dates=ordered).values())


def test_page_one_keeps_what_was_missed() -> None:
    told = memo(KEPT % ("at_risk", "2026-11-01"))["front/heading/overdue"]
    assert told == "Overdue\tNovember 1, 2026: Since then evidence may be gone: Port video."
    assert "front/heading/overdue" not in memo(KEPT % ("secured", "2026-11-01"))
    ordered = "{}\n  motion_deadline: {date: 2026-11-02, order: ECF No. 4}"
    assert "November 2, 2026: Pretrial motions." in memo("", dates=ordered)["front/heading/overdue"]


RULED = (
    "events: [{id: e, what: The court refused an instruction on duress., when: 2026-10-02, %s}]\n"
)


def test_the_answer_begins_with_what_a_court_ruled_on_the_defense() -> None:
    found = memo(RULED % "duress_ruling: refused")
    first = next(text for id, text in found.items() if id.startswith("answer/"))
    assert first.startswith("A court in this case has ruled against the defense (October 2, 2026).")
    assert "The court refused an instruction on duress." in first
    assert any("refused is preserved" in text for id, text in found.items() if "task/motion" in id)
    allowed = memo(RULED % "duress_ruling: allowed")
    assert not [id for id in allowed if "refused_defense" in id]


def test_a_finding_of_a_court_that_speaks_of_the_defense_is_asked_about() -> None:
    asked = "whether this is a ruling on the defense, and which way it went"
    found = memo(RULED % "basis: court_finding")
    assert any(asked in text for text in found.values())
    answered = memo(RULED % "basis: court_finding, duress_ruling: allowed")
    assert not any(asked in text for text in answered.values())


@pytest.mark.parametrize(("sentencing", "kept"), [("2026-12-20", True), ("2026-11-02", False)])
def test_what_was_due_for_a_sentencing_is_overdue_until_that_is_past(
    sentencing: str, *, kept: bool
) -> None:
    dates = f"{{psr_disclosed: 2026-10-01, sentencing: {sentencing}}}"
    convicted = counts("offense: fraud, start: 2026-03-14, end: 2026-03-15, disposition: convicted")
    found = memo("", dates=dates, charges=convicted, proceeding="sentencing")
    assert ("front/heading/overdue" in found) is kept
    [told] = [text for id, text in found.items() if "still argued at sentencing" in text]
    assert told.startswith("Count 1 ended in a conviction; the coercion is still argued")


def test_money_that_was_given_up_is_told_as_given_up() -> None:
    paid = "benefits: [{id: b, basis: document, what: Cash, received: yes, given_up: yes}]\n"
    [told] = [text for id, text in memo(paid).items() if id.endswith("benefit/b")]
    assert "Received: yes, and given up at once." in told


def test_an_account_is_not_called_off_a_list_that_was_not_read() -> None:
    said = (
        "statements: [{id: s, to: an agent, when: 2026-03-14 08:00, summary: Told it.,"
        " says: [{element: surrender, text: He went in.}]}]\n"
    )
    words = "not on the list of this court"
    unread = " ".join(memo(said, district="paed").values())
    assert words not in unread
    assert "which could not be read in full, is not known." in unread
    assert words in " ".join(memo(said, district="casd").values())


UNTOLD = """\
threats:
  - {id: hand, speaker: rolo, kinds: [other_injury], against: [client], when: 2026-03-14 04:00}
  - {id: late, against: [client], when: after 2026-03-14}
opportunities: [{id: road, what: the drive back, when: 2026-03-14 09:00}]
"""
ENDLESS = counts("offense: firearm_acquisition, start: 2026-03-14 04:10, end: %s")


def test_a_fact_that_moves_the_first_verdict_alone_is_not_told_as_moving_the_second() -> None:
    told = memo(UNTOLD, charges=ENDLESS % "unknown", district="casd")["answer/persuasion"]
    assert "weakest element: threat of death or serious bodily injury." in told
    assert "Whether there is enough for the jury turns on [NEED: what was threatened]" in told
    assert "would leave the whole record weak." in told
    assert "If that comes out for" not in told


def test_what_moves_a_verdict_only_before_an_unknown_end_is_named_with_that_end() -> None:
    both = "when the offense ended (count 1), together with whether the client could have acted"
    open_ = memo(UNTOLD, charges=ENDLESS % "unknown", district="flnd")
    assert both in open_["sets/turnings/move/escape/against-unsupported-weak"]
    known = memo(UNTOLD, charges=ENDLESS % "2026-03-14 10:00", district="flnd")
    moved = [v for k, v in known.items() if "move/escape/" in k and "the drive back" in v]
    assert moved
    assert not [each for each in moved if "when the offense ended" in each]


ADMITTED = """\
statements:
  - {id: s, to: the government, when: 2026-05-29, summary: Spoke., protection: proffer_letter,
     says: [{element: escape, text: She could have gone., against: yes}]}
"""


def test_the_cross_on_an_admission_tells_it_and_what_limits_its_use() -> None:
    told = memo(ADMITTED)["testimony/cross/earlier_account.s"]
    assert told.startswith("Cross on earlier account: what Ms. Ruiz told the government on May 29")
    assert told.endswith("On escape: She could have gone. Its use may be limited: proffer letter.")


FLIGHT = "threats: [{id: t, speaker: rolo, kinds: [death], demand: hand over her son}]\n"


def test_that_nobody_demanded_what_is_charged_is_told_as_a_question_for_counsel() -> None:
    found = memo(FLIGHT)
    told = [text for id, text in found.items() if id.startswith("defenses/undemanded/")]
    assert told == [
        "No count that is charged is recorded as demanded by this threat. Demanded: hand over her"
        " son. For counsel: whether the client was forced by a person to commit the offense, or"
        " committed it in flight from harm."
    ]
    named = memo(FLIGHT.replace("son}", "son, demanded_offense: count-1}"))
    assert not any(id.startswith("defenses/undemanded/") for id in named)


@pytest.mark.parametrize(
    ("protection", "told"),
    [
        ("proffer_letter", "Protected (proffer letter)."),
        ("asylum_interview", "(asylum interview)."),
    ],
)
def test_the_accounts_say_what_protects_a_statement(protection: str, told: str) -> None:
    found = memo(ADMITTED.replace("proffer_letter", protection))
    (row,) = (
        text for id, text in found.items() if id.startswith("accounts/list/") and "Spoke" in text
    )
    assert told in row


CONTESTED = """\
threats:
  - {id: t, basis: client_account, speaker: rolo, words: Drive or die., kinds: [death],
     against: [client], when: 2026-03-14 04:05, %s, demand: drive, demanded_offense: count-1,
     continuing: yes}
opportunities:
  - {id: o, basis: client_account, what: a stop for fuel, when: 2026-03-14 05:00, watched: yes}
%sinvolvement: [{id: i, basis: client_account, what: Met., voluntary_association: no}]
"""
ALONE = """\
  - {id: p, basis: client_account, what: a stop alone, when: 2026-03-14 05:30, alone: yes,
     watched: no, authority_present: no, authority_corrupt: no, asked_for_help: no, safe: unknown}
"""


def test_the_element_that_has_the_verdict_is_named_with_what_hurts_it() -> None:
    # That somebody could fear it is not shown, and stands above what is weak.
    told = memo(CONTESTED % ("watching: no", ALONE), district="mad")["answer/persuasion"]
    assert "is weak; its weakest element: no reasonable opportunity to escape" in told
    assert "What decides it: a stop alone (March 14, 2026)" in told
    assert told.endswith(
        "Nobody watched the client at this moment, and the client did not ask for help."
    )


def test_where_the_list_was_not_read_the_elements_are_told_as_they_stand() -> None:
    told = memo(CONTESTED % ("specific: yes, watching: yes", ""), district="sdd")
    assert told["answer/persuasion"].endswith(
        "the strength of the defense is unknown, because the list was not read in full; each of"
        " the seven questions worked under Elements is contested."
    )


def test_one_conviction_among_counts_that_were_dismissed_is_one() -> None:
    ended = "offense: escape, disposition: %s, " + FROM_TO
    for second, words in (("dismissed", "The conviction stands"), ("convicted", "The convictions")):
        charges = counts(ended % "convicted", ended % second)
        found = memo(TWO_COUNTS, charges=charges, proceeding="sentencing")
        assert found["answer/convicted"].startswith(words)


def test_a_count_still_open_beside_a_conviction_is_not_told_as_one() -> None:
    ended = "offense: escape, disposition: %s, " + FROM_TO
    charges = counts(ended % "convicted", ended % "pending")
    found = memo(TWO_COUNTS, charges=charges, proceeding="sentencing")
    asked = found["question/asked"]
    assert (
        "convicted of a title (count 1, a statute) and still charged with a title (count 2" in asked
    )
    assert (
        "or if count 2 comes to trial: it is not recorded as decided." in found["answer/convicted"]
    )
    assert found["answer/fallback"].startswith("Count 1 ended in a conviction;")
    nothing = counts(ended % "pending", ended % "pending")
    found = memo(TWO_COUNTS, charges=nothing, proceeding="sentencing")
    assert "still charged" not in found["question/asked"]


def test_two_statements_of_a_day_to_the_same_person_are_told_by_their_hours() -> None:
    said = "  - {id: %s, basis: recording, to: Det. Q, when: 2026-05-03 %s, summary: S.%s}\n"
    one, other = said % ("s1", "19:50", ", conflicts_with: [s2]"), said % ("s2", "22:10", "")
    told = " ".join(memo(f"statements:\n{one}{other}").values())
    assert "told Det. Q on May 3, 2026, at 7:50 p.m." in told
    assert "told Det. Q on May 3, 2026, at 10:10 p.m." in told
    alone = " ".join(memo(f"statements:\n{other}").values())
    assert "told Det. Q on May 3, 2026" in alone
    assert "told Det. Q on May 3, 2026, at" not in alone


@pytest.mark.parametrize("words", ["none", "None.", "n/a"])
def test_a_waiver_of_nothing_is_no_waiver(words: str) -> None:
    plea = "plea_agreement: {id: p, status: signed, stage: signed, appeal_waiver: %s}\n"
    assert "plea_agreement/waiver" not in memo(plea % words)
    told = memo(plea % "Not to appeal a sentence in the range")["plea_agreement/waiver"]
    assert told.startswith("Appeal waiver. Not to appeal a sentence in the range.")


def test_what_counsel_entered_begins_a_sentence_with_a_capital() -> None:
    body = (
        "benefits: [{id: b, basis: document, what: rent paid by him, received: yes,"
        " when: 2026-03-02}]\n"
        "statements: [{id: s, basis: document, to: an agent, when: 2026-03-15, summary: Said it.,"
        " says: [{element: escape, text: she could have walked out, against: yes}]}]\n"
    )
    told = " ".join(memo(body).values())
    assert "Rent paid by him." in told
    assert "She could have walked out." in told
    for words in ("rent paid by him.", "she could have walked out."):
        assert f". {words}" not in told.replace(") ", " ")


BROUGHT = """\
witnesses: [{id: w, basis: witness, person: friend, knows: it, sponsors: [by-witness]}]
experts: [{id: x, name: Dr. Kay, field: digital, topic: origin, sponsors: [by-expert]}]
evidence:
  - {id: by-witness, kind: messages, form: writing, what: Texts}
  - {id: by-expert, kind: messages, form: writing, what: An extraction}
  - {id: by-none, kind: messages, form: writing, what: A letter}
"""


def test_a_way_in_is_missing_only_where_nobody_is_named_who_brings_the_item_in() -> None:
    found = memo(BROUGHT)
    ends = {
        id: found[f"matrix/items/item/{id}"].rpartition("\t")[2]
        for id in ("by-witness", "by-expert", "by-none")
    }
    assert ends == {
        "by-witness": "Teresa Soto",
        "by-expert": "Dr. Kay",
        "by-none": "[NEED: how the item comes in]",
    }
    assert found["matrix/unsponsored"] == "No way in is recorded for: A letter."
    asked = [text for text in found.values() if "[NEED: how the item comes in]" in text]
    assert asked
    assert not any("Texts" in text or "An extraction" in text for text in asked)


ESCAPED = (
    "threats: [{id: t, speaker: rolo, kinds: [death], against: [client], specific: yes,"
    " when: 2026-03-14 05:00}]\n"
    "opportunities:\n"
    "  - {id: inn, what: an inn, when: 2026-03-14 05:10, phone: no, safe: no, watched: yes}\n"
    "  - {id: stop, what: a stop, when: 2026-03-14 05:30, watched: no, %s}\n"
)


@pytest.mark.parametrize(
    ("inside", "turns"),
    [
        (
            "safe: unknown, asked_for_help: no",
            "This alone would turn that, if it came out against the defense: whether the client"
            " could have acted safely (a stop).",
        ),
        (
            "safe: yes, authority_corrupt: no",
            "This alone would turn that, if it came out for the defense: whether the client asked"
            " for help (a stop).",
        ),
        ("safe: no, asked_for_help: no", None),
    ],
)
def test_the_answer_names_a_missing_fact_that_alone_would_turn_it(
    inside: str, turns: str | None
) -> None:
    assert memo(ESCAPED % inside).get("answer/turns") == turns
