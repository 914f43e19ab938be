"""Run the command as ``python -m giaoban``, where its folder is on no path."""

from giaoban.cli import main

if __name__ == "__main__":
    main(prog_name="giaoban")
