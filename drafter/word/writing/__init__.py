"""Blocks to .docx bytes, as strings on the office's style file; ``writer.WordWriter`` writes."""
