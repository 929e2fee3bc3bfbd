"""Tests of hzview.catalog."""
