package org.evenhand.policy.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.SilentDuties;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.notice.Stage;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notices that a person hasn't acknowledged. A receipt each of everybody whom a version binds needs
 * no rows: it isn't measured, and nothing follows when it is late.
 */
@Singleton
class NoticeTasks implements SilentDuties {

  private static final String RECEIVED =
      """
      select v.id as version, a.stage as stage
      from policy_version v join person p on p.employee_id = :person
        left join acknowledgement a on a.version_id = v.id and a.employee_id = p.employee_id
      where v.state in ('ANNOUNCED', 'EFFECTIVE')
        and (v.scope -> 'countries' = '[]' or jsonb_exists(v.scope -> 'countries', p.country))
        and (v.scope -> 'legalEntities' = '[]'
          or jsonb_exists(v.scope -> 'legalEntities', p.legal_entity))
        and (v.scope -> 'workerTypes' = '[]'
          or jsonb_exists(v.scope -> 'workerTypes', p.worker_type))
      """;

  private record Receipt(UUID version, String stage) {}

  private final PolicyRepository policies;
  private final Clock clock;

  NoticeTasks(PolicyRepository policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public Uni<List<Owed>> of(Mutiny.Session session, Worker worker) {
    return Rows.of(session, RECEIVED)
        .bind("person", worker.person())
        .list(
            row -> {
              String stage = row.orNull("stage", (r, column) -> r.text(column));
              return new Receipt(row.uuid("version"), stage == null ? "" : stage);
            })
        .map(
            receipts ->
                receipts.stream()
                    .collect(
                        Collectors.groupingBy(
                            Receipt::version,
                            Collectors.mapping(Receipt::stage, Collectors.toSet()))))
        .chain(
            received ->
                policies
                    .byIds(session, received.keySet())
                    .map(versions -> owed(versions, received, worker)));
  }

  private List<Owed> owed(
      List<PolicyVersion> versions, Map<UUID, Set<String>> received, Worker worker) {
    return versions.stream()
        .flatMap(
            version ->
                stages(version, worker)
                    .filter(
                        stage ->
                            !received.getOrDefault(version.id(), Set.of()).contains(stage.name()))
                    .map(stage -> owed(version, stage, worker)))
        .toList();
  }

  private Stream<Stage> stages(PolicyVersion version, Worker worker) {
    boolean everyone = !clock.instant().isBefore(announced(version).everyoneFrom());
    return Stream.of(Stage.values())
        .filter(
            stage -> stage == Stage.BRIEFED ? worker.roles().contains(Roles.MANAGER) : everyone);
  }

  private static Owed owed(PolicyVersion version, Stage stage, Worker worker) {
    return new Owed(
        PolicyDuty.NOTICE,
        stage == Stage.BRIEFED ? Side.MANAGER : Side.EMPLOYEE,
        version.policyId(),
        "%d/%s".formatted(version.number(), stage),
        Holder.of(worker.person()),
        null,
        null,
        by(announced(version), stage),
        false);
  }

  /** Managers can answer their people's questions from the day on that these are told. */
  private static LocalDate by(Announcement announced, Stage stage) {
    return stage == Stage.BRIEFED
        ? LocalDate.ofInstant(announced.everyoneFrom(), ZoneOffset.UTC)
        : announced.effectiveOn();
  }

  private static Announcement announced(PolicyVersion version) {
    return version.announcement().orElseThrow();
  }
}
