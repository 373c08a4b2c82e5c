package org.evenhand.review.growth.guide;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.guide.GuideView.GuideDraftView;
import org.evenhand.review.growth.guide.GuideView.GuideVersionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows guides to everybody, and what waits for a signature to the two sides. */
@ApplicationScoped
class GuideReading {

  private final Mutiny.SessionFactory sessions;
  private final GuideRepository guides;
  private final Directory directory;
  private final Access access;

  GuideReading(
      Mutiny.SessionFactory sessions, GuideRepository guides, Directory directory, Access access) {
    this.sessions = sessions;
    this.guides = guides;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<GuideView>> one(Situation situation) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        guides
                            .get(session, situation)
                            .chain(
                                guide ->
                                    of(session, guide, viewer)
                                        .map(view -> new Versioned<>(guide.version(), view)))));
  }

  /** There are as many as situations, so one page holds them. */
  Uni<Page<GuideView>> all() {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> guides.all(session).chain(all -> views(session, all, viewer)))
                .map(views -> new Page<>(views, null)));
  }

  Uni<Page<GuideVersionView>> versions(Situation situation, PageRequest page) {
    long after = page.cursor().map(cursor -> cursor.longAt(0)).orElse((long) Integer.MAX_VALUE);
    int before = (int) Math.max(0, Math.min(after, Integer.MAX_VALUE));
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> guides.versions(session, situation, before, page.limit() + 1))
                    .chain(
                        found ->
                            directory
                                .names(session, signers(found.stream().map(GuideVersion::content)))
                                .map(
                                    names ->
                                        found.stream()
                                            .map(version -> GuideVersionView.of(version, names))
                                            .toList())))
        .map(views -> Page.of(views, page.limit(), last -> Cursor.of(last.number())));
  }

  Uni<GuideView> of(Mutiny.Session session, ConversationGuide guide, Viewer viewer) {
    return views(session, List.of(guide), viewer).map(views -> views.get(0));
  }

  private Uni<List<GuideView>> views(
      Mutiny.Session session, List<ConversationGuide> found, Viewer viewer) {
    return guides
        .inForce(session)
        .chain(
            inForce ->
                directory
                    .names(
                        session,
                        signers(
                            Stream.concat(
                                inForce.stream().map(GuideVersion::content),
                                found.stream().flatMap(guide -> guide.draft().stream()))))
                    .map(
                        names -> {
                          Map<Situation, GuideVersionView> texts =
                              inForce.stream()
                                  .collect(
                                      Collectors.toMap(
                                          GuideVersion::situation,
                                          version -> GuideVersionView.of(version, names)));
                          return found.stream()
                              .map(
                                  guide ->
                                      view(
                                          guide,
                                          texts.get(guide.situation()),
                                          viewer,
                                          draft -> GuideDraftView.of(draft, names)))
                              .toList();
                        }));
  }

  private static GuideView view(
      ConversationGuide guide,
      @Nullable GuideVersionView inForce,
      Viewer viewer,
      Function<GuideDraft, GuideDraftView> shown) {
    @Nullable Side side = Writers.side(viewer).orElse(null);
    if (side == null) {
      return new GuideView(guide.situation(), inForce, null, List.of());
    }
    boolean canSign =
        guide.draft().filter(draft -> draft.signed().proposal().side() != side).isPresent();
    return new GuideView(
        guide.situation(),
        inForce,
        guide.draft().map(shown).orElse(null),
        canSign ? List.of("putGuideDraft", "signGuide") : List.of("putGuideDraft"));
  }

  private static Set<UUID> signers(Stream<GuideDraft> texts) {
    return texts
        .map(GuideDraft::signed)
        .flatMap(
            signed ->
                Stream.concat(
                    Stream.of(signed.proposal()), Stream.ofNullable(signed.countersignature())))
        .map(Signature::employeeId)
        .collect(Collectors.toSet());
  }
}
