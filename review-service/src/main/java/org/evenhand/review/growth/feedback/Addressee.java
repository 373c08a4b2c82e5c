package org.evenhand.review.growth.feedback;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Somebody to whom feedback is to be given.
 *
 * @param readers who leads them, or has asked for it, and reads it by name
 * @param everybody whether it may be read in the whole company
 */
public record Addressee(UUID employeeId, List<UUID> readers, boolean everybody) {

  public Addressee {
    readers = readers.stream().sorted().toList();
  }

  public static Addressee alone(UUID employee) {
    return new Addressee(employee, List.of(), false);
  }

  public static Addressee withReaders(UUID employee, Collection<UUID> readers) {
    return new Addressee(employee, List.copyOf(readers), false);
  }

  public static Addressee beforeEverybody(UUID employee) {
    return new Addressee(employee, List.of(), true);
  }
}
