"""Tests of hzview."""
