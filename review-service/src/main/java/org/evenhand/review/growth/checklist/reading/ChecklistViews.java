package org.evenhand.review.growth.checklist.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistStep;
import org.evenhand.review.growth.checklist.ItemClosing;
import org.evenhand.review.growth.checklist.access.ChecklistContext;
import org.evenhand.review.growth.checklist.access.ChecklistPermissions;
import org.evenhand.review.growth.checklist.access.ChecklistRelation;
import org.evenhand.review.growth.checklist.reading.ChecklistView.ChecklistEndingView;
import org.evenhand.review.growth.checklist.reading.ChecklistView.ChecklistItemView;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows checklists to those who may see them. */
@ApplicationScoped
public class ChecklistViews {

  private final Directory directory;

  ChecklistViews(Directory directory) {
    this.directory = directory;
  }

  public Uni<ChecklistView> of(ChecklistContext context) {
    return directory
        .names(context.session(), people(context.list()))
        .map(names -> view(context, names));
  }

  /** In the order of the lists. */
  Uni<List<ChecklistSummary>> summaries(
      Mutiny.Session session, List<Checklist> lists, Map<UUID, Set<ChecklistRelation>> relations) {
    return directory
        .names(session, lists.stream().map(Checklist::employeeId).collect(Collectors.toSet()))
        .map(
            names ->
                lists.stream()
                    .map(list -> summary(list, relations.getOrDefault(list.id(), Set.of()), names))
                    .toList());
  }

  private static Set<UUID> people(Checklist list) {
    return Stream.of(
            Stream.of(list.employeeId()),
            list.managerId().stream(),
            list.buddyId().stream(),
            list.begunBy().stream(),
            list.items().stream()
                .flatMap(item -> Stream.ofNullable(item.closing()))
                .map(ItemClosing::by),
            list.ending().stream().flatMap(ending -> Stream.ofNullable(ending.by())))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  private static ChecklistSummary summary(
      Checklist list, Set<ChecklistRelation> relations, Names names) {
    return new ChecklistSummary(
        list.id(),
        list.state(),
        ChecklistRelation.readsAll(relations) ? list.kind() : null,
        names.of(list.employeeId()),
        (int)
            list.items().stream()
                .filter(item -> item.isOpen() && ChecklistPermissions.reads(item, relations))
                .count(),
        relations.stream().sorted().toList(),
        actions(list, relations));
  }

  private static ChecklistView view(ChecklistContext context, Names names) {
    Checklist list = context.list();
    Set<ChecklistRelation> relations = context.relations();
    boolean all = ChecklistRelation.readsAll(relations);
    return new ChecklistView(
        list.id(),
        list.state(),
        names.of(list.employeeId()),
        all ? list.kind() : null,
        all ? context.post().key() : null,
        all ? list.startsOn() : null,
        all ? names.orNull(list.managerId().orElse(null)) : null,
        all ? names.orNull(list.buddyId().orElse(null)) : null,
        all ? names.orNull(list.begunBy().orElse(null)) : null,
        list.items().stream()
            .filter(item -> ChecklistPermissions.reads(item, relations))
            .map(item -> item(item, list, relations, names))
            .toList(),
        all ? list.ending().map(ending -> ending(ending, names)).orElse(null) : null,
        relations.stream().sorted().toList(),
        actions(list, relations));
  }

  private static ChecklistItemView item(
      ChecklistItem item, Checklist list, Set<ChecklistRelation> relations, Names names) {
    ItemClosing closing = item.closing();
    return new ChecklistItemView(
        item.id(),
        item.owner(),
        item.title(),
        item.description(),
        list.dueOn(item),
        item.state(),
        closing == null ? null : closing.reason(),
        closing == null ? null : names.of(closing.by()),
        closing == null ? null : closing.at(),
        ChecklistPermissions.closes(item, list, relations)
            ? List.of(ChecklistStep.ITEM_CLOSING.operation())
            : List.of());
  }

  private static ChecklistEndingView ending(ChecklistEnding ending, Names names) {
    return new ChecklistEndingView(
        ending.cause(), ending.reason(), names.orNull(ending.by()), ending.at());
  }

  private static List<String> actions(Checklist list, Set<ChecklistRelation> relations) {
    Stream<String> changes =
        list.kind() == ChecklistKind.RETURN && relations.contains(ChecklistRelation.OWN)
            ? Stream.of("getChangesOfAbsence")
            : Stream.empty();
    return Stream.concat(
            ChecklistPermissions.open(list, relations).stream().map(ChecklistStep::operation),
            changes)
        .toList();
  }
}
