package org.evenhand.policy.governance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One point of an agenda: what, where to read it, and how many. What is counted of cycles, duties
 * and training has the least group's number at least, because all employees read the agenda once
 * the minutes are signed.
 *
 * @param subject a path of the API; null for a figure alone
 * @param side whose it is; null where that isn't told
 * @param aspect which milestone, outcome, anchor, drift or stage of training it is about; null
 *     where the topic says it
 * @param total of how many; null where that is no share of anything
 */
public record AgendaItem(
    AgendaTopic topic,
    @Nullable String subject,
    @Schema(enumeration = {"HR", "MANAGER", "EMPLOYEE", "COMPANY"}) @Nullable String side,
    @Nullable String aspect,
    long count,
    @Nullable Long total) {

  public static AgendaItem at(AgendaTopic topic, String subject, long count) {
    return new AgendaItem(topic, subject, null, null, count, null);
  }

  public static AgendaItem of(AgendaTopic topic, String side, long count) {
    return new AgendaItem(topic, null, side, null, count, null);
  }

  public AgendaItem about(String which) {
    return new AgendaItem(topic, subject, side, which, count, total);
  }

  public AgendaItem outOf(long all) {
    return new AgendaItem(topic, subject, side, aspect, count, all);
  }
}
