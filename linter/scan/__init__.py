"""From text to tokens: typed lexical hits, no meaning yet."""
