"""Where the relay's ciphertext rests: ``base`` is the contract, ``sqlite`` the embedded store, ``folder`` the data folder it lives in."""
