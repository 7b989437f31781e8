"""What ties one release of an archive to the next: digests, tombstones, what changed. All of it on plain records."""
