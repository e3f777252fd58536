"""Sentencing: ``findings.find_sentencing`` for the team, ``filing.filing_view`` for the court."""
