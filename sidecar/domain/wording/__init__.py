"""What every sentence is made of: reasons, findings with their source, links, the parts that a card may show."""
