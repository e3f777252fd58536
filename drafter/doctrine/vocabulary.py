"""The words that law data and analysis share: what a record may ask of a case.

A predicate is a yes-or-no question about one fact of a case.  Analysis answers
every predicate listed here; a law file that asks another one does not load.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Direction(StrEnum):
    """What a reason does to an element."""

    ESTABLISHES = "establishes"
    HELPS = "helps"
    HURTS = "hurts"
    DEFEATS = "defeats"


class Concept(StrEnum):
    """The nine ideas of which every circuit's list is made."""

    THREAT = "threat"
    IMMEDIACY = "immediacy"
    FEAR = "fear"
    ESCAPE = "escape"
    NOT_RECKLESS = "not_reckless"
    CAUSATION = "causation"
    BREVITY = "brevity"
    DISPOSSESSION = "dispossession"
    SURRENDER = "surrender"


COURTS = (
    "scotus", "ca1", "ca2", "ca3", "ca4", "ca5", "ca6", "ca7", "ca8", "ca9", "ca10", "ca11", "cadc",
)  # fmt: skip

THREAT_PREDICATES = frozenset({
    "threat_of_death", "threat_of_serious_injury", "threat_of_lesser_injury", "threat_to_property",
    "threat_of_blackmail", "threat_economic", "threat_to_job", "threat_of_embarrassment",
    "threat_of_deportation", "threat_of_legal_process", "threat_to_take_child",
    "threat_specific", "threat_generalized", "threat_of_future_harm", "threat_by_person",
    "threat_to_client", "threat_to_family", "threat_to_other_person",
    "threatener_present", "threatener_watching", "threatener_absent", "threatener_over_client",
    "harm_to_come_later", "watched_in_part",
    "threatener_capable", "credible_threat", "prior_violence", "violence_after_threat",
    "threat_repeated",
    "threat_during_offense", "threat_within_the_hour", "threat_over_an_hour_before",
    "threat_within_hours", "threat_days_before", "threat_weeks_before",
    "threat_continuing", "threat_to_the_end", "threat_unabated", "threat_ended_before_offense",
    "threat_after_offense", "threat_made_in_time", "threat_long_before_a_count",
    "demand_tied_to_offense", "demand_not_tied_to_offense",
})  # fmt: skip
"""About one threat, or about the threats of a case together."""

OPPORTUNITY_PREDICATES = frozenset({
    "client_had_phone", "client_had_no_phone", "client_alone", "unwatched", "watched",
    "other_people_present", "authority_present", "authority_corrupt", "authority_near_only",
    "asked_for_help", "authority_asked", "no_call_to_police", "no_attempt_to_contact_authority",
    "believed_police_futile", "in_custody_of_coercer", "returned_to_coercer",
    "reporting_dangerous", "left_alone_with_means_to_leave", "refused_or_tried_to_refuse",
    "refused_beforehand", "refused_meanwhile", "unwatched_during_offense", "safe_during_offense",
    "help_not_sought_afterward", "watched_beforehand", "unwatched_beforehand",
    "no_opportunity_recorded", "not_after_offense", "opportunity_safe", "opportunity_unsafe",
    "way_out_found_by_court",
})  # fmt: skip
"""About one moment at which help or escape was possible, or about all of them."""

CONDUCT_PREDICATES = frozenset({
    "joined_gang", "voluntary_association", "no_voluntary_association", "knew_of_violence",
    "could_foresee_demand", "could_not_foresee_demand",
    "debt_to_coercer", "same_conduct_unforced", "earlier_trip", "willing_statement",
    "willing_after_threat",
    "paid_to_client", "no_benefit", "benefit_refused",
    "stopped_when_threat_ended", "stopped_with_threat", "continued_after_threat_ended",
    "continued_after_every_threat_ended", "demanded_count_over",
    "kept_weapon_after_threat", "gave_up_weapon", "took_steps_to_give_up", "fled_with_weapon",
    "surrendered_when_safe", "surrendered_late", "arrested_without_surrender",
    "contacted_authority_first", "normal_activities_after", "bona_fide_surrender_effort",
    "no_surrender_effort", "no_safe_moment_missed",
    "battering_relationship", "battering_expert", "mental_condition_offered",
})  # fmt: skip
"""About how the client came to it, and what the client did then and afterward."""

ITEM_PREDICATES = frozenset({
    "dated_before_offense", "dated_during_offense", "after_offense", "leaves_out_duress",
    "mentions_duress", "item_shows_presence", "item_shows_absence", "item_shows_movement",
    "item_shows_phone", "of_time_of_offense", "of_time_after_threat", "of_time_under_threat",
    "disputes_threat", "conflicts_with_threat",
    "made_by_client", "made_by_threatener", "after_warnings", "invoked_silence",
    "conflicts_with_account", "agrees_with_account", "shows_other_calls", "shows_call_for_help",
    "step_in_time", "item_on_group", "item_shows_fear", "about_threat", "of_violence",
    "dated_before_threat", "violence_in_time",
    "told_before_offense", "told_during_offense", "told_after_offense", "tells_of_threat",
})  # fmt: skip
"""About one item of evidence."""

NOT_IN_ITEMS = frozenset({
    "threat_days_before", "threat_weeks_before", "threat_over_an_hour_before",
    "threat_within_hours", "threat_long_before_a_count", "threat_of_future_harm",
    "threat_ended_before_offense", "threat_after_offense", "continued_after_threat_ended",
    "continued_after_every_threat_ended",
    "threat_to_family", "threat_to_other_person",
    "threat_generalized", "demand_not_tied_to_offense", "threatener_absent",
})  # fmt: skip
"""Of a threat: counted from the record, law, or what was not said.  No source of it shows that."""

ADMISSION_PREDICATES: Mapping[Concept, str] = {each: f"admission_on_{each}" for each in Concept}
"""About a statement of the client's: whether it admits what speaks against an element."""

PREDICATES = (
    THREAT_PREDICATES
    | OPPORTUNITY_PREDICATES
    | CONDUCT_PREDICATES
    | ITEM_PREDICATES
    | frozenset(ADMISSION_PREDICATES.values())
)
"""Every question a law record may ask in ``when:`` or ``unless:``."""
