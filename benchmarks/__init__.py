"""How long a report takes, made by giaoban and by what a user would pick instead: `make bench`."""
