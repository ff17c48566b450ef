"""The parts of the HTML report: the article with its marks, the cards, the summary."""
