"""Results kept between runs. Nothing here can make a report differ from one made without it."""
