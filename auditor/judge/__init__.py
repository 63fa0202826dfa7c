"""Runs checks over a recording. Pure: the same recording and checks give the same verdicts."""
