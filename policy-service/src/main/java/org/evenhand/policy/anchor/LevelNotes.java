package org.evenhand.policy.anchor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.norm.Norm;
import org.evenhand.policy.norm.NormRepository;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows beside the anchors of a version what calibration has shown of them. */
@ApplicationScoped
class LevelNotes {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository policies;
  private final People people;
  private final LevelAgreements agreements;
  private final NormRepository norms;

  LevelNotes(
      Mutiny.SessionFactory sessions,
      PolicyRepository policies,
      People people,
      LevelAgreements agreements,
      NormRepository norms) {
    this.sessions = sessions;
    this.policies = policies;
    this.people = people;
    this.agreements = agreements;
    this.norms = norms;
  }

  /** What is known of the levels of a version that the reader may see. */
  Uni<List<LevelNote>> of(VersionAddress address) {
    return sessions.withTransaction(
        db ->
            people
                .caller(db)
                .chain(reader -> policies.version(db, address, reader.hr()))
                .chain(version -> of(db, version)));
  }

  private Uni<List<LevelNote>> of(Mutiny.Session db, PolicyVersion version) {
    return agreements
        .of(db, version)
        .chain(
            measured ->
                norms.of(db, version).map(agreed -> notes(measured, agreed, version.content())));
  }

  private static List<LevelNote> notes(
      List<LevelNote.Measured> measured, List<Norm> agreed, PolicyContent content) {
    Map<Integer, LevelNote.Measured> byLevel =
        measured.stream()
            .collect(Collectors.toMap(LevelNote.Measured::ordinal, Function.identity()));
    List<Norm> anchored = agreed.stream().filter(norm -> isAnchored(norm, content)).toList();
    TreeSet<Integer> levels = new TreeSet<>(byLevel.keySet());
    anchored.forEach(norm -> levels.add(norm.ordinal()));
    return levels.stream()
        .map(level -> LevelNote.of(level, byLevel.get(level), anchored, content))
        .toList();
  }

  private static boolean isAnchored(Norm norm, PolicyContent content) {
    return content.anchors().stream()
        .anyMatch(
            anchor ->
                anchor.criterion().equals(norm.criterion()) && anchor.ordinal() == norm.ordinal());
  }
}
