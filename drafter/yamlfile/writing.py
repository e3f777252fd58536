"""Values as YAML that ``parse`` reads back the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from drafter.yamlfile.places import Value

_WIDTH = 110
_NOTHING = "tag:yaml.org,2002:null"


class _Dumper(yaml.SafeDumper):
    """Quotes what would be read as nothing, and no dates, numbers and words: they stay text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_implicit_resolver(_NOTHING, re.compile("^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def dumped(value: Mapping[str, Value]) -> str:
    """Return a mapping as lines, its lists indented by two; no key or value may be unreadable."""
    return yaml.dump(dict(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
