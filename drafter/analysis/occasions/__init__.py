"""What a case says to each occasion that the law data asks about."""
