"""What an extractor knows of a place in the text: its sentence, headings, place, time, payer and manner of speaking."""
