package org.evenhand.policy.governance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One point of an agenda: what, where to read it, and how many.
 *
 * @param subject a path of the API; null for a figure alone
 * @param side whose it is; null where that isn't told
 */
public record AgendaItem(
    AgendaTopic topic,
    @Nullable String subject,
    @Schema(enumeration = {"HR", "MANAGER", "EMPLOYEE", "COMPANY"}) @Nullable String side,
    long count) {

  public static AgendaItem at(AgendaTopic topic, String subject, long count) {
    return new AgendaItem(topic, subject, null, count);
  }
}
