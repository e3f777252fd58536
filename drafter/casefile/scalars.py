"""How one scalar of a case file is read: text in, a checked value out, nothing coerced.

The YAML reader hands every scalar over as the text that was typed (or None where
nothing was), so `no`, `010` and `21:40` reach these functions unharmed.  A
function raises ValueError with a sentence that says what would be right.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated
from unicodedata import category

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_CASE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
YEARS = range(1900, 2101)
"""Any other year is a slip of the pen."""
_DOCKET = re.compile(r"(\d+-)?\d{2,4}-(cr|cv|mj)-\d+.*")
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Classes of characters that show nothing: controls, marks of direction and width, blanks."""
_YES_NO = {"yes": True, "true": True, "no": False, "false": False, "unknown": None}


def whole_number(value: object) -> object:
    """Read `12`; refuse `012`, `12.0`, `1e3` and a number with commas."""
    if isinstance(value, str):
        if _WHOLE.fullmatch(value):
            return int(value)
        raise ValueError("write a whole number in digits, like 12, without commas or leading zeros")
    return value


def months_or_life(value: object) -> object:
    """Read a term in months, or `life` (kept as the word)."""
    if value == "life" or isinstance(value, int):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value) and not value.startswith("-"):
        return int(value)
    raise ValueError("write the months in digits, like 240, or life")


def yes_or_no(value: object) -> object:
    """Read yes, no or unknown; unknown and nothing are both None, which is a gap."""
    if isinstance(value, str):
        if value.lower() in _YES_NO:
            return _YES_NO[value.lower()]
        raise ValueError("write yes, no or unknown")
    return value


def calendar_day(value: object) -> object:
    """Read `2026-03-14` and refuse every other way to write a date."""
    if isinstance(value, str):
        match = _DAY.fullmatch(value)
        if not match:
            raise ValueError("write the date as YYYY-MM-DD, like 2026-03-14")
        year, month, day = (int(part) for part in match.groups())
        if year not in YEARS:
            raise ValueError(f"the year {year:04} cannot be meant; check it")
        try:
            return date(year, month, day)
        except ValueError:
            raise ValueError(f"there is no day {value}; check the month and the day") from None
    return value


def clock_time(value: object) -> object:
    """Read `10:30` by the clock of 24 hours and refuse every other way to write a time."""
    if isinstance(value, str):
        match = _CLOCK.fullmatch(value)
        if not match:
            raise ValueError(
                "write the time as HH:MM by the clock of 24 hours, like 09:30 or 14:00"
            )
        return time(int(match[1]), int(match[2]))
    return value


def case_id(value: object) -> object:
    """Check the id every path and document name of a case is made from."""
    if not isinstance(value, str) or not _CASE_ID.fullmatch(value):
        raise ValueError(
            "use 1 to 40 small letters, digits and hyphens, starting with a letter or digit"
        )
    if value in _DEVICE_NAMES:
        raise ValueError(f"`{value}` is a device name on Windows; choose another id")
    if _DOCKET.fullmatch(value):
        raise ValueError("a docket number would name the client on every path; choose a neutral id")
    return value


def one_or_several(value: object) -> object:
    """Read one id as a list of one; refuse what is neither an id nor a list."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple):
        return value
    raise PydanticCustomError("one_or_several", "one id, or a list of ids")


def visible(text: str) -> str:
    """Refuse text of nothing but zero-width characters and the like: it prints as a blank."""
    if text.isascii() or any(category(letter) not in _UNSEEN for letter in text):
        return text
    raise ValueError("there is nothing to see in this text; write it, or delete the key")


def unknown_as_none(value: object) -> object:
    """Read words; `unknown` is None, as it is where yes or no is asked."""
    return None if isinstance(value, str) and value.strip().lower() == "unknown" else value


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(visible)
]
_ONE_ID = {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$"}
_SEVERAL_IDS = {"type": "array", "items": _ONE_ID, "uniqueItems": True}
Id = Annotated[str, StringConstraints(pattern=_ONE_ID["pattern"])]
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(one_or_several),
    WithJsonSchema({"anyOf": [_ONE_ID, _SEVERAL_IDS, {"type": "null"}]}),
]
"""One id, or a list of them: a tuple either way."""
CaseId = Annotated[
    str, BeforeValidator(case_id), WithJsonSchema({"type": "string", "pattern": _CASE_ID.pattern})
]
Whole = Annotated[int, BeforeValidator(whole_number)]
Count = Annotated[int, BeforeValidator(whole_number), Field(ge=1)]
Age = Annotated[int, BeforeValidator(whole_number), Field(ge=0, le=120)]
Months = Annotated[int, BeforeValidator(whole_number), Field(ge=0, le=1200)]
Term = Annotated[
    int | str,
    BeforeValidator(months_or_life),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"const": "life"}]}),
]
YesNo = Annotated[
    bool | None,
    BeforeValidator(yes_or_no),
    WithJsonSchema({"enum": ["yes", "no", "unknown", True, False, None]}),
]
Day = Annotated[
    date, BeforeValidator(calendar_day), WithJsonSchema({"type": "string", "format": "date"})
]
Clock = Annotated[
    time, BeforeValidator(clock_time), WithJsonSchema({"type": "string", "pattern": _CLOCK.pattern})
]
