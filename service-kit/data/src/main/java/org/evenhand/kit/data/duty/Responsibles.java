package org.evenhand.kit.data.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who can look after what others are late with.
 *
 * @param above for each person all above who are at work, the nearest first
 * @param away who has left, or is on leave for long
 * @param represented who has asked somebody to act for them today, with the kinds of duty
 * @param hrUnits for each person their unit, where somebody at work serves it as HR
 */
record Responsibles(
    Map<UUID, List<UUID>> above,
    Set<UUID> away,
    Map<UUID, Set<String>> represented,
    Map<UUID, String> hrUnits) {

  Responsibles {
    above = Map.copyOf(above);
    away = Set.copyOf(away);
    represented = Map.copyOf(represented);
    hrUnits = Map.copyOf(hrUnits);
  }

  /** As it is where others than usually are above somebody. */
  Responsibles with(UUID person, List<UUID> othersAbove) {
    Map<UUID, List<UUID>> lines = new HashMap<>(above);
    lines.put(person, othersAbove);
    return new Responsibles(lines, away, represented, hrUnits);
  }
}
