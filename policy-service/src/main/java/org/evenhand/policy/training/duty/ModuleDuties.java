package org.evenhand.policy.training.duty;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Revisits;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.ModuleFacts;
import org.evenhand.policy.training.ModuleState;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a module waits for of the two who lead it. */
@Singleton
class ModuleDuties implements DutyRule {

  private final TrainingRepository repository;
  private final People people;
  private final Revisits revisits;

  ModuleDuties(TrainingRepository repository, People people, Revisits revisits) {
    this.repository = repository;
    this.people = people;
    this.revisits = revisits;
  }

  @Override
  public String aggregateType() {
    return ModuleFacts.AGGREGATE;
  }

  @Override
  public List<TrainingDuty> kinds() {
    return List.of(TrainingDuty.TRAINING_AGREEMENT);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("training_module", null);
  }

  /** Nobody goes through a module that has ended. */
  @Override
  public Uni<Void> cascade(Mutiny.Session session, Collection<UUID> ids) {
    return repository
        .modules(session, ids)
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found.values())
                    .filter(module -> module.state() == ModuleState.RETIRED)
                    .onItem()
                    .transformToUniAndConcatenate(
                        module -> revisits.ask(session, CompletionFacts.AGGREGATE, module.id()))
                    .collect()
                    .last());
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return repository
        .modules(session, ids)
        .chain(
            found ->
                people
                    .workLocations(session, leads(found))
                    .map(
                        places ->
                            found.values().stream().flatMap(each -> owed(each, places)).toList()));
  }

  private static Set<UUID> leads(Map<UUID, TrainingModule> modules) {
    return modules.values().stream()
        .flatMap(module -> module.leads().each())
        .collect(Collectors.toSet());
  }

  private static Stream<Owed> owed(TrainingModule module, Map<UUID, String> places) {
    return Stream.concat(agreements(module), countersignature(module))
        .map(
            each ->
                new Owed(
                    TrainingDuty.TRAINING_AGREEMENT,
                    module.leads().hr().equals(each.lead()) ? Side.HR : Side.MANAGER,
                    module.id(),
                    each.part(),
                    Holder.of(each.lead()),
                    null,
                    places.get(each.lead()),
                    null,
                    each.met()));
  }

  /** To agree to a module is another task than to agree to its end. */
  private record Asked(UUID lead, String part, boolean met) {}

  /** Whoever takes a place once both have agreed is asked for no agreement. */
  private static Stream<Asked> agreements(TrainingModule module) {
    boolean waits = module.state() == ModuleState.PROPOSED;
    return module.state() == ModuleState.WITHDRAWN
        ? Stream.empty()
        : module
            .leads()
            .each()
            .map(lead -> new Asked(lead, lead.toString(), module.agreed().contains(lead)))
            .filter(asked -> waits || asked.met());
  }

  private static Stream<Asked> countersignature(TrainingModule module) {
    return module.retirement().stream()
        .flatMap(
            proposal ->
                module
                    .leads()
                    .each()
                    .filter(lead -> !lead.equals(proposal.by()))
                    .map(
                        lead ->
                            new Asked(lead, "end:" + lead, module.state() == ModuleState.RETIRED)));
  }
}
