package org.evenhand.review.growth.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** The guides of the starter kit: one for each situation. */
@ApplicationScoped
class GuideTemplates implements TemplateKind {

  static final String NAME = "CONVERSATION_GUIDE";

  private final Access access;
  private final GuideRepository guides;
  private final ObjectMapper mapper;

  GuideTemplates(Access access, GuideRepository guides, ObjectMapper mapper) {
    this.access = access;
    this.guides = guides;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return "guides/";
  }

  @Override
  public List<String> keys() {
    return Arrays.stream(Situation.values()).map(TemplateKind::key).toList();
  }

  @Override
  public String operation() {
    return "takeGuideTemplate";
  }

  /** For both sides, where no text waits for a signature. */
  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return access.person(session).chain(viewer -> open(session, viewer));
  }

  private Uni<List<String>> open(Mutiny.Session session, Viewer viewer) {
    if (Writers.side(viewer).isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return guides
        .all(session)
        .map(
            all ->
                all.stream()
                    .filter(guide -> guide.draft().isEmpty())
                    .map(guide -> TemplateKind.key(guide.situation()))
                    .toList());
  }

  static Situation situation(Template template) {
    return Arrays.stream(Situation.values())
        .filter(each -> TemplateKind.key(each).equals(template.key()))
        .findFirst()
        .orElseThrow();
  }

  GuideRequest request(Template template) {
    try {
      return mapper.treeToValue(template.body(), GuideRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template that is no guide", e);
    }
  }
}
