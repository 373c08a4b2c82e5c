package org.evenhand.review.growth.checklist.template;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads templates, and lets HR say what belongs to a list. */
@ApplicationScoped
class TemplateSteps {

  private static final String AGGREGATE = "checklist-template";

  private record Putting(
      Mutiny.Session session, ChecklistTemplate template, Viewer viewer, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final TemplateRepository templates;
  private final Directory directory;
  private final Access access;
  private final Clock clock;

  TemplateSteps(
      Mutiny.SessionFactory sessions,
      Steps steps,
      TemplateRepository templates,
      Directory directory,
      Access access,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.templates = templates;
    this.directory = directory;
    this.access = access;
    this.clock = clock;
  }

  /** There are as many as kinds, so one page holds them. */
  Uni<Page<TemplateView>> all() {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer -> templates.all(session).chain(found -> views(session, found, viewer)))
                .map(views -> new Page<>(views, null)));
  }

  Uni<Versioned<TemplateView>> one(ChecklistKind kind) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        templates
                            .get(session, kind)
                            .chain(
                                found ->
                                    view(session, found, viewer)
                                        .map(view -> new Versioned<>(found.version(), view)))));
  }

  Uni<Answer> put(ChecklistKind kind, @Nullable String ifMatch, TemplateRequest request) {
    return permitted(session -> templates.get(session, kind))
        .match(ifMatch, putting -> putting.template().version())
        .takeNow(
            putting -> {
              putting.template().put(request.read(), putting.actor(), putting.at());
              return putting.template();
            })
        .tell((putting, template) -> List.of(fact(template)))
        .answer(
            (putting, template) ->
                view(putting.session(), template, putting.viewer())
                    .map(view -> Answer.ok(template.version(), view)));
  }

  /** The first items; nobody has to have read that there are none. */
  Uni<Answer> begin(ChecklistKind kind, TemplateRequest request) {
    return permitted(session -> templates.hold(session, kind))
        .add()
        .takeNow(
            putting -> {
              putting.template().begin(request.read(), putting.actor(), putting.at());
              return putting.template();
            })
        .tell((putting, template) -> List.of(fact(template)))
        .answer(
            (putting, template) ->
                view(putting.session(), template, putting.viewer())
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/checklist-templates/" + kind),
                                template.version(),
                                view)));
  }

  private Steps.Permitted<Putting> permitted(
      Function<Mutiny.Session, Uni<ChecklistTemplate>> loaded) {
    return steps
        .load(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            loaded
                                .apply(session)
                                .map(found -> new Putting(session, found, viewer, now()))))
        .permitAll();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Fact fact(ChecklistTemplate template) {
    return Fact.noted(
        AGGREGATE,
        template.id(),
        "put",
        Map.of("kind", template.kind(), "version", template.version()));
  }

  private Uni<TemplateView> view(
      Mutiny.Session session, ChecklistTemplate template, Viewer viewer) {
    return views(session, List.of(template), viewer).map(views -> views.get(0));
  }

  private Uni<List<TemplateView>> views(
      Mutiny.Session session, List<ChecklistTemplate> found, Viewer viewer) {
    return directory
        .names(
            session,
            found.stream()
                .flatMap(template -> template.changedBy().stream())
                .collect(Collectors.toSet()))
        .map(
            names ->
                found.stream().map(template -> TemplateView.of(template, names, viewer)).toList());
  }
}
