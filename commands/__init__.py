"""What `parasol` can be told to do: one file for each group of commands. ``cli.py`` parses, chooses, and turns errors into sentences."""
