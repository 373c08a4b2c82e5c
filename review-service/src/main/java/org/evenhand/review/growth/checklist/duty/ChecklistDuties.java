package org.evenhand.review.growth.checklist.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.WorkPlaces;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.checklist.ChecklistStep;
import org.evenhand.review.growth.checklist.access.ChecklistAccess;
import org.evenhand.review.growth.checklist.access.ChecklistPermissions;
import org.evenhand.review.growth.checklist.access.ChecklistRelation;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** What checklists ask of people. */
@Singleton
class ChecklistDuties implements DutyRule {

  private final ChecklistRepository lists;
  private final Posts posts;
  private final ChecklistAccess doors;
  private final Access access;

  ChecklistDuties(ChecklistRepository lists, Posts posts, ChecklistAccess doors, Access access) {
    this.lists = lists;
    this.posts = posts;
    this.doors = doors;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return ChecklistFacts.AGGREGATE;
  }

  @Override
  public List<ChecklistDuty> kinds() {
    return List.of(ChecklistDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("checklist", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return lists
        .byIds(session, ids)
        .chain(
            found ->
                posts
                    .byIds(session, found.stream().map(Checklist::assignmentId).toList())
                    .chain(
                        at ->
                            WorkPlaces.of(session, people(found))
                                .map(places -> owed(found, at, places))));
  }

  private static List<UUID> people(List<Checklist> lists) {
    return lists.stream()
        .flatMap(
            list ->
                Stream.of(
                        Stream.of(list.employeeId()),
                        list.managerId().stream(),
                        list.buddyId().stream())
                    .flatMap(person -> person))
        .toList();
  }

  private static List<Owed> owed(
      List<Checklist> lists, Map<UUID, Post> at, Map<UUID, String> places) {
    return lists.stream()
        .flatMap(
            list ->
                new DutiesOfChecklist(
                        list, Objects.requireNonNull(at.get(list.assignmentId())).orgUnit(), places)
                    .owed())
        .toList();
  }

  /** A role looks after nothing in its own chain. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(viewer -> doors.relations(session, viewer, subjects))
        .chain(
            relations ->
                lists
                    .byIds(session, subjects)
                    .map(
                        found ->
                            found.stream()
                                .collect(
                                    Collectors.toMap(
                                        Checklist::id,
                                        list ->
                                            operations(
                                                list,
                                                relations.getOrDefault(list.id(), Set.of()))))));
  }

  private static Set<String> operations(Checklist list, Set<ChecklistRelation> relations) {
    return relations.isEmpty()
        ? Set.of()
        : Stream.concat(
                Stream.of("getChecklist"),
                ChecklistPermissions.open(list, relations).stream().map(ChecklistStep::operation))
            .collect(Collectors.toSet());
  }
}
