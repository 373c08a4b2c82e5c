package org.evenhand.policy.version;

import java.time.Duration;

/**
 * The time that people have to get to discuss and to prepare, which the version that is replaced
 * has promised them.
 *
 * @param briefing how long managers know of an announcement before everyone does
 */
public record Terms(int consultationDays, int noticeDays, Duration briefing) {}
