"""The common-law defense, element by element, and the threats behind it."""
