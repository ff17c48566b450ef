"""Configuration: ``factlint.toml`` or ``[tool.factlint]``, the nearest file, explicit inheritance."""
