package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.calibration.obligation.CheckKind;
import org.evenhand.calibration.obligation.Obligation;
import org.evenhand.calibration.obligation.PossibleChecks;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts what there is to look at, by the rules by which a check is begun. As many as a quarter can
 * ask for are enough to know of.
 */
@ApplicationScoped
class KindsOfChecks implements PossibleChecks {

  private static final String THERE =
      """
      select o.id, o.owed - o.begun as missing, greatest(0, o.owed / 2 - o.begun_own) as own,
        (select count(*) from (
          select 1 from scored_by(o.manager_id,
            cast(o.first_day as timestamp) at time zone 'Etc/GMT-14') limit 6) found) as scored,
        (select count(*) from (
          select distinct review from written_by(o.manager_id) limit 6) found) as written,
        (select count(*) from (
          select 1 from (select * from texts_of_families(o.manager_id, :least) offset 0) t
          where can_be_read(o.manager_id, t.of_review, :least) limit 6) found) as texts
      from calibration_obligation o
      where o.id = any (cast(:ids as uuid[]))
      """;

  /**
   * @param missing how many are still to be begun
   * @param own how many of these may look at own reviews
   */
  private record There(UUID id, int missing, int own, long scored, long written, long texts) {

    static There of(Row row) {
      return new There(
          row.uuid("id"),
          row.integer("missing"),
          row.integer("own"),
          row.bigint("scored"),
          row.bigint("written"),
          row.bigint("texts"));
    }

    boolean isTooFew() {
      return scored + Math.min(written, own) + texts < missing;
    }

    PossibleCheck kind(CheckKind kind) {
      return switch (kind) {
        case BLIND_SCORE ->
            possible(
                kind,
                scored > 0,
                "You have scored nothing in this quarter that is revealed and new.");
        case PRECEDENT ->
            own == 0
                ? possible(kind, false, "As many checks look at own reviews as may.")
                : possible(
                    kind,
                    written > 0,
                    "You have written no review by the policy of a published precedent that is"
                        + " new.");
        case PEER -> possible(kind, texts > 0, CheckSubjects.NO_TEXT);
      };
    }

    private static PossibleCheck possible(CheckKind kind, boolean open, String otherwise) {
      return new PossibleCheck(kind, open, open ? null : otherwise);
    }
  }

  private final int least;

  KindsOfChecks(CalibrationSettings settings) {
    this.least = settings.leastGroup();
  }

  @Override
  public Uni<List<PossibleCheck>> kinds(Mutiny.Session db, Obligation of) {
    return there(db, List.of(of.id()))
        .map(
            found ->
                found.stream()
                    .flatMap(there -> Stream.of(CheckKind.values()).map(there::kind))
                    .toList());
  }

  @Override
  public Uni<Set<UUID>> tooFew(Mutiny.Session db, Collection<UUID> obligations) {
    return obligations.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : there(db, obligations)
            .map(
                found ->
                    Set.copyOf(found.stream().filter(There::isTooFew).map(There::id).toList()));
  }

  private Uni<List<There>> there(Mutiny.Session db, Collection<UUID> obligations) {
    return Rows.of(db, THERE)
        .bind("ids", obligations.toArray(UUID[]::new))
        .bind("least", least)
        .list(There::of);
  }
}
