package org.evenhand.policy.difference;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed between two versions. */
@Schema(name = "Difference", description = "Empty changes mean the same content.")
public record DifferenceView(UUID policyId, int from, int to, List<Change> changes) {}
