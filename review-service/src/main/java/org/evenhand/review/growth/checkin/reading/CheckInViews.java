package org.evenhand.review.growth.checkin.reading;

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
import org.evenhand.review.growth.checkin.AgendaItem;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.EarlierNotes;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Part;
import org.evenhand.review.growth.checkin.Party;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.access.CheckInPermissions;
import org.evenhand.review.growth.checkin.access.CheckInRelation;
import org.evenhand.review.growth.checkin.reading.CheckInView.AgendaItemView;
import org.evenhand.review.growth.checkin.reading.CheckInView.SharedNoteView;
import org.evenhand.review.growth.checkin.reading.Links.Known;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows check-ins to those who may read them. */
@ApplicationScoped
public class CheckInViews {

  private final Directory directory;
  private final Posts posts;
  private final Links links;
  private final EarlierNotes earlierNotes;

  CheckInViews(Directory directory, Posts posts, Links links, EarlierNotes earlierNotes) {
    this.directory = directory;
    this.posts = posts;
    this.links = links;
    this.earlierNotes = earlierNotes;
  }

  public Uni<CheckInView> of(CheckInContext context) {
    return links
        .visible(context.session(), context.viewer(), agenda(context.checkIn()))
        .chain(
            visible ->
                names(context.session(), List.of(context.checkIn()))
                    .chain(
                        names ->
                            earlierNotes
                                .arePassedOn(context.session(), context.checkIn().pair())
                                .map(passedOn -> view(context, names, visible, passedOn))));
  }

  /** In the order of the check-ins. */
  Uni<List<CheckInSummary>> summaries(
      Mutiny.Session session, List<CheckIn> checkIns, Map<UUID, Set<CheckInRelation>> relations) {
    return posts
        .byIds(session, checkIns.stream().map(each -> each.pair().assignmentId()).toList())
        .chain(
            found ->
                names(session, checkIns)
                    .map(
                        names ->
                            checkIns.stream()
                                .map(
                                    each ->
                                        summary(
                                            each,
                                            relations.getOrDefault(each.id(), Set.of()),
                                            found.get(each.pair().assignmentId()),
                                            names))
                                .toList()));
  }

  private static CheckInSummary summary(
      CheckIn checkIn, Set<CheckInRelation> relations, @Nullable Post post, Names names) {
    Pair pair = checkIn.pair();
    return new CheckInSummary(
        checkIn.id(),
        checkIn.state(),
        names.of(pair.employeeId()),
        names.of(pair.managerId()),
        relations.stream().sorted().toList(),
        checkIn.plan().day(),
        checkIn.heldOn().orElse(null),
        CheckInPermissions.open(checkIn, relations, post != null && pair.isOf(post)));
  }

  private Uni<Names> names(Mutiny.Session session, List<CheckIn> checkIns) {
    return directory.names(
        session,
        checkIns.stream()
            .map(CheckIn::pair)
            .flatMap(pair -> Stream.of(pair.employeeId(), pair.managerId()))
            .collect(Collectors.toSet()));
  }

  private static CheckInView view(
      CheckInContext context, Names names, Known visible, boolean passedOn) {
    CheckIn checkIn = context.checkIn();
    Pair pair = checkIn.pair();
    boolean ofTheTwo = CheckInRelation.party(context.relations()).isPresent();
    return new CheckInView(
        checkIn.id(),
        checkIn.state(),
        names.of(pair.employeeId()),
        names.of(pair.managerId()),
        context.relations().stream().sorted().toList(),
        checkIn.plan().day(),
        checkIn.plan().recordBy(),
        checkIn.plan().everyWeeks(),
        checkIn.isPaused(),
        checkIn.heldOn().orElse(null),
        checkIn.reason().orElse(null),
        ofTheTwo ? agenda(checkIn, visible) : List.of(),
        sharedNotes(checkIn),
        ofTheTwo && passedOn,
        context.open());
  }

  private static List<AgendaItem> agenda(CheckIn checkIn) {
    return Stream.of(Party.values())
        .map(checkIn::part)
        .map(Part::agenda)
        .flatMap(List::stream)
        .toList();
  }

  private static List<AgendaItemView> agenda(CheckIn checkIn, Known visible) {
    return Stream.of(Party.values())
        .flatMap(
            party ->
                checkIn.part(party).agenda().stream()
                    .map(
                        item ->
                            new AgendaItemView(
                                party,
                                item.text(),
                                seen(item.goalId(), visible.goals()),
                                seen(item.planId(), visible.plans()),
                                seen(item.observationId(), visible.observations()))))
        .toList();
  }

  private static @Nullable UUID seen(@Nullable UUID link, Set<UUID> visible) {
    return link != null && visible.contains(link) ? link : null;
  }

  private static List<SharedNoteView> sharedNotes(CheckIn checkIn) {
    return Stream.of(Party.values())
        .flatMap(
            party ->
                Stream.ofNullable(checkIn.part(party).sharedNote())
                    .map(text -> new SharedNoteView(party, text)))
        .toList();
  }
}
