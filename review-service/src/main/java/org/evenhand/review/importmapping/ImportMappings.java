package org.evenhand.review.importmapping;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.Mapping;
import org.evenhand.kit.data.imports.file.MappingRules;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.review.ReviewProblem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps the mappings, which the systems that send files make themselves. */
@ApplicationScoped
public class ImportMappings {

  private final Mutiny.SessionFactory sessions;
  private final Journal journal;
  private final Caller caller;
  private final List<ImportHandler> imports;

  ImportMappings(
      Mutiny.SessionFactory sessions,
      Journal journal,
      Caller caller,
      @All List<ImportHandler> imports) {
    this.sessions = sessions;
    this.journal = journal;
    this.caller = caller;
    this.imports = imports;
  }

  /** A mapping as it stands, and whether it is new. */
  record Kept(ImportMapping mapping, boolean isNew) {}

  /**
   * For an import of a kind.
   *
   * @return fails with MAPPING_UNKNOWN
   */
  public Uni<Mapping> named(String kind, String name) {
    return sessions.withTransaction(
        session ->
            session
                .find(ImportMapping.class, name)
                .map(
                    found -> {
                      if (found == null || !found.kind().equals(kind)) {
                        throw Problem.of(
                            ReviewProblem.MAPPING_UNKNOWN,
                            "There is no mapping %s for imports of the kind %s."
                                .formatted(name, kind));
                      }
                      return found.mapping();
                    }));
  }

  Uni<List<ImportMapping>> all() {
    return sessions.withTransaction(
        session ->
            session
                .createSelectionQuery("from ImportMapping order by name", ImportMapping.class)
                .getResultList());
  }

  Uni<ImportMapping> one(String name) {
    return sessions.withTransaction(
        session -> session.find(ImportMapping.class, name).map(ImportMappings::present));
  }

  Uni<Kept> put(String name, String kind, Mapping mapping, @Nullable String ifMatch) {
    return sessions.withTransaction(
        session ->
            hold(session, name)
                .chain(
                    known -> {
                      if (known == null) {
                        Preconditions.requireNone(ifMatch);
                      } else {
                        Preconditions.require(ifMatch, known.version());
                      }
                      refuseUnfit(kind, mapping);
                      return keep(session, known, new ImportMapping(name, kind, mapping));
                    }));
  }

  private Uni<Kept> keep(
      Mutiny.Session session, @Nullable ImportMapping known, ImportMapping wanted) {
    if (known == null) {
      return session
          .persist(wanted)
          .chain(() -> told(session, "added", wanted))
          .replaceWith(() -> new Kept(wanted, true));
    }
    known.become(wanted.kind(), wanted.mapping());
    return told(session, "replaced", known).replaceWith(() -> new Kept(known, false));
  }

  Uni<Void> remove(String name, @Nullable String ifMatch) {
    return sessions.withTransaction(
        session ->
            hold(session, name)
                .map(ImportMappings::present)
                .invoke(known -> Preconditions.require(ifMatch, known.version()))
                .call(known -> session.remove(known))
                .chain(known -> told(session, "removed", known)));
  }

  private static Uni<@Nullable ImportMapping> hold(Mutiny.Session session, String name) {
    return session.find(ImportMapping.class, name, LockModeType.PESSIMISTIC_WRITE);
  }

  private Uni<Void> told(Mutiny.Session session, String action, ImportMapping mapping) {
    UUID id = UUID.nameUUIDFromBytes(mapping.name().getBytes(StandardCharsets.UTF_8));
    return journal.write(
        session,
        caller.clientId(),
        () -> List.of(Fact.noted("import-mapping", id, action, mapping.mapping())));
  }

  private void refuseUnfit(String kind, Mapping mapping) {
    List<ImportColumn> columns =
        imports.stream()
            .filter(each -> each.kind().equals(kind))
            .findFirst()
            .orElseThrow()
            .columns();
    List<Violation> faults = MappingRules.faults(mapping, columns);
    if (!faults.isEmpty()) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "No file of this kind can be read by the mapping.")
          .with(faults);
    }
  }

  private static ImportMapping present(@Nullable ImportMapping found) {
    if (found == null) {
      throw Problem.of(ReviewProblem.MAPPING_UNKNOWN, "There is no such mapping.");
    }
    return found;
  }
}
