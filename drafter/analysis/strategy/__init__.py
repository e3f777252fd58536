"""What the case can be used for, and the decisions that are the client's."""
