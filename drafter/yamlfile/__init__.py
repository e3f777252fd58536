"""YAML files as plain values, each with the line and column it stands on.

Scalars stay text, so that ``21:40``, ``no`` and ``010`` reach the models as they
were typed; only an unquoted ``~``, ``null`` or nothing at all is None.
"""

from drafter.yamlfile.file import YamlFile, contents, parse, read, readable
from drafter.yamlfile.places import Value, YamlPath

__all__ = ["Value", "YamlFile", "YamlPath", "contents", "parse", "read", "readable"]
