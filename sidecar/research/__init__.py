"""What the public web says about a client: fetched politely and guardedly, read without a model, every line with its source."""
