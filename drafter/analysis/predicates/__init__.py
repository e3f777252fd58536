"""Yes-or-no questions about one fact, by the names that law records use for them."""
