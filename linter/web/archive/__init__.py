"""The archive on the page: a store that is asked questions, and nothing else of this machine."""
