"""What each proceeding still decides, and what lies behind it.

Whatever turns on the kind of a proceeding asks here, so that a new one is one line.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.casefile.matter import Matter, Proceeding


class Course(Struct, frozen=True):
    """What the court still has to do in a proceeding."""

    tries: bool = False
    """The counts are still to be decided, by a trial or by a plea."""
    sentences: bool = False
    """It ends in a sentence for the counts of the case file."""
    judged: bool = False
    """A sentence was imposed, and it asks something about that judgment."""
    violation: bool = False
    """The counts of the case file are violations of a release, and no charged offenses."""

    @property
    def read(self) -> bool:
        """Whether the law library has law of what it decides."""
        return self.tries or self.sentences


_JUDGED, _SENTENCE = Course(judged=True), Course(sentences=True)
_COURSES: Mapping[Proceeding, Course] = {
    Proceeding.TRIAL: Course(tries=True),
    Proceeding.PLEA: Course(tries=True, sentences=True),
    Proceeding.SENTENCING: _SENTENCE,
    Proceeding.REMAND: _SENTENCE,
    Proceeding.REVOCATION: Course(violation=True),
    Proceeding.SECTION_2255: _JUDGED,
    Proceeding.SENTENCE_REDUCTION: _JUDGED,
    Proceeding.SECTION_3771A: _JUDGED,
}


def course_of(matter: Matter) -> Course:
    """What the proceeding of a case decides; after a vacatur under § 2255 that is a sentence."""
    if matter.proceeding is Proceeding.SECTION_2255 and matter.after_2255_vacatur:
        return _SENTENCE
    return _COURSES[matter.proceeding]
