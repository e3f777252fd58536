"""What documents say of a fact that meets a reason: the words of each answer a rule allows."""

from __future__ import annotations

from collections.abc import Mapping

ANSWERS: Mapping[str, str] = {
    "asked_for_help": "the client asked for help",
    "authority_asked": "the client asked an authority that was there for help",
    "authority_corrupt": "those in authority could not be trusted",
    "battering_expert": "an expert on battering is named",
    "believed_police_futile": "the client believed that going to the police was of no use",
    "benefit_refused": "what was offered was refused",
    "bona_fide_surrender_effort": "the client made an effort to surrender",
    "could_not_foresee_demand": "what would be demanded could not be foreseen",
    "demand_tied_to_offense": "what was demanded is charged",
    "gave_up_weapon": "the weapon was given up",
    "took_steps_to_give_up": "steps to give the weapon up were begun",
    "in_custody_of_coercer": "the client was held by whoever made the threat",
    "item_shows_presence": "it shows the coercer or an agent there",
    "mentions_duress": "it tells of the threat",
    "no_voluntary_association": "the client did not keep that company by choice",
    "of_time_under_threat": "it stood at every moment since it was made that the item shows",
    "opportunity_unsafe": "it was not safe to act",
    "shows_call_for_help": "it shows a call for help",
    "surrendered_when_safe": (
        "the client surrendered within a day of the first safe moment (a day is our working figure)"
    ),
    "threat_continuing": "the threat went on",
    "threat_during_offense": "a threat was made during the offense",
    "threat_of_death": "death was threatened",
    "threat_of_serious_injury": "serious injury was threatened",
    "threat_specific": "the threat was specific",
    "threat_to_client": "the client was threatened",
    "threat_to_the_end": "the threat went on",
    "threat_unabated": "the threat went on",
    "threat_to_family": "one of the family was threatened",
    "threat_within_the_hour": "a threat was made within the hour before the offense",
    "threat_within_hours": "a threat was made within a day of the offense",
    "threatener_watching": "whoever made the threat was watching",
    "watched": "the client was watched",
    "watched_beforehand": "the client was watched before the offense began",
}
"""By predicate; one that no rule takes for an answer has none."""
