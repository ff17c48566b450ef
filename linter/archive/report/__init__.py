"""What a store holds, at one view: the page of ``factlint archive report``."""
