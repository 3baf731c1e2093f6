"""Which events the desk tells as news, and in which words."""
