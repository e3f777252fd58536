"""The evidence in both directions, and what the other side will point at."""
