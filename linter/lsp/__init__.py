"""A language server: editors show the findings of ``factlint check`` while an article is written. Extra "lsp"."""
