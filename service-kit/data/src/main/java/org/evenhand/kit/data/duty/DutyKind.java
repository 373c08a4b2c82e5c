package org.evenhand.kit.data.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A kind of duty. Each service has one enum of its own; its names are part of the API. */
public interface DutyKind {

  /** The constant's name, for example {@code SELF_REVIEW}. */
  String name();

  /** What holds until a charter says otherwise. */
  DutyTerms terms();

  /** The ids of the operations that do it. */
  List<String> operations();

  /** Why nobody can waive it, as the refusal says; empty where two people together can. */
  Optional<String> neededBecause();

  /** Whether nobody may learn of it but whoever owes it. */
  default boolean isConfidential() {
    return terms().isConfidential();
  }

  /**
   * Whether even that there is such a duty is told to nobody but whoever owes it: it is in no
   * event, so in no figure, and in no calendar, which others may be shown.
   */
  default boolean isSecret() {
    return false;
  }

  /** The path of the object that it is about. */
  String path(UUID subject, String part);
}
