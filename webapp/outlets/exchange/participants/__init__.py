"""Participants as a table, in and out in the same shape."""
