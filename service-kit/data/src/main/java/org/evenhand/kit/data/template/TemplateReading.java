package org.evenhand.kit.data.template;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows templates, and which of them the caller can take now. */
@ApplicationScoped
class TemplateReading {

  private final Mutiny.SessionFactory sessions;
  private final Templates templates;
  private final List<TemplateKind> kinds;

  TemplateReading(
      Mutiny.SessionFactory sessions, Templates templates, @All List<TemplateKind> kinds) {
    this.sessions = sessions;
    this.templates = templates;
    this.kinds = kinds;
  }

  /**
   * By kind and key: a cursor is a place in this order, in one language, and means the same to each
   * service.
   *
   * @param wanted the kinds; all of them if empty
   */
  Uni<InLanguage<TemplatePage>> list(
      Set<String> wanted, TemplateLanguage language, PageRequest page) {
    String after =
        page.cursor().map(cursor -> Template.place(cursor.text(0), cursor.text(1))).orElse("");
    List<Template> found = templates.after(after, wanted, language, page.limit() + 1);
    return actions()
        .map(
            open ->
                TemplatePage.of(
                    Page.of(found, page.limit(), TemplateReading::after)
                        .map(template -> TemplateSummary.of(template, of(template, open)))))
        .map(listed -> new InLanguage<>(language, listed));
  }

  private static Cursor after(Template last) {
    return Cursor.of(last.kind(), last.key(), last.language());
  }

  /**
   * @throws Problem 404
   */
  Uni<InLanguage<TemplateView>> one(String kind, String key, TemplateLanguage language) {
    Template found = templates.get(kind, key, language);
    return actions()
        .map(open -> TemplateView.of(found, of(found, open)))
        .map(view -> new InLanguage<>(language, view));
  }

  private static List<String> of(Template template, Map<String, String> open) {
    String operation = open.get(template.place());
    return operation == null ? List.of() : List.of(operation);
  }

  /** The operation that takes each template, of those that can be taken. */
  private Uni<Map<String, String>> actions() {
    return sessions.withTransaction(
        session ->
            Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(kind -> actions(session, kind))
                .collect()
                .<Map<String, String>>in(HashMap::new, Map::putAll));
  }

  private static Uni<Map<String, String>> actions(Mutiny.Session session, TemplateKind kind) {
    return kind.open(session)
        .map(
            keys ->
                keys.stream()
                    .collect(
                        Collectors.toMap(
                            key -> Template.place(kind.name(), key), key -> kind.operation())));
  }
}
