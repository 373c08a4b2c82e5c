package org.evenhand.policy.governance.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outcomes in the order in which they came about, counted group by group. A group is shown once it
 * has enough members that don't all have the same outcome. So whoever holds two agendas, one from
 * before a decision and one from after it, sees a whole group more or nothing, and of no group can
 * say of every member how it ended.
 */
final class OutcomeGroups {

  private OutcomeGroups() {}

  /**
   * @param least members of a group
   * @return how many of the groups that are shown ended how, by outcome
   */
  static Map<String, Long> shown(List<String> inOrder, int least) {
    Map<String, Long> shown = new TreeMap<>();
    List<String> gathering = new ArrayList<>();
    for (String outcome : inOrder) {
      gathering.add(outcome);
      if (gathering.size() >= least && gathering.stream().distinct().count() > 1) {
        gathering.forEach(each -> shown.merge(each, 1L, Long::sum));
        gathering.clear();
      }
    }
    return shown;
  }
}
