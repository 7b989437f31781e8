"""The records an archive is made of: values, places, agents, sources, events, properties and claims."""
