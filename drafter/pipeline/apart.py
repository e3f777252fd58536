"""A process that drafts one share of a batch for another machine, and ends.

What it is given stands on standard input, what became of it on standard output, both pickled: it is
begun by a worker that the office trusts with its cases, and reads nothing that anybody else wrote.
"""

from __future__ import annotations

import os
import pickle
import sys

from msgspec import Struct

from drafter.pipeline.session import Session
from drafter.pipeline.setup import expect_many
from drafter.pipeline.shares import Case, Order, done, session_of
from drafter.versions.draft import Inputs


class Basis(Struct, frozen=True):
    """What a worker must have as the machine has it on which the batch was begun."""

    inputs: Inputs
    """Law, templates and drafter itself; of no case."""
    folder: str
    """Where the batch was begun."""
    token: str = ""
    """A file in the output folder; empty where it was seen before, or nothing is written."""


class Given(Struct, frozen=True):
    """What such a process is given."""

    basis: Basis
    order: Order
    share: tuple[Case, ...]


def main() -> None:
    """Draft what standard input says; exit with 1 and why, where this would draft otherwise."""
    given = pickle.load(sys.stdin.buffer)
    expect_many()
    difference = _difference(session_of(given.order.setup), given.basis)
    if difference:
        sys.exit(difference)
    found = pickle.dumps(done(given.order, given.share))
    sys.stdout.buffer.write(found)


def _difference(session: Session, basis: Basis) -> str:
    """Why this process would draft otherwise, or elsewhere; empty when it would not."""
    mine, theirs = session.basis, basis.inputs
    if mine.software != theirs.software:
        return f"it has drafter {mine.software}, this machine {theirs.software}."
    if mine.law != theirs.law:
        return "its law library is another one (or that of --law)."
    if mine.templates != theirs.templates:
        return "its templates are others (or those of --templates)."
    if basis.token and not os.path.exists(basis.token):
        return f"{os.path.dirname(basis.token)} is another folder there; --output must be shared."
    return ""


if __name__ == "__main__":
    main()
