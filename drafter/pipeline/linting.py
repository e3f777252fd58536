"""The linter with what only the layers below and above composition know: law, types, styles."""

from __future__ import annotations

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.composition.linting.lint import Linted, Linter
from drafter.composition.templating.folders import OFFICE, find
from drafter.doctrine import kinds
from drafter.errors import Problem, TemplateError
from drafter.facts.record import Record, record_of
from drafter.pipeline.session import Session
from drafter.word.writing.stationery import read_stationery
from drafter.word.writing.styles import style_key

_NOTHING = """\
schema: 1
id: nothing
matter:
  docket: none
  district: {district}
  office: none
  attorneys: [{{id: nobody, name: none, role: none}}]
  proceeding: trial
client: {{name: none, short_name: none, pronouns: they}}
charges: [{{id: count-1, count: 1, statute: none, title: none, offense: {offense}}}]
"""
"""A case of which nothing is recorded."""


def lint_templates(session: Session) -> Linted:
    """Find every fault of the templates of a run."""
    styles, problems = _styles(session)
    linter = Linter(
        session.folders, nothing_recorded(session), session.doctrine, styles.__contains__
    )
    linted = linter.lint()
    return Linted(linted.kinds, linted.files, (*problems, *linted.problems))


class _Styles(frozenset[str]):
    """The names of styles, however they are spelled."""

    def __contains__(self, name: object) -> bool:
        return not self or super().__contains__(style_key(str(name)))


def _styles(session: Session) -> tuple[_Styles, tuple[Problem, ...]]:
    """The paragraph styles of the style file; none, and why, where it cannot be read."""
    try:
        return _Styles(read_stationery(find(session.folders, OFFICE)).paragraphs), ()
    except TemplateError as error:
        return _Styles(), error.problems


def nothing_recorded(session: Session) -> Record:
    """Read a case of which nothing is recorded but what every case file has."""
    districts = session.library.only(kinds.DISTRICTS)
    offense = min(session.vocabulary.offenses)
    text = _NOTHING.format(district=districts.districts[0].id, offense=offense)
    return record_of(case_from(yamlfile.parse(text, "nothing"), session.vocabulary), districts)
