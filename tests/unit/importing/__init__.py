"""Tests of importing, by module."""
