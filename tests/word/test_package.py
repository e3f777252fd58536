"""Packages: fixed bytes, and a digest of what is in them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.word.package import compress, digest, pack, unpack

PARTS = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.xml", fullmatch=True),
    st.binary(max_size=300),
    min_size=1,
)


@given(PARTS)
def test_zipfile_reads_what_is_packed(parts: dict[str, bytes]) -> None:
    data = pack([compress(name, content) for name, content in parts.items()])
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(PARTS)
def test_the_digest_is_of_the_parts_not_of_their_packing(parts: dict[str, bytes]) -> None:
    data = pack([compress(name, content) for name, content in parts.items()])
    again = BytesIO()
    with ZipFile(again, "w", ZIP_STORED) as archive:
        for name in sorted(parts, reverse=True):
            archive.writestr(name, parts[name])
    assert digest(again.getvalue()) == digest(data)
    name = min(parts)
    changed = parts | {name: parts[name] + b"x"}
    assert digest(pack([compress(n, c) for n, c in changed.items()])) != digest(data)


def test_what_is_no_zip_file_says_so() -> None:
    with pytest.raises(BadZipFile):
        unpack(b"PK\3\4 and no more")
