package org.evenhand.review.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Which version of which policy. */
@Embeddable
public record PolicyVersionId(
    @Column(name = "policy_id") UUID policyId, @Column(name = "version") int version) {}
