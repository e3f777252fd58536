"""The days on which something is due, each counted under its rule."""
