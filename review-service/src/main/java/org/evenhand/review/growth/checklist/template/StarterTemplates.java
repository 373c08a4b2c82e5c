package org.evenhand.review.growth.checklist.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.hibernate.reactive.mutiny.Mutiny;

/** The checklists of the starter kit: one for each kind of list. */
@ApplicationScoped
class StarterTemplates implements TemplateKind {

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
  public List<String> keys() {
    return Arrays.stream(ChecklistKind.values()).map(TemplateKind::key).toList();
  }

  @Override
  public String operation() {
    return "takeChecklistTemplate";
  }

  /** For HR, where nothing belongs to a list yet. */
  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return access.person(session).chain(viewer -> open(session, viewer));
  }

  private Uni<List<String>> open(Mutiny.Session session, Viewer viewer) {
    if (!viewer.has(Roles.HR) && !viewer.has(Roles.HR_LEAD)) {
      return Uni.createFrom().item(List.of());
    }
    return templates
        .all(session)
        .map(
            all ->
                all.stream()
                    .filter(template -> template.items().isEmpty())
                    .map(template -> TemplateKind.key(template.kind()))
                    .toList());
  }

  static ChecklistKind kind(Template template) {
    return Arrays.stream(ChecklistKind.values())
        .filter(each -> TemplateKind.key(each).equals(template.key()))
        .findFirst()
        .orElseThrow();
  }

  TemplateRequest request(Template template) {
    try {
      return mapper.treeToValue(template.body(), TemplateRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template that is no checklist", e);
    }
  }
}
