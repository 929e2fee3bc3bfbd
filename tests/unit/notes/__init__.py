"""Notes: what a report explains, and where it says it."""
