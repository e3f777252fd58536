"""Each rule of the linter, broken in a small template folder."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from drafter.composition.templating.wording import WORDING
from drafter.doctrine import kinds
from tests.composition.linting.folders import KIND, OUTWARD, folder, problems, told
from tests.planting import session

SOUND = """\
{% from "shared/words.md.j2" import line %}
# Facts {#facts}
{% for threat in case.threats %}
- {{ line(threat) }} {{ source(threat) }} {#threat}
{% endfor %}
"""
WORDS = """\
{% macro line(threat) %}
{{ threat.words }}
{% endmacro %}
"""


def test_a_sound_folder_has_no_faults(tmp_path: Path) -> None:
    assert told(folder(tmp_path, SOUND, {"shared/words.md.j2": WORDS})) == []


@pytest.mark.parametrize(
    ("body", "where", "said"),
    [
        # Names
        ("{{ cas.id }}", "1:1", "there is no name `cas` here"),
        ("Of {{ case.sign_of }}.", "1:4", "Case has no field `sign_of`"),
        ("{{ case.client.nam|sentence }}", "1:1", "Client has no field `nam`"),
        ("{% if a.sentencing.vehicle.rode %}\nx\n{% endif %}", "1:1", "has no field `rode`"),
        ("{{ record.surrender._steps }}", "1:1", "SurrenderTimeline has no field `_steps`"),
        ("{{ case.client.model_dump }}", "1:1", "Client has no field `model_dump`"),
        ("{{ a.as_of.year }}", "1:1", "date has no field `year`"),
        ("{{ x }}\n{% set x = 1 %}", "1:1", "there is no name `x` here"),
        ("{{ case.id|tittle }}", "1:1", "there is no filter `tittle`"),
        ("{{ sorce(case.threats) }}", "1:1", "there is no name `sorce` here"),
        # Through loops, sets, conditions, macros, entries
        ("{% for t in case.threats %}\n- {{ t.wrds }}\n{% endfor %}", "2:3", "Threat has no field"),
        ("{% set t = case.client %}\n{{ t.nam }}", "2:1", "Client has no field `nam`"),
        ("{% if case.exhibit and case.exhibit.tilte %}\nx\n{% endif %}", "1:1", "Exhibit has no"),
        (
            "{% macro m(who) %}\n{{ who.nam }}\n{% endmacro %}\n{{ m(case.client) }}",
            "2:1",
            "Client has no field `nam`",
        ),
        ("{{ record.moments[case.id].known_at }}", "1:1", "Moment has no field `known_at`"),
        ("{{ authority(case.id).cited }}", "1:1", "Authority has no field `cited`"),
        ("{{ (case.threats|first).wrds }}", "1:1", "Threat has no field `wrds`"),
        ("{{ loop.first }}", "1:1", "there is no name `loop` here"),
        ("{% for t in case.threats %}\n- x{% if loop.frist %}y{% endif %}\n{% endfor %}", "2:4",
         "Round has no field `frist`"),
        # Kinds and their words
        ('{% if case.matter.proceeding == "trail" %}\nx\n{% endif %}', "1:1",
         "no Proceeding is called `trail`"),
        ('{% for t in case.threats %}\n- x{% if "deth" in t.kinds %}y{% endif %}\n{% endfor %}',
         "2:4", "no ThreatKind is called `deth`"),
        ('{{ they("objet") }}', "1:1", "a pronoun has no form text"),
        # What is printed, and what a loop runs over
        ("{{ case.threats }}", "1:1", "prints a list"),
        ("{{ case.matter.proceeding }}", "1:1", "prints a kind (Proceeding)"),
        ("{{ doc.day }}", "1:1", "prints a date"),
        ("{{ case.client }}", "1:1", "prints a Client"),
        ("{{ doc.claims }}", "1:1", "prints a yes or no"),
        ("{{ cite }}", "1:1", "prints what is to be called"),
        ("{% for x in case.id %}\n- y\n{% endfor %}", "1:1", "a loop runs over a list; "),
        ("{% for x in case.matter.dates.hours %}\n- y\n{% endfor %}", "1:1", "a loop runs over"),
        # Calls
        ("{{ need() }}", "1:1", "`need`: missing a required argument: 'missing'"),
        ('{{ verb("is") }}', "1:1", "`verb`: missing a required argument: 'many'"),
        ('{{ cite("usc18_28", marks=false) }}', "1:1", "`cite`: got an unexpected keyword"),
        ("{{ case.id|join_and(1, 2) }}", "1:1", "`join_and`: too many positional arguments"),
        ("{{ case.id() }}", "1:1", "text cannot be called"),
        ("{% macro m(x) %}\n{{ x }}\n{% endmacro %}\n{{ m() }}", "4:1", "`m` is not given `x`"),
        ("{% macro m(x) %}\n{{ x }}\n{% endmacro %}\n{{ m(1, 2) }}", "4:1",
         "`m` is given 2 things and takes 1"),
        ("{% macro m(x) %}\n{{ x }}\n{% endmacro %}\n{{ m(y=1) }}", "4:1",
         "`m` takes nothing called `y`"),
        # Files
        ('{% include "./none.md.j2" %}', "1:1", "there is no template `note/none.md.j2`"),
        ('{% from "shared/none.md.j2" import x %}\n{{ x() }}', "1:1",
         "there is no template `shared/none.md.j2`"),
        ('{% import "shared/words.md.j2" as w %}\n{{ w.lien(1) }}', "2:1",
         "shared/words.md.j2 has no macro `lien`"),
        ('{% from "shared/words.md.j2" import lien %}\n{{ lien(1) }}', "1:1",
         "shared/words.md.j2 has no macro `lien`"),
        ('{% include "note/body.md.j2" %}', "1:1", "a template that takes in itself"),
        # Conditions that never vary
        ("{% if true %}\nx\n{% endif %}", "1:1", "this condition is always true"),
        ("{{ 1 if 2 < 1 else 3 }}", "1:1", "this condition is always false"),
        ("{% if case.client %}\nx\n{% endif %}", "1:1", "this condition is always true"),
        ("{% if not case.client %}\nx\n{% endif %}", "1:1", "this condition is always false"),
        ("{% if case.id is none %}\nx\n{% endif %}", "1:1", "this condition is always false"),
        ("{% if case.notes %}\nx\n{% elif case.notes %}\ny\n{% endif %}", "3:1",
         "this condition has been asked above: the branch is never taken"),
        # What nothing uses
        ("{% macro m(x) %}\n{{ x }}\n{% endmacro %}\nText.", "1:1", "nothing calls the macro `m`"),
        ('{% from "shared/words.md.j2" import line %}\nText.', "1:1",
         "`line` is imported, and nothing here uses it"),
        # Law
        ("Under 18 U.S.C. § 924(c) more.", "1:7", "law without its cite: 18 U.S.C. § 924(c)"),
        ("As U.S.S.G. § 2D1.1 says.", "1:4", "law without its cite: U.S.S.G. § 2D1.1"),
        ("See 548 U.S. 1 for it.", "1:5", "law without its cite: 548 U.S. 1"),
        ("See 12 F.2d 34 for it.", "1:5", "law without its cite: 12 F.2d 34"),
        ("In *Smith v. Jones* it was.", "1:5", "law without its cite: Smith v. Jones"),
        ("As Fed. R. Evid. 403 says.", "1:4", "law without its cite: Fed. R. Evid. 403"),
        ("As Rule 16(a) says.", "1:4", "law without its cite: Rule 16(a)"),
        ('{{ need("whether § 16(a) applies") }}', "1:18", "law without its cite: § 16(a)"),
        ('18 U.S.C. § 16 and {{ cite("usc18_28") }}', "1:1", "law without its cite: 18 U.S.C. §"),
        ("<!-- names: 18 U.S.C. § 16 -->\nText.", "1:1",
         "`names:` lets `18 U.S.C. § 16` stand without its cite, and no words here name it"),
        ('{{ cite("usc18_82") }}', "1:1", "there is no authority 'usc18_82'"),
        ('{{ quote("usc18_82") }}', "1:1", "there is no authority 'usc18_82'"),
        ('{{ claim("c_none") }}', "1:1", "there is no claim 'c_none'"),
        # Styles
        ("Text. {#x .sticker}", "1:1", "the style file has no style `sticker`"),
        # Ids
        ("One.\n\nTwo.", "3:1", "two blocks of one section are called `paragraph`"),
        ("# A {#a}\nOne. {#x}\n{% if case.notes %}\n- Two. {#x}\n{% endif %}", "4:1",
         "two blocks of one section are called `x`"),
        ("# A {#a}\n# B {#a}", "2:1", "two blocks of one section are called `a`"),
        ('::: table {#t} widths="1000" header=0\n| x |\n| y |\n:::', "3:1",
         "two blocks of one section are called `row`"),
        # What the compiler finds
        ("> Quoted.", "1:1", "this line starts like Markdown that is not used here"),
        ("A *word.", "1:1", "an asterisk that makes no emphasis"),
        ("# Heading", "1:1", "a heading without an id"),
        ("{% if case.id %}\nText.", "1:1", "`if` is not closed in the file"),
        ("{% raw %}x{% endraw %}", "1:1", "there is no `raw` tag"),
        ("{% if case.id is defined %}\nx\n{% endif %}", "1:1", "there is no test `defined`"),
        ("{{ case.id ~ 1 }}", "1:1", "`~` is not used"),
        ("{{ _x }}", "1:1", "there is no name `_x`"),
        ("{% for t in record.gaps|count %}\n- x\n{% endfor %}", "1:1", "a loop runs over a list"),
        (
            "{% for e in case.evidence %}\n{% for s in e.sources %}\n- x\n"
            "{% endfor %}\n{% endfor %}",
            "2:1",
            "a loop around blocks runs over Source without an id",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(tmp_path: Path, body: str, where: str, said: str) -> None:
    files = {"shared/words.md.j2": "{% macro line(x) %}\n{{ x }}\n{% endmacro %}\n"}
    found = told(folder(tmp_path, body, files if "words.md" in body else {}))
    line, column = where.split(":")
    assert any(
        each.startswith(f"note/body.md.j2:{line}:{column}: ") and said in each for each in found
    ), found


@pytest.mark.parametrize(
    ("body", "files"),
    [
        # What a condition has asked about is known after it.
        (
            "{% macro m(fact) %}\n{% if fact.noun == 'threat' %}{{ fact.words }}"
            "{% elif fact.noun in ['event', 'other act'] %}{{ fact.what }}{% endif %}\n"
            "{% endmacro %}\n"
            "{% for each in record.told %}\n- {{ m(each) }} {#f}\n{% endfor %}\n"
            "{% for each in case.events %}\n- {{ m(each) }} {#e}\n{% endfor %}",
            {},
        ),
        # A field that one of several types has may be read; who asks knows which it is.
        ("{% for each in record.told %}\n- {{ each.words }} {#f}\n{% endfor %}", {}),
        # A condition that varies with who calls is no constant.
        (
            "{% macro m(x) %}\n{% if x is none %}a{% else %}b{% endif %}\n{% endmacro %}\n"
            "{{ m(case.client) }} {{ m(none) }}",
            {},
        ),
        # An include sees what its includer has set and imported.
        (
            '{% from "shared/w.md.j2" import w %}\n{% set t = case.client %}\n'
            '{% include "./part.md.j2" %}',
            {
                "shared/w.md.j2": "{% macro w(x) %}\n{{ x.name }}\n{% endmacro %}\n",
                "note/part.md.j2": "{{ w(t) }} {{ t.short_name }}\n",
            },
        ),
        # Law beside its cite, in a heading of a file that cites it, and let by a comment.
        ('What 18 U.S.C. § 28(b) lets in. {{ cite("usc18_28")|stop }}', {}),
        ('# On 18 U.S.C. § 28 {#on}\n\nText.\n\n{{ cite("usc18_28")|stop }}', {}),
        ("<!-- names: 18 U.S.C. § 16 -->\nWhether 18 U.S.C. § 16(a) is met.", {}),
        # The caption is no law.
        ("*United States v. {{ case.client.name }}*, No. {{ case.matter.docket }}", {}),
        ("Text. {#x .legend}\n\nMore. {#y .Body-Text}\n\nAside. {#z .remark}", {}),
        # Blocks of one name that conditions, loops, sections or tables keep apart.
        ("{% if case.notes %}\nOne.\n{% else %}\nTwo.\n{% endif %}", {}),
        ("{% if case.notes %}\nOne.\n{% endif %}\n{% if not case.notes %}\nTwo.\n{% endif %}", {}),
        ("{% for n in case.notes %}\nOne.\n{% else %}\nNone. {#none}\n{% endfor %}\n\nTwo.", {}),
        ("One.\n\n# A {#a}\nTwo.\n\n# B {#b}\nThree.", {}),
        (
            "{% if case.notes %}one{% endif %} {#x}\n\n{% if not case.notes %}two{% endif %} {#x}",
            {},
        ),
        # What nobody can tell is left alone.
        (
            "{% macro m(x) %}\n{{ x.whatever }}\n{% endmacro %}\n{{ m(fill(case.exhibit, 'it')) }}",
            {},
        ),
    ],
)
def test_what_is_sound_is_let_be(tmp_path: Path, body: str, files: dict[str, str]) -> None:
    assert told(folder(tmp_path, body, files)) == []


def test_an_outward_edition_sees_its_view_alone(tmp_path: Path) -> None:
    body = "{{ a.circuit.id }}\n\n{{ f.theme }} {#t}\n\n{{ f.themes }} {#u}\n\n"
    body += "{{ lead('usc18_28') }} {#l}"
    assert told(folder(tmp_path, body, kind=OUTWARD)) == [
        "note/body.md.j2:1:1: there is no name `a` here",
        "note/body.md.j2:5:1: FilingView has no field `themes`",
        "note/body.md.j2:7:1: a lead is for documents that stay in the office",
    ]


def test_what_an_outward_edition_does_not_see_is_said(tmp_path: Path) -> None:
    (found,) = problems(folder(tmp_path, "{{ case.id }}", kind=OUTWARD))
    assert found.hint == (
        "of the case, an edition that others read sees `doc`, `f` and nothing else"
    )


def test_a_lead_cannot_be_cited(tmp_path: Path) -> None:
    shelf = session().library.shelf(kinds.AUTHORITIES)
    lead = next(each.id for each in shelf.values() if each.is_lead)
    (found,) = problems(folder(tmp_path, f'{{{{ cite("{lead}") }}}}'))
    assert f"nobody has read `{lead}`" in found.message
    assert "`lead`" in found.hint


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    body = (
        "> One\n\n* Two\n\n# Three\n\nA *four.\n\nText {five}\n\n"
        '::: table {#t} widths="500 400"\n| x | y |\n:::\n'
    )
    files = {
        "note/second.md.j2": "{{ nothing }} {{ cite('nowhere') }}\n",
        "note/kind.yaml": KIND
        + "  - {id: two, series: two, body: second.md.j2, audience: internal}\n",
        "memo/kind.yaml": KIND,
    }
    found = told(folder(tmp_path, body, files, KIND))
    places = [each.split(": ")[0] for each in found]
    assert [p for p in places if p.startswith("note/body")] == [
        f"note/body.md.j2:{line}:1" for line in (1, 3, 5, 7, 9, 11)
    ]
    assert places.count("note/second.md.j2:1:1") + places.count("note/second.md.j2:1:15") == 2
    assert any(each.startswith("memo/kind.yaml:2:5: id: 'note' is not the name") for each in found)


def test_a_problem_says_what_would_mend_it_and_shows_the_line(tmp_path: Path) -> None:
    (found,) = problems(folder(tmp_path, "Of {{ case.sign_of.reviewed }}."))
    assert "`sign_off`" in found.hint
    assert found.excerpt == "Of {{ case.sign_of.reviewed }}."


def test_kinds_are_checked_too(tmp_path: Path) -> None:
    kind = KIND.replace("body.md.j2,", "none.md.j2, footer: Under 18 U.S.C. § 28,")
    found = told(folder(tmp_path, "Text.", kind=kind))
    assert any("kind.yaml:5:" in each and "no template `note/none.md.j2`" in each for each in found)
    assert any(
        "kind.yaml:5:" in each and "law without its cite: 18 U.S.C. § 28" in each for each in found
    )
    assert any("note/body.md.j2:1:1: no document is made from this file" in each for each in found)


def test_files_that_nothing_is_made_from(tmp_path: Path) -> None:
    files = {
        "shared/words.md.j2": "Text.",
        "note/part.j2": "Text.",
        "note/kind.yml": "",
        "note/office.docx": "",
        "README.md": "Ours.",
        ".git/x.j2": "",
    }
    found = told(folder(tmp_path, "Text.", files))
    assert found == [
        f"{name}:1:1: no document is made from this file"
        for name in ("note/kind.yml", "note/office.docx", "note/part.j2", "shared/words.md.j2")
    ]


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """What the office's own folder lies over."""
    files = {"note/part.md.j2": "{% macro p(x) %}\n{{ x }}\n{% endmacro %}\n{{ p(1) }}\n"}
    body = '{% include "./part.md.j2" %}\n{% if case.client %}\nMore. {#m}\n{% endif %}'
    return folder(tmp_path / "ours", body, files)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_overlay_is_checked_with_what_it_lies_over(tmp_path: Path, ours: Path) -> None:
    office = tmp_path / "office"
    put(office / "note" / "part.md.j2", "{{ case.idd }}")
    assert told(office, ours) == ["note/part.md.j2:1:1: Case has no field `idd`"]


def test_an_overlay_may_leave_out_what_it_lies_over(tmp_path: Path, ours: Path) -> None:
    office = tmp_path / "office"
    put(office / "note" / "body.md.j2", "Text.")
    assert told(office, ours) == []


def test_a_copy_may_keep_what_it_no_longer_uses(tmp_path: Path, ours: Path) -> None:
    office = tmp_path / "office"
    macro = "{% macro p(x) %}\n{{ x }}\n{% endmacro %}\n"
    put(office / "note" / "part.md.j2", macro + "Text.")
    assert told(office, ours) == []
    put(office / "note" / "part.md.j2", macro.replace("p(x)", "q(x)") + "Text.")
    assert told(office, ours) == ["note/part.md.j2:1:1: nothing calls the macro `q`"]


def test_an_override_that_overrides_nothing(tmp_path: Path, ours: Path) -> None:
    office = tmp_path / "office"
    put(office / "note" / "sections" / "part.md.j2", "Text.")
    put(office / "note" / "prat.md.j2", "Text.")
    found = problems(office, ours)
    assert {each.message for each in found} == {"no document is made from this file"}
    assert len(found) == 2
    assert all("note/part.md.j2" in each.hint for each in found)


def test_what_templates_may_call_comes_from_the_tables_of_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "{{ doc.title|loudly }} {{ louder(doc.title) }}"
    assert len(told(folder(tmp_path, body))) == 2
    monkeypatch.setitem(cast("dict[str, object]", WORDING), "loudly", str.upper)
    monkeypatch.setitem(cast("dict[str, object]", WORDING), "louder", str.upper)
    assert told(folder(tmp_path, body)) == []
