package org.evenhand.review.growth.checklist.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplatesByConstant;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.hibernate.reactive.mutiny.Mutiny;

/** The checklists of the starter kit: one for each kind of list. */
@ApplicationScoped
class StarterTemplates implements TemplatesByConstant<ChecklistKind> {

  static final String NAME = "CHECKLIST_TEMPLATE";

  private final Access access;
  private final TemplateRepository templates;
  private final ObjectMapper mapper;

  StarterTemplates(Access access, TemplateRepository templates, ObjectMapper mapper) {
    this.access = access;
    this.templates = templates;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return "checklists/";
  }

  @Override
  public Class<ChecklistKind> constants() {
    return ChecklistKind.class;
  }

  @Override
  public String operation() {
    return "takeChecklistTemplate";
  }

  /** For HR, where nothing belongs to a list yet. */
  @Override
  public Uni<List<ChecklistKind>> unwritten(Mutiny.Session session) {
    return access.person(session).chain(viewer -> unwritten(session, viewer));
  }

  private Uni<List<ChecklistKind>> unwritten(Mutiny.Session session, Viewer viewer) {
    if (!viewer.has(Roles.HR) && !viewer.has(Roles.HR_LEAD)) {
      return Uni.createFrom().item(List.of());
    }
    return templates
        .all(session)
        .map(
            all ->
                all.stream()
                    .filter(template -> template.items().isEmpty())
                    .map(ChecklistTemplate::kind)
                    .toList());
  }

  TemplateRequest request(Template template) {
    return template.bodyAs(TemplateRequest.class, mapper);
  }
}
