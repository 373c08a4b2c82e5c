package org.evenhand.policy.guidance.access;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a request waits for its answer.
 *
 * @param dueOn the last day of the answer
 * @param late whether that is over
 * @param nobodyLeft whether all who serve as HR are in the chain of the asker, excluded by them, or
 *     have given it back
 */
@Schema(name = "GuidanceWaiting")
public record Waiting(LocalDate dueOn, boolean late, boolean nobodyLeft) {}
