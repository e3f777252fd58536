"""A new draft written into the document that counsel has edited, and nothing of theirs lost."""
