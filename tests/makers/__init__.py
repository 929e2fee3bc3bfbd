"""What is run by hand while developing: nothing here is part of the program."""
