"""Templates from text to code, and what they yield from pieces to blocks."""
