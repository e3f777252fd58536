"""Sentencing: ``findings.find_sentencing``, everything that the outline rests on."""
