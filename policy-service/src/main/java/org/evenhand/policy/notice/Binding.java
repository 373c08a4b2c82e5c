package org.evenhand.policy.notice;

import java.util.UUID;
import org.evenhand.policy.content.Scope;

/** A version that binds people, or will. */
public record Binding(UUID policyId, int version, String name, Scope scope) {}
