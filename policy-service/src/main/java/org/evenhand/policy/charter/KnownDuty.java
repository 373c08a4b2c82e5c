package org.evenhand.policy.charter;

import java.util.List;

/**
 * A kind of duty and what holds for it without a charter.
 *
 * @param service which keeps duties of this kind
 */
public record KnownDuty(String kind, String service, Integer workingDays, List<PathStep> path) {}
