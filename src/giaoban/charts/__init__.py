"""Draw tidy frames as figures; every word on them is handed in."""
