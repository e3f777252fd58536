"""What changed: drafts kept under their numbers, and the difference between two."""
