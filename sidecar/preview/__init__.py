"""The whole product on one machine, and the calls that are played in it."""
