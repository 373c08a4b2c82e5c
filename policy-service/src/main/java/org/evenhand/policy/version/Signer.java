package org.evenhand.policy.version;

import java.util.UUID;

/** A person who wants to sign, and the roles that their token gives them. */
public record Signer(UUID id, boolean hr, boolean manager) {}
