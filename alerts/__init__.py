"""The client side: what members and moderators do. Pure, but for ``sync`` (the network) and ``home`` (the files)."""
