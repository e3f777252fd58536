"""One Word file made to say what another says, in tracked changes or without a trace."""
