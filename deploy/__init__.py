"""Running an installation: the supervisor and the programs under it. Knows the application by its commands only."""
