"""Drafting for federal duress cases: one case file in, four kinds of Word documents out."""

__version__ = "0.1.0"
