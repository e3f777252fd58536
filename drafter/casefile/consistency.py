"""What cannot be true together in one case file, whoever wrote it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from drafter.casefile.moments import Precision, Relation, WrittenMoment, parse_moment
from drafter.casefile.paths import FactAt, mappings_at, texts_at, texts_of
from drafter.casefile.references import CLIENT
from drafter.casefile.scalars import months_or_life, whole_number, yes_or_no
from drafter.casefile.terms import tells, terms_in
from drafter.errors import Problem
from drafter.yamlfile import Value, YamlFile, YamlPath

_COMPUTATIONS = ("sentencing.offense_manual", "sentencing.sentencing_manual")
_TERMS = (
    ("charges.*", "minimum_months", "maximum_months"),
    ("sentencing", "floor_months", "ceiling_months"),
    ("plea_agreement.agreed_range", "low", "high"),
    *((each, "low_months", "high_months") for each in _COMPUTATIONS),
)
"""Where a minimum and a maximum stand."""
_INVOKED = ("silence", "counsel")
_NOT_ALL = frozenset(("not_made", "withheld_for_fear", "incomplete"))


def consistency_problems(
    value: Mapping[str, Value], facts: Sequence[FactAt], file: YamlFile
) -> Iterator[Problem]:
    """Yield what contradicts itself: facts, people without an alias, the exhibit, charges.

    ``facts`` are those of ``value``.
    """
    case = dict(value)
    yield from _fact_problems(facts, file)
    yield from _silence_problems(case, file)
    yield from _disclosure_problems(case, file)
    yield from _person_problems(case, file)
    yield from _exhibit_problems(case, file)
    yield from _charge_problems(case, file)
    yield from _demand_problems(case, file)
    yield from _term_problems(case, file)
    yield from _level_problems(case, file)
    yield from _ask_problems(case, file)


def _fact_problems(facts: Sequence[FactAt], file: YamlFile) -> Iterator[Problem]:
    parents: dict[str, list[str]] = {}
    paths: dict[str, YamlPath] = {}
    for path, fact in facts:
        id = fact.get("id")
        if not isinstance(id, str):
            continue
        if named := [parent for _, parent in texts_of(fact, "derives_from")]:
            parents[id], paths[id] = named, path
        for at, other in texts_of(fact, "conflicts_with"):
            if other == id:
                message = f"`{id}` is said to conflict with itself."
                yield file.problem((*path, *at), message, "Name the other account.")
    for id in _circular(parents):
        message = f"`{id}` derives from itself, directly or by way of other facts."
        hint = "Break the circle: one of them is where the account began."
        yield file.problem((*paths[id], "derives_from"), message, hint)


def _circular(parents: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the facts from which a way leads back: those of one circle are in one group.

    The groups of Kosaraju: what leads to the fact that was left last, and is in no group
    yet.  To follow each fact's own way would be quadratic in a chain.
    """
    children: dict[str, list[str]] = defaultdict(list)
    for id, named in parents.items():
        for parent in named:
            children[parent].append(id)
    left = _walk(parents, parents, set())
    grouped = set[str]()
    for id in reversed(left):
        group = _walk([id], children, grouped)
        if len(group) > 1 or id in parents.get(id, ()):
            yield from group


def _walk(starts: Iterable[str], ways: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    """Return what is reached and was not ``seen``, each after all that it leads to."""
    left: list[str] = []
    for start in starts:
        waiting = [(start, iter(ways.get(start, ())))] if start not in seen else []
        seen.add(start)
        while waiting:
            id, rest = waiting[-1]
            new = next((each for each in rest if each not in seen), None)
            if new is None:
                left.append(id)
                waiting.pop()
            else:
                seen.add(new)
                waiting.append((new, iter(ways.get(new, ()))))
    return left


def _silence_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    """Who was silent left nothing out: no item may say so of a right that was invoked."""
    silent = {
        id: said.get("invoked") in _INVOKED
        for _, said in mappings_at(case, "statements.*")
        if said.get("speaker", CLIENT) == CLIENT and isinstance(id := said.get("id"), str)
    }
    for path, item in mappings_at(case, "evidence.*"):
        traits = {trait: at for at, trait in texts_of(item, "traits")}
        held = [silent[id] for _, id in texts_of(item, "about") if id in silent]
        if "leaves_out_duress" in traits and ("invoked_silence" in traits or (held and all(held))):
            yield file.problem(
                (*path, *traits["leaves_out_duress"]),
                "A right was invoked there, and silence leaves nothing out.",
                "Take `leaves_out_duress` out, or enter what was said before as a statement.",
            )


def _disclosure_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    """What was not told to the government, or not all, was not all of it truthfully told."""
    told = {of.get("disclosure") for _, of in mappings_at(case, "cooperation")}
    for path, valve in mappings_at(case, "sentencing.safety_valve"):
        answer = valve.get("truthful_disclosure")
        for disclosure in told & _NOT_ALL if _says_yes(answer) else ():
            message = f"It is recorded as made, and under `cooperation:` as {disclosure}."
            hint = "Let the two agree: a filing tells the court of it."
            yield file.problem((*path, "truthful_disclosure"), message, hint)


def _says_yes(answer: Value) -> bool:
    try:
        return yes_or_no(answer) is True
    except ValueError:
        return False  # the model says what is wrong with it


def _person_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    for path, person in mappings_at(case, "people.*"):
        protected = "protected" in person
        if "alias" not in person and (protected or _may_be_minor(person)):
            why = "is protected" if protected else "is or may be a minor"
            yield file.problem(
                path,
                f"{person.get('id', 'This person')} {why} and has no `alias:`.",
                "Outward documents print the alias instead of the name: initials, or `Person 1`.",
            )


def _may_be_minor(person: Mapping[str, Value]) -> bool:
    try:
        return yes_or_no(person.get("minor", "no")) is not False
    except ValueError:
        return False  # the model says what is wrong with it


def _exhibit_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    chosen = Counter(id for _, id in texts_at(case, "exhibit.events.*"))
    for id, times in chosen.items():
        if times > 1:
            message = f"`{id:.60}` is chosen {times} times."
            yield file.problem(("exhibit", "events"), message, "List each event once.")


def _charge_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    for path, charge in mappings_at(case, "charges.*"):
        start, end = _plain_day(charge.get("start")), _plain_day(charge.get("end"))
        if start and end and end < start:
            message = f"The offense ends on {charge['end']}, before it starts on {charge['start']}."
            yield file.problem((*path, "end"), message, "Check the two days.")


def _demand_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    for path, threat in mappings_at(case, "threats.*"):
        named = list(texts_of(threat, "demanded_offense"))
        first: dict[str, YamlPath] = {}
        for at, id in named:
            if first.setdefault(id, at) != at:
                message = f"The count `{id:.60}` is named twice."
                yield file.problem((*path, *at), message, "Name each count once.")


def _term_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    for pattern, least, most in _TERMS:
        for path, holder in mappings_at(case, pattern):
            floor, ceiling = _months(holder.get(least)), _months(holder.get(most))
            if floor is not None and ceiling is not None and ceiling < floor:
                message = f"The maximum, {holder[most]}, is below the minimum, {holder[least]}."
                yield file.problem((*path, most), message, "Check the two terms.")


def _level_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    for path, entered in mappings_at(case, *_COMPUTATIONS):
        steps = [entered.get("base_level")]
        steps += [step.get("levels") for _, step in mappings_at(entered, "adjustments.*")]
        levels = [level for each in steps if (level := _whole(each)) is not None]
        stated = _whole(entered.get("total_level"))
        if stated is not None and len(levels) == len(steps) and sum(levels) != stated:
            message = f"The levels add up to {sum(levels)}, and `total_level` is {stated}."
            hint = "Check each step and the total, which is their sum before the table’s ends."
            yield file.problem((*path, "total_level"), message, hint)


def _ask_problems(case: Value, file: YamlFile) -> Iterator[Problem]:
    """A filing prints the words in the place of the months, so they have to say the same."""
    for path, ask in mappings_at(case, "sentencing.ask"):
        words, months = ask.get("words"), _whole(ask.get("months"))
        if not isinstance(words, str) or months is None:
            continue
        if (terms := terms_in(words)) and not tells(words, months):
            told = " and ".join(str(each) for each in dict.fromkeys(terms))
            message = f"The words tell a term of {told} months, and `months:` is {months}."
            hint = "Let the two agree: a filing prints the term as the words have it."
            yield file.problem((*path, "words"), message, hint)


def _whole(value: Value) -> int | None:
    """Return a whole number; None for anything else."""
    try:
        number = whole_number(value)
    except ValueError:
        return None  # the model says what is wrong with it
    return number if isinstance(number, int) else None


def _months(value: Value) -> float | None:
    """Return a term that can be compared, life above all others; None for anything else."""
    try:
        term = months_or_life(value)
    except ValueError:
        return None  # the model says what is wrong with it
    return inf if term == "life" else term if isinstance(term, int) else None


def _plain_day(value: Value) -> tuple[int, int, int] | None:
    """Return the day that was written; None for anything less simple."""
    try:
        moment = parse_moment(value)
    except ValueError:
        return None
    if not isinstance(moment, WrittenMoment) or moment.relation is not Relation.AT:
        return None
    point = moment.start
    if point is None or point.precision is not Precision.DAY:
        return None
    return point.year, point.month, point.day
