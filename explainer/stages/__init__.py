"""The steps of a build, one after the other; none knows another."""
