"""The command line: one module a verb, each imported when it is asked for, none with textual or rich."""
