package org.evenhand.policy.version;

import java.time.Duration;

/**
 * The time that people get to discuss and to prepare, as the version that is replaced has promised
 * them.
 *
 * @param briefing how long managers know of an announcement before everyone does
 */
public record Terms(int consultationDays, int noticeDays, Duration briefing) {}
