package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Says what is owed because of aggregates of one type, as they are now. The journal asks after each
 * change, in its transaction: what is new becomes a duty, what is met is done, and what is missing
 * has lapsed. So no change can forget a duty, and none is closed without its change.
 */
public interface DutyRule {

  /** The audit's name for the aggregates, such as {@code review}. */
  String aggregateType();

  /** The kinds that this rule speaks of; of other kinds nothing lapses by its silence. */
  Collection<? extends DutyKind> kinds();

  /** Where the aggregates are found that haven't changed themselves. */
  AggregateRows rows();

  /**
   * The table of the aggregates.
   *
   * @param owner the column of what they belong to; null where they are never looked at together
   */
  record AggregateRows(String table, @Nullable String owner) {

    /** The ids of all, or of those of an owner, each after the last one. */
    String sql(boolean all) {
      return "select id from %s where id > :last %s order by id"
          .formatted(table, all ? "" : "and %s = :owner".formatted(owner));
    }
  }

  /** What else has to follow because these have changed; see {@link Revisits#ask}. */
  default Uni<Void> cascade(Mutiny.Session session, Collection<UUID> aggregates) {
    return Uni.createFrom().voidItem();
  }

  /** Asked after the flush; what it reads by id is in the session as a rule. */
  Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> aggregates);

  /**
   * Who leads the person whom it concerns, in this matter: the next one up is looked for from them
   * on. Somebody with two assignments is led by two people, and neither has to do with what the
   * other one leads.
   *
   * @return by subject, empty where nobody does; of one that isn't there, whoever leads the person
   *     in their main assignment
   */
  default Uni<Map<UUID, Optional<UUID>>> leaders(Mutiny.Session session, Set<UUID> subjects) {
    return Uni.createFrom().item(Map.of());
  }

  /**
   * The same from the other side, as SQL that gives the ids of what {@code :me} leads, or somebody
   * does who is {@code below} them (a table of ids): what {@link #leaders} says is found so among
   * all that can be waived. Empty where it says nothing.
   */
  default String led() {
    return "";
  }

  /**
   * What is owed by whoever has a role may still not be everybody's who has it.
   *
   * @param subjects of duties that a role holds or looks after
   * @return the ids of the operations that the caller may use on each, none where they may not know
   *     of it; all where it says nothing
   */
  default Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return Uni.createFrom().item(Map.of());
  }

  /**
   * What else follows where two people have agreed that one of these needn't be done, in their
   * transaction.
   *
   * @param by the second of the two
   */
  default Uni<Void> waived(Mutiny.Session session, UUID subject, UUID by) {
    return Uni.createFrom().voidItem();
  }
}
