package org.evenhand.policy.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Modules and completions in the database. */
@ApplicationScoped
public class TrainingRepository {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * Held, so that what two do at once comes one after the other.
   *
   * @throws Problem 404 when it doesn't exist, or not for this reader
   */
  public Uni<TrainingModule> hold(Mutiny.Session session, UUID id, UUID reader, boolean hr) {
    return session
        .find(TrainingModule.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(module -> visible(module, reader, hr));
  }

  /**
   * @throws Problem 404 when it doesn't exist, or not for this reader
   */
  public Uni<TrainingModule> module(Mutiny.Session session, UUID id, UUID reader, boolean hr) {
    return session.find(TrainingModule.class, id).map(module -> visible(module, reader, hr));
  }

  private static TrainingModule visible(TrainingModule module, UUID reader, boolean hr) {
    if (module == null || !module.visibleTo(reader, hr)) {
      throw Problem.of(CommonProblem.NOT_FOUND, "There is no such module.");
    }
    return module;
  }

  /** That of a completion, which is always there. */
  public Uni<TrainingModule> moduleOf(Mutiny.Session session, TrainingCompletion completion) {
    return session.find(TrainingModule.class, completion.moduleId());
  }

  /** In the order of their ids, those that the reader may see. */
  public Uni<List<TrainingModule>> modules(
      Mutiny.Session session, UUID reader, boolean hr, Optional<UUID> after, int most) {
    return session
        .createSelectionQuery(
            "from TrainingModule m where m.id > :after and (:hr = true or m.state in (OFFERED,"
                + " RETIRED) or m.hrLead = :reader or m.managerLead = :reader) order by m.id",
            TrainingModule.class)
        .setParameter("after", after.orElse(BEFORE_ALL))
        .setParameter("hr", hr)
        .setParameter("reader", reader)
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<Map<UUID, TrainingModule>> modules(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from TrainingModule m where m.id in :ids", TrainingModule.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(
            found ->
                found.stream().collect(Collectors.toMap(TrainingModule::id, Function.identity())));
  }

  /** Held in one order: none ends meanwhile, and nobody else begins one of its completions. */
  public Uni<Map<String, TrainingModule>> holdByKeys(
      Mutiny.Session session, Collection<String> keys) {
    return session
        .createSelectionQuery(
            "from TrainingModule m where m.key in :keys order by m.id", TrainingModule.class)
        .setParameter("keys", keys)
        .setLockMode(LockMode.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            found ->
                found.stream().collect(Collectors.toMap(TrainingModule::key, Function.identity())));
  }

  /** Lets one key come at a time, so that two modules can't take the same. */
  public Uni<Boolean> isTaken(Mutiny.Session session, String key) {
    return Rows.unflushed(
            session, "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text)")
        .bind("lock", "training-module " + key)
        .run()
        .chain(() -> holdByKeys(session, List.of(key)))
        .map(found -> !found.isEmpty());
  }

  /** Of a module that the caller holds. */
  public Uni<Void> write(Mutiny.Session session, UUID module, TrainingText text) {
    return session
        .find(WrittenText.class, module)
        .chain(
            before -> {
              if (before == null) {
                return session.persist(new WrittenText(module, text));
              }
              before.rewrite(text);
              return Uni.createFrom().voidItem();
            });
  }

  /** Of a module; empty while nobody has written it. */
  public Uni<Optional<TrainingText>> text(Mutiny.Session session, UUID module) {
    return session
        .find(WrittenText.class, module)
        .map(found -> Optional.ofNullable(found).map(WrittenText::text));
  }

  /** Held; empty where there is none. */
  public Uni<Optional<TrainingCompletion>> holdCompletion(Mutiny.Session session, UUID id) {
    return session
        .find(TrainingCompletion.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  public Uni<Optional<TrainingCompletion>> completion(Mutiny.Session session, UUID id) {
    return session.find(TrainingCompletion.class, id).map(Optional::ofNullable);
  }

  public Uni<List<TrainingCompletion>> completions(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery(
            "from TrainingCompletion c where c.id in :ids order by c.id", TrainingCompletion.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Held in one order. */
  public Uni<List<TrainingCompletion>> holdOf(Mutiny.Session session, Collection<UUID> people) {
    return session
        .createSelectionQuery(
            "from TrainingCompletion c where c.personId in :people order by c.id",
            TrainingCompletion.class)
        .setParameter("people", people)
        .setLockMode(LockMode.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Of a module, which whoever begins one holds, and a person. */
  public Uni<Optional<TrainingCompletion>> of(Mutiny.Session session, UUID module, UUID person) {
    return session
        .createSelectionQuery(
            "from TrainingCompletion c where c.moduleId = :module and c.personId = :person",
            TrainingCompletion.class)
        .setParameter("module", module)
        .setParameter("person", person)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }
}
