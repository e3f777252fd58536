"""What is to be done, why, and by when."""
