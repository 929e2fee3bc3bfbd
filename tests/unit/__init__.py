"""Pure tests of single modules."""
