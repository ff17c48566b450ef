"""The first version of a check, a file of cases and a test, written for whoever begins one."""
