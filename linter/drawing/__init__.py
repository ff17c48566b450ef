"""What is drawn of the rules, as inline SVG: for the reports, the pages of the rules, and what else shows a rule."""
