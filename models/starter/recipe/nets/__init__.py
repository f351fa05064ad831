"""The networks and the tokenizer."""
