"""Tests of scorecards and comparisons."""
