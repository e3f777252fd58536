"""A sentencing filing and its sealed supplement: ``view.filing_view``, made of what may leave."""
