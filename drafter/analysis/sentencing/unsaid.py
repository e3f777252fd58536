"""What a plea agreement is not recorded to say."""

from __future__ import annotations

from drafter.casefile.plea import Argument, PleaAgreement
from drafter.facts.gaps import Gap


def unsaid(argument: Argument, agreement: PleaAgreement) -> Gap:
    """The gap of an argument that no recorded term of the agreement is about.

    An entry closes it; on `unclear`, which counsel has to settle, nothing is filed that argues it.
    """
    words = argument.value.replace("_", " ")
    phrase = f"what the plea agreement says on {words}"
    return Gap(f"{agreement.id}.arguments.{argument}", phrase, agreement.id, agreement.noun)
