"""What counsel wrote: the case file as typed, checked, located facts."""
