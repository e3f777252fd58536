"""Drafting for federal duress cases: one case file in, three Word documents out."""

__version__ = "0.1.0"
