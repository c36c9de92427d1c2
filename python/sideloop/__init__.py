"""A Python REPL that runs beside your program."""
