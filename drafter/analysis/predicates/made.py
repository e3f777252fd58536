"""Whether a threat was made before the offense was over, and whom it was against."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.analysis.predicates.order import both, earlier, either, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test
from drafter.casefile.coercion import Threat


def during(threat: Threat, setting: Setting) -> bool | None:
    """Whether it was made while a count that it was tied to went on."""
    made = setting.moment(threat.id)
    return either(
        *(
            both(negated(earlier(made, start)), negated(earlier(end, made)))
            for start, end in setting.windows_of(threat)
        )
    )


def _after_offense(threat: Threat, setting: Setting) -> bool | None:
    """Whether it was made when the offense was over; where that has no recorded end, open."""
    made = setting.moment(threat.id)
    begun = both(*(earlier(start, made) for start, _ in setting.windows_of(threat)))
    return both(begun, negated(during(threat, setting)))


def _too_late(threat: Threat, setting: Setting) -> bool | None:
    """The same of a threat that is known to have come after the offense began; else no."""
    made = setting.moment(threat.id)
    begun = (earlier(start, made) for start, _ in setting.windows_of(threat))
    return _after_offense(threat, setting) if both(*begun) else False


def in_time(threat: Threat, setting: Setting) -> bool | None:
    """Whether it was not made when the offense was over."""
    return negated(_too_late(threat, setting))


def only_after(threat: Threat, setting: Setting) -> bool | None:
    """Whether it came after the offense, and no other that may carry an element came in time.

    A later threat takes nothing from one that was made before; whether it helps is another
    question, which ``Setting.late`` answers for each by itself.
    """
    others = (each for each in setting.carrying.values() if each is not threat)
    if any(_after_offense(each, setting) is False for each in others):
        return False
    return _after_offense(threat, setting)


def _against(who: Callable[[str, Setting], bool]) -> Test[Threat]:
    """Test that somebody was threatened, and not only when the offense was over."""

    def holds(threat: Threat, setting: Setting) -> bool | None:
        if not threat.against:
            return None
        named = any(who(person, setting) for person in threat.against)
        return both(named, in_time(threat, setting))

    return Test(holds, ("against",), timed=True)


def _is_client(person: str, _: Setting) -> bool:
    return person == CLIENT


def _is_family(person: str, setting: Setting) -> bool:
    return setting.is_family(person)


def _is_other(person: str, setting: Setting) -> bool:
    return not (_is_client(person, setting) or _is_family(person, setting))


TARGET_TESTS: Mapping[str, Test[Threat]] = {
    "threat_to_client": _against(_is_client),
    "threat_to_family": _against(_is_family),
    "threat_to_other_person": _against(_is_other),
}
"""Whom a threat was against; one made when the offense was over reached nobody in time."""
