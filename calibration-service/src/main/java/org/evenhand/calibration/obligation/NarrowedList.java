package org.evenhand.calibration.obligation;

import org.evenhand.calibration.directory.Actor;

/**
 * The SQL of a list, narrowed to whose it can be at most before each is looked at: nobody's few are
 * looked for among those of the whole company.
 *
 * @param ofLead who may see nearly all, so that a page is full after a few
 * @param ofOthers in an array, which is made once
 */
public record NarrowedList(String ofLead, String ofOthers) {

  private static final String AT_MOST =
      """
      %s = any (array(
        select cast(:person as uuid) union all
        select p.id from person p
        where :hr and p.org_unit = any (array(select units_served(:person, :today)))))
      """;

  /**
   * @param sql with one place for what narrows it
   * @param manager the column by which it is narrowed
   */
  public static NarrowedList of(String sql, String manager) {
    return new NarrowedList(sql.formatted("true"), sql.formatted(AT_MOST.formatted(manager)));
  }

  public String of(Actor caller) {
    return caller.lead() ? ofLead : ofOthers;
  }
}
