"""From a case file to its documents and their versions: the only layer that knows every other."""
