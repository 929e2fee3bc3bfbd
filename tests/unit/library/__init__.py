"""Tests of the library's file and of what fills it."""
