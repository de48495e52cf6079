"""Shapes that arrive (Graph JSON, iCalendar) turned into plain records. Pure: no network, no files, no clock."""
