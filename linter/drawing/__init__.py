"""What is drawn of the rules, as inline SVG, for reports, for the pages of the rules, and for whatever else shows one."""
