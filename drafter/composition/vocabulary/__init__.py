"""What a template may call: the words for days, people, kinds, sources, law and what is missing."""
