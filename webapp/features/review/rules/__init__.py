"""Rules of review rounds: answers from values alone."""
