"""The commands of the program: what each takes, and which step of the way does it."""
