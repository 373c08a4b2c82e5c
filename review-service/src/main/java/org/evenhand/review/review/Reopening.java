package org.evenhand.review.review;

import org.evenhand.review.cycle.JointDecision;

/** That HR proposes to look at a concluded review again, and why. */
public record Reopening(String reason, JointDecision decision) {}
