"""What the relay decides, without HTTP and without SQL: ``rules`` what it accepts, ``gatekeeper`` whom it lets in, ``openapi`` how it is described."""
