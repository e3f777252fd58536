"""What finished text must pass before it may leave the office."""
