package org.evenhand.kit.data.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who can look after what others are late with.
 *
 * @param above for each person all above who are at work, the nearest first
 * @param hrUnits for each person their unit, where somebody at work serves it as HR
 */
record Responsibles(Map<UUID, List<UUID>> above, Map<UUID, String> hrUnits) {

  Responsibles {
    above = Map.copyOf(above);
    hrUnits = Map.copyOf(hrUnits);
  }
}
