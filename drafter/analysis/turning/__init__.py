"""What a verdict turns on: the smallest sets of open facts that would move it."""
