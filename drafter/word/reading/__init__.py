"""A .docx of any origin, back to text or changed in place; ``reader.read_blocks`` reads."""
