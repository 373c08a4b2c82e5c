package org.evenhand.review.growth.guide;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplatesByConstant;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** The guides of the starter kit: one for each situation. */
@ApplicationScoped
class GuideTemplates implements TemplatesByConstant<Situation> {

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
  public Class<Situation> constants() {
    return Situation.class;
  }

  @Override
  public String operation() {
    return "takeGuideTemplate";
  }

  /** For both sides, where no text waits for a signature. */
  @Override
  public Uni<List<Situation>> unwritten(Mutiny.Session session) {
    return access.person(session).chain(viewer -> unwritten(session, viewer));
  }

  private Uni<List<Situation>> unwritten(Mutiny.Session session, Viewer viewer) {
    if (Writers.side(viewer).isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return guides
        .all(session)
        .map(
            all ->
                all.stream()
                    .filter(guide -> guide.draft().isEmpty())
                    .map(ConversationGuide::situation)
                    .toList());
  }

  GuideRequest request(Template template) {
    return template.bodyAs(GuideRequest.class, mapper);
  }
}
