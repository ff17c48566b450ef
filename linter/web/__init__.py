"""The page for editors and its HTTP interface, on this machine and for it alone (``factlint serve``)."""
